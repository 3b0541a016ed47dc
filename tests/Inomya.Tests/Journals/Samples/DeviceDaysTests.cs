using CsCheck;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Tests.Journals.Samples;

/// <summary>From what devices say to the numbers of a day: each second counted once, each night once.</summary>
public class DeviceDaysTests
{
    private static readonly DayClock Berlin = new(LocalTime.Midnight, [new ZoneSince(default, "Europe/Berlin")]);
    private static readonly OffsetDateTimePattern Written = OffsetDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd HH:mm:ss o<+HHmm>"
    );

    private static long At(string written) =>
        Written.Parse(written.Length > 20 ? written : $"{written}:00 +0200").Value.ToInstant().ToUnixTimeMilliseconds();

    private static SampleRows Rows(string measure, params (string Device, string From, string To, double Value)[] rows)
    {
        var merge = new SampleMerge(measure);
        foreach (var (device, from, to, value) in rows)
            merge.Add(new SampleRow(At(from), At(to), merge.PlaceOf(device), value));
        return merge.ToRows();
    }

    private static DayEdges Edges(LocalDate day) => new(Berlin, day.PlusDays(-3), day.PlusDays(3));

    private static string Told(IEnumerable<DeviceDay> days) =>
        string.Join(
            ", ",
            days.OrderBy(d => d.Day)
                .ThenBy(d => d.Measure, StringComparer.Ordinal)
                .Select(d => FormattableString.Invariant($"{d.Day:MM-dd} {d.Measure} {d.Value:0.####}"))
        );

    private static string Steps(params (string, string, string, double)[] rows) =>
        Told(new CoveredSums("steps", Rows("steps", rows), Edges(new(2026, 6, 29))).Days());

    private static string Sleep(params (string, string, string, double)[] rows) =>
        Told(new Nights(Rows(Nights.Stream, rows), Edges(new(2026, 6, 29)), ClockAt).Days());

    private static LocalTime ClockAt(long moment)
    {
        var instant = Instant.FromUnixTimeMilliseconds(moment);
        return instant.InZone(Berlin.ZoneAt(instant)).TimeOfDay;
    }

    [Fact]
    public void The_phone_counts_only_the_minutes_the_watch_did_not() =>
        Assert.Equal(
            "06-29 steps 2900",
            Steps(
                ("Watch", "2026-06-29 08:00", "2026-06-29 08:10", 1500),
                ("iPhone", "2026-06-29 08:00", "2026-06-29 08:10", 1200),
                ("iPhone", "2026-06-29 12:00", "2026-06-29 12:20", 900),
                ("Watch", "2026-06-29 20:00", "2026-06-29 20:10", 500)
            )
        );

    [Fact]
    public void A_stretch_that_is_half_covered_gives_half() =>
        Assert.Equal(
            "06-29 steps 1100",
            Steps(
                ("Watch", "2026-06-29 08:00", "2026-06-29 08:10", 600),
                ("iPhone", "2026-06-29 08:05", "2026-06-29 08:15", 1000)
            )
        );

    [Fact]
    public void A_stretch_across_midnight_is_divided_by_time() =>
        Assert.Equal(
            "06-29 steps 200.5, 06-30 steps 200.5",
            Steps(("Watch", "2026-06-29 23:45", "2026-06-30 00:15", 401))
        );

    [Fact]
    public void A_day_and_its_hours_by_the_same_device_count_once() =>
        Assert.Equal(
            "06-29 steps 4000",
            Steps(
                ("Tracker", "2026-06-29 00:00", "2026-06-30 00:00", 4000),
                ("Tracker", "2026-06-29 08:00", "2026-06-29 09:00", 1700),
                ("Tracker", "2026-06-29 17:00", "2026-06-29 18:00", 2300)
            )
        );

    [Fact]
    public void A_count_of_a_moment_is_whole_unless_another_device_covered_it() =>
        Assert.Equal(
            "06-29 steps 105",
            Steps(
                ("Watch", "2026-06-29 08:00", "2026-06-29 08:10", 100),
                ("iPhone", "2026-06-29 08:05", "2026-06-29 08:05", 40),
                ("iPhone", "2026-06-29 09:00", "2026-06-29 09:00", 5)
            )
        );

    /// <summary>Whatever overlaps: no more than all together, no less than the one believed first.</summary>
    [Fact]
    public void Nothing_is_counted_twice_and_nothing_of_the_first_is_lost()
    {
        var row = Gen.Select(
            Gen.Int[0, 1],
            Gen.Int[0, 1000],
            Gen.Int[1, 200],
            Gen.Int[0, 500],
            (d, from, length, value) =>
                new SampleRow(
                    At("2026-06-29 01:00") + from * 60_000L,
                    At("2026-06-29 01:00") + (from + length) * 60_000L,
                    d,
                    value
                )
        );
        row.List[1, 20]
            .Sample(rows =>
            {
                var all = new SampleRows(
                    ["Watch", "iPhone"],
                    [.. rows.DistinctBy(r => (r.Start, r.End, r.Device)).Order()]
                );
                double Sum(SampleRows some) =>
                    new CoveredSums("steps", some, Edges(new(2026, 6, 29))).Days().Sum(d => d.Value);
                var watch = new SampleRows(all.Devices, [.. all.Rows.Where(r => r.Device == 0)]);
                var phone = new SampleRows(all.Devices, [.. all.Rows.Where(r => r.Device == 1)]);
                Assert.InRange(Sum(all), Sum(watch) - 1e-6, Sum(watch) + Sum(phone) + 1e-6);
                Assert.True(Sum(all) <= all.Rows.Sum(r => r.Value) + 1e-6);
            });
    }

    [Fact]
    public void Stages_outrank_plain_sleep_in_bed_is_not_asleep_and_the_night_is_of_the_morning() =>
        Assert.Equal(
            "06-29 sleep_awake 0.25, 06-29 sleep_deep 1, 06-29 sleep_hours 7.25, 06-29 sleep_in_bed 8, 06-29 sleep_light 5.25, 06-29 sleep_rem 1",
            Sleep(
                ("iPhone", "2026-06-28 22:30", "2026-06-29 06:30", 0),
                ("Watch", "2026-06-28 22:45", "2026-06-29 01:00", 3),
                ("Watch", "2026-06-29 01:00", "2026-06-29 02:00", 4),
                ("Watch", "2026-06-29 02:00", "2026-06-29 03:00", 5),
                ("Watch", "2026-06-29 03:00", "2026-06-29 03:15", 2),
                ("Watch", "2026-06-29 03:15", "2026-06-29 06:15", 3),
                ("SleepApp", "2026-06-28 23:00", "2026-06-29 06:00", 1)
            )
        );

    [Fact]
    public void In_bed_and_asleep_of_the_very_same_stretch_are_two_things() =>
        Assert.Equal(
            "06-29 sleep_hours 8, 06-29 sleep_in_bed 8",
            Sleep(
                ("App", "2026-06-28 22:00", "2026-06-29 06:00", 0),
                ("App", "2026-06-28 22:00", "2026-06-29 06:00", 1)
            )
        );

    [Fact]
    public void The_night_the_clock_goes_back_is_as_long_as_it_was()
    {
        var rows = Rows(
            Nights.Stream,
            ("Watch", "2025-10-25 23:00:00 +0200", "2025-10-26 07:00:00 +0100", 1),
            ("Watch", "2025-10-25 23:00:00 +0200", "2025-10-26 08:00:00 +0200", 1)
        );
        var edges = new DayEdges(Berlin, new(2025, 10, 24), new(2025, 10, 28));
        Assert.Equal("10-26 sleep_hours 9, 10-26 sleep_in_bed 9", Told(new Nights(rows, edges, ClockAt).Days()));
        Assert.Equal(25 * 3_600_000, edges.Starts[3] - edges.Starts[2]);
    }

    [Fact]
    public void A_short_sleep_by_day_is_a_nap_and_not_part_of_the_night() =>
        Assert.Equal(
            "06-29 sleep_hours 6, 06-29 sleep_in_bed 6, 06-29 sleep_nap 1.5",
            Sleep(
                ("Watch", "2026-06-29 00:00", "2026-06-29 06:00", 1),
                ("Watch", "2026-06-29 14:00", "2026-06-29 15:30", 1)
            )
        );

    [Fact]
    public void A_wake_of_an_hour_is_one_night_and_one_of_four_hours_two_sleeps_of_a_day() =>
        Assert.Equal(
            "06-29 sleep_hours 7, 06-29 sleep_in_bed 8, 06-30 sleep_hours 6, 06-30 sleep_in_bed 6",
            Sleep(
                ("Watch", "2026-06-28 22:00", "2026-06-29 02:00", 1),
                ("Watch", "2026-06-29 03:00", "2026-06-29 06:00", 1),
                ("Watch", "2026-06-29 21:00", "2026-06-30 01:00", 1),
                ("Watch", "2026-06-30 05:00", "2026-06-30 07:00", 1)
            )
        );

    [Fact]
    public void Lying_in_bed_alone_says_nothing_of_sleep() =>
        Assert.Equal("06-29 sleep_in_bed 8", Sleep(("iPhone", "2026-06-28 22:00", "2026-06-29 06:00", 0)));

    [Theory]
    [InlineData(DailyRule.Mean, 80)]
    [InlineData(DailyRule.Median, 75)]
    [InlineData(DailyRule.Last, 110)]
    [InlineData(DailyRule.Max, 110)]
    [InlineData(DailyRule.HourlyMean, 85)]
    public void What_is_measured_now_and_then_becomes_one_value_by_its_rule(DailyRule rule, double expected)
    {
        var rows = Rows(
            "heart_rate",
            ("Watch", "2026-06-29 08:00", "2026-06-29 08:00", 60),
            ("Watch", "2026-06-29 08:30", "2026-06-29 08:30", 70),
            ("Watch", "2026-06-29 09:10", "2026-06-29 09:10", 80),
            ("Watch", "2026-06-29 10:10", "2026-06-29 10:10", 110),
            ("iPhone", "2026-06-29 10:20", "2026-06-29 10:20", 200)
        );
        var day = SampledDays.Of("heart_rate", rule, rows, Edges(new(2026, 6, 29))).Single();
        Assert.Equal((expected, "Watch", 4), (Math.Round(day.Value, 6), day.Device, day.Samples));
    }

    [Theory]
    [InlineData("Ana’s Apple Watch", "iPhone")]
    [InlineData("Garmin Venu 3", "Oura Ring")]
    [InlineData("Oura Ring", "Pixel 9")]
    [InlineData("iPhone", "manual")]
    [InlineData("manual", "SomeApp")]
    public void The_one_worn_closer_is_believed_first(string first, string second) =>
        Assert.True(DeviceRank.Of(first) < DeviceRank.Of(second));
}
