using System.Globalization;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Movement;

namespace Inomya.Web.Movement;

/// <summary>How things of movement are called.</summary>
internal static class MovementWords
{
    /// <summary>Last part of keys, such as "tai-chi".</summary>
    public static string Key(MovementKind kind) => AnalysisFiles.Key(kind);

    public static string KindOf(this Words words, MovementKind kind) => words[$"movement.kind.{Key(kind)}"];

    public static string PositionOf(this Words words, Exercise exercise) =>
        words[$"movement.position.{AnalysisFiles.Key(exercise.Position)}"];

    /// <summary>Parts of the body or things, with commas.</summary>
    public static string ListOf(this Words words, string family, IEnumerable<string> ids) =>
        string.Join(", ", ids.Select(id => words[$"movement.{family}.{id}"]));

    /// <summary>"5 to 8", or "5".</summary>
    public static string RangeOf(this Words words, List<int> range) =>
        range is [var least, var most] && most != least
            ? words["movement.range", ("least", least), ("most", most)]
            : range[0].ToString(CultureInfo.InvariantCulture);

    /// <summary>The dose of an exercise, a line each; counted as the exercise counts.</summary>
    public static IEnumerable<string> DoseOf(this Words words, ExerciseDose dose) =>
        from part in new (string Key, List<int> Range)[]
        {
            ("sets", dose.Sets),
            ("repetitions", dose.Repetitions),
            ("hold", dose.HoldSeconds),
            ("minutes", dose.Minutes),
            ("effort", dose.Effort),
        }
        where part.Range.Count > 0
        select words[$"movement.dose.{part.Key}", ("range", words.RangeOf(part.Range))];

    /// <summary>"23 minutes"; says so when none were told, which is not 0.</summary>
    public static string MinutesOf(this Words words, double? minutes) =>
        minutes is { } told
            ? words[told == 1 ? "movement.minutes.one" : "movement.minutes.other", ("minutes", words.Number(told))]
            : words["movement.minutes.none"];

    /// <summary>What is written down of a week, and of how many sessions the minutes were not told.</summary>
    /// <remarks>Minutes are those of kinds that a plan can be of, as the plan counts them; sessions are of every kind.</remarks>
    public static string WrittenDown(
        this Words words,
        IReadOnlyCollection<MovementSession> sessions,
        MovementRules rules
    )
    {
        if (sessions.Count == 0)
            return words["movement.week.none"];
        var mine = sessions.Where(s => rules.Planned.Contains(s.Kind)).ToList();
        var told = mine.Where(s => s.Minutes is not null).ToList();
        var how =
            told.Count == 0 ? "done-only"
            : mine.Count == sessions.Count ? "done"
            : "done-part";
        var minutes = words.Number(told.Sum(s => s.Minutes!.Value));
        var done = words.Count($"movement.week.{how}", sessions.Count, ("minutes", minutes));
        return told.Count == mine.Count ? done : $"{done} {words.NotTold(mine.Count - told.Count)}";
    }

    /// <summary>"1 day", "3 days".</summary>
    private static string Days(this Words words, int days) => words.Count("movement.plan.days", days);

    public static string NotTold(this Words words, int sessions) => words.Count("movement.week.not-told", sessions);

    /// <summary>A week of the plan in numbers.</summary>
    public static string LineOf(this Words words, MovementWeek week)
    {
        var line = words[
            week.Done == 0 ? "movement.weeks.line.none" : "movement.weeks.line",
            ("minutes", words.Number(week.Minutes)),
            ("sessions", words.Days(week.Sessions)),
            ("done", words.Days(week.Done)),
            ("recorded", words.MinutesOf(week.DoneMinutes))
        ];
        string?[] more =
        [
            line,
            week.NotTold > 0 ? words.NotTold(week.NotTold) : null,
            week.Worse > 0 ? words["movement.weeks.worse", ("days", week.Worse)] : null,
            week.Unknown > 0 ? words["movement.weeks.unknown", ("days", week.Unknown)] : null,
        ];
        return string.Join(' ', more.OfType<string>());
    }

    /// <summary>How a week's numbers read, and what follows from them.</summary>
    public static string DecisionOf(this Words words, MovementWeek week, MovementRules rules) =>
        words[
            $"movement.decision.{AnalysisFiles.Key(week.Decision)}",
            ("days", words.Days(week.Done)),
            ("sessions", week.Sessions),
            ("worse", words.Days(week.Worse)),
            ("unknown", week.Unknown),
            ("weeks", rules.GoodWeeks),
            ("not-told", week.NotTold),
            ("recorded", words.MinutesOf(week.DoneMinutes)),
            ("minutes", words.Number(week.Minutes)),
            ("next", words.Number(week.NextMinutes))
        ];
}
