using NodaTime;
using NodaTime.Calendars;

namespace Inomya.Backups;

/// <summary>Which copies are kept: the newest of each of so many days, weeks and months.</summary>
/// <remarks>
/// Periods that have a copy are counted, not those of the calendar: after half a year without a run nothing has to go.
/// The newest copy is always kept.
/// </remarks>
/// <param name="Name">Last part of the locale key backup.keep.NAME.</param>
/// <param name="Daily">Days; the newest copy of each.</param>
/// <param name="Weekly">Weeks from Monday on.</param>
/// <param name="Monthly">Months of the calendar.</param>
public sealed record KeepRule(string Name, int Daily, int Weekly, int Monthly)
{
    /// <summary>A week back day by day, a month by weeks, a year by months.</summary>
    public static KeepRule Usual { get; } = new("usual", 7, 4, 12);

    public static IReadOnlyList<KeepRule> All { get; } = [new("short", 7, 0, 0), Usual, new("long", 30, 12, 60)];

    /// <summary>The rule of this name; the usual one where there is none of it.</summary>
    public static KeepRule Of(string? name) => All.FirstOrDefault(r => r.Name == name) ?? Usual;

    /// <summary>What the rule has no use for.</summary>
    /// <param name="zone">Where the person's days begin and end.</param>
    public IReadOnlyList<BackupCopy> ToDelete(IEnumerable<BackupCopy> copies, DateTimeZone zone)
    {
        var newestFirst = copies.OrderByDescending(c => c.MadeAt).ToList();
        var kept = Newest(newestFirst, Daily, c => Day(c))
            .Concat(Newest(newestFirst, Weekly, c => WeekYearRules.Iso.GetWeekYear(Day(c)) * 100 + Week(Day(c))))
            .Concat(Newest(newestFirst, Monthly, c => Day(c).Year * 100 + Day(c).Month))
            .Concat(newestFirst.Take(1))
            .ToHashSet();
        return [.. newestFirst.Where(c => !kept.Contains(c))];

        LocalDate Day(BackupCopy copy) => copy.MadeAt.InZone(zone).Date;
    }

    private static int Week(LocalDate day) => WeekYearRules.Iso.GetWeekOfWeekYear(day);

    private static IEnumerable<BackupCopy> Newest<T>(
        List<BackupCopy> newestFirst,
        int periods,
        Func<BackupCopy, T> of
    ) => newestFirst.GroupBy(of).Take(periods).Select(period => period.First());
}
