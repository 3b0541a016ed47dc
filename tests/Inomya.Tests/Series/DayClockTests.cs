using CsCheck;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Series;

public class DayClockTests
{
    private static readonly DayClock Madrid = new(
        DayClock.UsualBoundary,
        [new ZoneSince(Instant.FromUnixTimeTicks(0), "Europe/Madrid")]
    );

    private static Instant In(string zone, int year, int month, int day, int hour, int minute = 0) =>
        new LocalDateTime(year, month, day, hour, minute).InZoneStrictly(DateTimeZoneProviders.Tzdb[zone]).ToInstant();

    [Theory]
    [InlineData(3, 59, 21), InlineData(4, 0, 22), InlineData(23, 59, 22), InlineData(0, 0, 21)]
    public void A_day_starts_at_four(int hour, int minute, int day) =>
        Assert.Equal(new LocalDate(2026, 11, day), Madrid.DayOf(In("Europe/Madrid", 2026, 11, 22, hour, minute)));

    [Theory]
    [InlineData(2026, 3, 28, 23)] // the clock goes forward in the night to 29 March
    [InlineData(2026, 10, 24, 25)]
    [InlineData(2026, 6, 1, 24)]
    public void A_day_on_which_the_clock_changes_has_23_or_25_hours(int year, int month, int day, int hours)
    {
        var date = new LocalDate(year, month, day);
        Assert.Equal(Duration.FromHours(hours), Madrid.StartOf(date.PlusDays(1)) - Madrid.StartOf(date));
    }

    [Theory]
    [InlineData("Europe/Madrid", "Asia/Tokyo", 15, 10)] // skipped: the moment of the journey
    [InlineData("Asia/Tokyo", "Europe/Madrid", 16, 7)] // twice: the first of the two
    [InlineData("Europe/Madrid", "Asia/Tokyo", 11, 9)]
    [InlineData("Asia/Tokyo", "Europe/Madrid", 21, 19)]
    public void A_wall_time_around_a_journey_is_one_instant_however_it_is_asked(
        string from,
        string to,
        int hour,
        int utc
    )
    {
        var left = Instant.FromUtc(2026, 5, 10, 10, 0);
        var clock = new DayClock(
            DayClock.UsualBoundary,
            [new ZoneSince(left, to), new ZoneSince(Instant.FromUnixTimeTicks(0), from)]
        );
        var day = new LocalDate(2026, 5, 10);
        var at = clock.At(day + new LocalTime(hour, 0));
        Assert.Equal(Instant.FromUtc(2026, 5, 10, utc, 0), at.ToInstant());
        Assert.Equal(at.ToInstant(), clock.InstantOf(day, new LocalTime(hour, 0)));
        Assert.Equal(clock.ZoneAt(at.ToInstant()), at.Zone);
    }

    [Fact]
    public void After_a_move_the_day_is_that_of_the_new_zone()
    {
        var moved = In("Europe/Madrid", 2026, 5, 10, 12);
        var clock = new DayClock(
            DayClock.UsualBoundary,
            [new ZoneSince(moved, "Asia/Tokyo"), new ZoneSince(Instant.FromUnixTimeTicks(0), "Europe/Madrid")]
        );
        Assert.Equal(new LocalDate(2026, 5, 9), clock.DayOf(In("Europe/Madrid", 2026, 5, 10, 3)));
        // 23:30 in Madrid is 06:30 of the next day in Tokyo
        Assert.Equal(new LocalDate(2026, 5, 11), clock.DayOf(In("Europe/Madrid", 2026, 5, 10, 23, 30)));
    }

    [Fact]
    public void Every_instant_lies_in_its_day() =>
        Gen.Select(Gen.Long[0, 2_000_000_000], Gen.Int[0, 4], Gen.Int[0, 11])
            .Sample(
                (seconds, zone, boundary) =>
                {
                    var name = (
                        (string[])
                            [
                                "Europe/Madrid",
                                "America/Lima",
                                "Australia/Lord_Howe",
                                "Asia/Kathmandu",
                                "America/St_Johns",
                            ]
                    )[zone];
                    var clock = new DayClock(
                        new LocalTime(boundary, 0),
                        [new ZoneSince(Instant.FromUnixTimeTicks(0), name)]
                    );
                    var at = Instant.FromUnixTimeSeconds(seconds);
                    var day = clock.DayOf(at);
                    Assert.True(
                        clock.StartOf(day) <= at && at < clock.StartOf(day.PlusDays(1)),
                        $"{at} {name} {boundary}"
                    );
                },
                iter: 50_000
            );

    [Theory]
    [InlineData("2000-04-02T03:30:59Z", 1)] // a minute past midnight, the last before the clock jumps over one o'clock
    [InlineData("2000-04-02T03:31:00Z", 2)]
    [InlineData("2000-04-02T04:28:43Z", 2)]
    public void Where_the_clock_jumps_over_the_boundary_the_day_starts_after_the_jump(string instant, int day)
    {
        var clock = new DayClock(
            new LocalTime(1, 0),
            [new ZoneSince(Instant.FromUnixTimeTicks(0), "America/St_Johns")]
        );
        var at = NodaTime.Text.InstantPattern.General.Parse(instant).Value;
        Assert.Equal(new LocalDate(2000, 4, day), clock.DayOf(at));
        Assert.Equal(day == 2, clock.StartOf(new LocalDate(2000, 4, 2)) <= at);
    }

    [Fact]
    public void A_boundary_at_noon_or_a_zone_that_is_none_is_refused()
    {
        Assert.Throws<ArgumentException>(() =>
            new DayClock(new LocalTime(12, 0), [new ZoneSince(default, "Europe/Madrid")])
        );
        Assert.Throws<ArgumentException>(() => new DayClock(DayClock.UsualBoundary, []));
        Assert.ThrowsAny<Exception>(() => new DayClock(DayClock.UsualBoundary, [new ZoneSince(default, "Madrid")]));
    }
}
