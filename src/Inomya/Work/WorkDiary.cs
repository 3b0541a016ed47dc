using Inomya.Journals;
using NodaTime;

namespace Inomya.Work;

/// <summary>The diary of lost work, from what was noted among the costs.</summary>
public static class WorkDiary
{
    /// <summary>The last weeks, the newest first; a week without a note is there and has no number.</summary>
    public static IReadOnlyList<LostWeek> Weeks(IEnumerable<Cost> costs, LocalDate today, int weeks)
    {
        var lost = Lost(costs).ToLookup(c => MondayOf(c.Day));
        return
        [
            .. Enumerable
                .Range(0, weeks)
                .Select(i => MondayOf(today).PlusWeeks(-i))
                .Select(monday => WeekOf(monday, [.. lost[monday].Where(c => c.Day <= today)])),
        ];
    }

    /// <summary>Lost work with hours.</summary>
    public static IEnumerable<Cost> Lost(IEnumerable<Cost> costs) =>
        costs.Where(c => c is { Kind: CostKind.LostWork, Hours: > 0 });

    private static LostWeek WeekOf(LocalDate monday, IReadOnlyList<Cost> noted) =>
        new(
            monday,
            noted.Count == 0 ? null : noted.Sum(c => c.Hours!.Value),
            noted.Select(c => c.Day).Distinct().Count()
        );

    private static LocalDate MondayOf(LocalDate day) =>
        day.DayOfWeek == IsoDayOfWeek.Monday ? day : day.Previous(IsoDayOfWeek.Monday);
}
