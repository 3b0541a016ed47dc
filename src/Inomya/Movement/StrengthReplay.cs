using Inomya.Journals;
using NodaTime;

namespace Inomya.Movement;

/// <summary>By how many steps strength exercises have grown: one after so many good weeks, one back after worse days or a flare.</summary>
/// <remarks>A rule of ours, not validated. Effort that was not told is not easy.</remarks>
public static class StrengthReplay
{
    private const int DaysInWeek = 7;

    /// <param name="sessions">Of any kind; those of strength are looked at.</param>
    /// <returns>0 for the start.</returns>
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
        var (steps, good) = (0, 0);
        for (var first = mine[0].Session.Day; first.PlusDays(DaysInWeek) <= today; first = first.PlusDays(DaysInWeek))
        {
            var last = first.PlusDays(DaysInWeek - 1);
            var week = mine.Where(s => s.Session.Day >= first && s.Session.Day <= last).ToList();
            var isBack =
                week.Exists(s => s.After == Aftermath.Worse) || flares.Any(f => f.Start >= first && f.Start <= last);
            good = !isBack && IsGood(week, rules) ? good + 1 : 0;
            steps =
                isBack ? Math.Max(0, steps - 1)
                : good == rules.GoodWeeks ? steps + 1
                : steps;
            good %= rules.GoodWeeks;
        }
        return steps;
    }

    private static bool IsGood(List<SessionAfter> week, MovementRules rules) =>
        week.Count >= rules.StrengthDays
        && week.TrueForAll(s => s.After == Aftermath.Usual && s.Session.Effort <= rules.StrengthEffortMost);
}
