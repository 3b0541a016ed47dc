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

    /// <summary>How a week's numbers read, and what follows from them.</summary>
    public static string DecisionOf(this Words words, MovementWeek week) =>
        words[
            $"movement.decision.{AnalysisFiles.Key(week.Decision)}",
            ("done", week.Done),
            ("sessions", week.Sessions),
            ("worse", week.Worse),
            ("unknown", week.Unknown),
            ("minutes", words.Number(week.Minutes)),
            ("next", words.Number(week.NextMinutes))
        ];
}
