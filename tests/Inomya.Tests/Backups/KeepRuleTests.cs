using Inomya.Backups;
using NodaTime;

namespace Inomya.Tests.Backups;

/// <summary>Which copies stay and which go.</summary>
public class KeepRuleTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Madrid"];

    private static BackupCopy At(LocalDate day, int hour = 3) =>
        new($"{day:uuuuMMdd}{hour:00}", day.At(new(hour, 0)).InZoneLeniently(Zone).ToInstant(), 1);

    private static BackupCopy[] Daily(int days) =>
        [.. Enumerable.Range(0, days).Select(n => At(new LocalDate(2026, 11, 30).PlusDays(-n)))];

    private static string[] Kept(KeepRule rule, params BackupCopy[] copies) =>
        [.. copies.Except(rule.ToDelete(copies, Zone)).Select(c => c.Name[..8]).Order()];

    [Fact]
    public void A_year_of_days_leaves_seven_days_four_weeks_and_twelve_months() =>
        Assert.Equal(
            [
                // the newest of each month
                "20251231",
                "20260131",
                "20260228",
                "20260331",
                "20260430",
                "20260531",
                "20260630",
                "20260731",
                "20260831",
                "20260930",
                "20261031",
                // the Sundays, and seven days
                "20261115",
                "20261122",
                "20261124",
                "20261125",
                "20261126",
                "20261127",
                "20261128",
                "20261129",
                "20261130",
            ],
            Kept(KeepRule.Usual, Daily(365))
        );

    [Fact]
    public void After_half_a_year_without_a_run_nothing_has_to_go()
    {
        var before = Daily(200).Skip(180).Take(7).ToArray();
        Assert.Empty(new KeepRule("test", 7, 0, 0).ToDelete(before, Zone));
    }

    [Fact]
    public void The_newest_copy_stays_whatever_the_rule() =>
        Assert.Equal(["20261130"], Kept(new KeepRule("test", 0, 0, 0), Daily(9)));

    [Fact]
    public void Of_a_day_the_newest_stays_and_the_day_is_the_persons()
    {
        var day = new LocalDate(2026, 11, 30);
        // an hour past midnight in Madrid is the day before in UTC
        var (late, early, evening) = (At(day, 1), At(day, 0), At(day.PlusDays(-1), 23));
        Assert.Equal([early], new KeepRule("test", 2, 0, 0).ToDelete([early, evening, late], Zone));
    }

    [Fact]
    public void Every_rule_keeps_at_least_a_week_of_days() => Assert.All(KeepRule.All, r => Assert.True(r.Daily >= 7));
}
