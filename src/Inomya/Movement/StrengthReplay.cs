using Inomya.Journals;
using NodaTime;

namespace Inomya.Movement;

/// <summary>By how many steps strength exercises have grown: one after so many good weeks, one back after worse days or a new flare.</summary>
/// <remarks>
/// Nothing is added in a flare, in the days after it, nor in a week in which days after any other session were worse. A
/// rule of ours, not validated. Effort that was not told is not easy.
/// </remarks>
public static class StrengthReplay
{
    private const int DaysInWeek = 7;

    /// <param name="sessions">Of any kind; those of strength are counted.</param>
    /// <returns>0 for the start; no more than the rules allow.</returns>
    public static int Steps(
        IReadOnlyList<SessionAfter> sessions,
        IReadOnlyList<Flare> flares,
        LocalDate today,
        MovementRules rules
    )
    {
        var mine = sessions.Where(s => s.Session.Kind == MovementKind.Strength).OrderBy(s => s.Session.Day).ToList();
        if (mine.Count == 0)
            return 0;
        var stretches = FlareStretch.Of(flares, rules);
        var (steps, good) = (0, 0);
        for (var first = mine[0].Session.Day; first.PlusDays(DaysInWeek) <= today; first = first.PlusDays(DaysInWeek))
        {
            var last = first.PlusDays(DaysInWeek - 1);
            var week = sessions.Where(s => s.Session.Day >= first && s.Session.Day <= last).ToList();
            var isBack = week.Exists(IsWorseStrength) || stretches.Any(f => f.BeginsIn(first, last));
            good = !isBack && !Rests(stretches, first, last, rules) && IsGood(week, rules) ? good + 1 : 0;
            steps =
                isBack ? Math.Max(0, steps - 1)
                : good == rules.GoodWeeks ? Math.Min(rules.StrengthStepsMost, steps + 1)
                : steps;
            good %= rules.GoodWeeks;
        }
        return steps;
    }

    /// <summary>Nothing is added on these days: one of them lies in a flare, or soon after one.</summary>
    internal static bool Rests(
        IReadOnlyList<FlareStretch> flares,
        LocalDate first,
        LocalDate last,
        MovementRules rules
    ) => flares.Any(f => f.Touches(first.PlusDays(-rules.StrengthRestDays), last));

    private static bool IsWorseStrength(SessionAfter session) =>
        session is { Session.Kind: MovementKind.Strength, After: Aftermath.Worse };

    private static bool IsGood(List<SessionAfter> week, MovementRules rules)
    {
        var mine = week.Where(s => s.Session.Kind == MovementKind.Strength).ToList();
        return mine.Select(s => s.Session.Day).Distinct().Count() >= rules.StrengthDays
            && week.TrueForAll(s => s.After != Aftermath.Worse)
            && mine.TrueForAll(s => s.After == Aftermath.Usual && s.Session.Effort <= rules.StrengthEffortMost);
    }
}
