using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Series;

/// <summary>To the minute: which day a moment is of, and which moment a time on the wall is after a move.</summary>
public class DayBoundaryTests
{
    private static readonly LocalDate Sunday = new(2026, 11, 22);

    private static DayClock Clock(params (Instant Since, string Zone)[] moves) =>
        new(
            DayClock.UsualBoundary,
            [new(Instant.FromUnixTimeTicks(0), "Europe/Madrid"), .. moves.Select(m => new ZoneSince(m.Since, m.Zone))]
        );

    [Theory]
    [InlineData(3, 59, -1)]
    [InlineData(4, 0, 0)]
    [InlineData(4, 1, 0)]
    public void Four_o_clock_is_of_the_new_day_and_a_minute_before_is_of_the_night(int hour, int minute, int of)
    {
        var at = Sunday.At(new LocalTime(hour, minute)).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Madrid"]);
        Assert.Equal(Sunday.PlusDays(of), Clock().DayOf(at.ToInstant()));
    }

    [Theory]
    [InlineData(3, 59, 23)]
    [InlineData(4, 0, 22)]
    public void A_time_of_day_before_four_is_of_the_night_that_ends_the_day(int hour, int minute, int date)
    {
        var at = Clock().InstantOf(Sunday, new LocalTime(hour, minute));
        Assert.Equal(Instant.FromUtc(2026, 11, date, hour - 1, minute), at);
        Assert.Equal(Sunday, Clock().DayOf(at));
    }

    [Fact]
    public void A_move_counts_from_its_very_instant()
    {
        var moved = Instant.FromUtc(2026, 11, 22, 12, 0);
        var clock = Clock((moved, "America/Lima"));
        Assert.Equal("Europe/Madrid", clock.ZoneAt(moved - Duration.Epsilon).Id);
        Assert.Equal("America/Lima", clock.ZoneAt(moved).Id);
    }

    [Fact]
    public void A_time_on_the_wall_after_a_move_is_of_the_place_moved_to_and_one_before_of_the_old_one()
    {
        var moved = Instant.FromUtc(2026, 11, 22, 12, 0); // 13:00 in Madrid, 07:00 in Lima
        var clock = Clock((moved, "America/Lima"));
        Assert.Equal(Instant.FromUtc(2026, 11, 22, 5, 0), clock.At(Sunday.At(new(6, 0))).ToInstant());
        Assert.Equal(Instant.FromUtc(2026, 11, 22, 20, 0), clock.At(Sunday.At(new(15, 0))).ToInstant());
        Assert.Equal(Instant.FromUtc(2026, 11, 22, 7, 0), clock.InstantOf(Sunday, new(8, 0)));
        Assert.Equal(Instant.FromUtc(2026, 11, 23, 1, 0), clock.InstantOf(Sunday, new(20, 0)));
        Assert.Equal(Instant.FromUtc(2026, 11, 23, 13, 0), clock.InstantOf(Sunday.PlusDays(1), new(8, 0)));
    }

    [Fact]
    public void The_day_after_a_move_east_begins_at_four_there()
    {
        var moved = Instant.FromUtc(2026, 11, 22, 12, 0);
        var clock = Clock((moved, "Asia/Kolkata"));
        Assert.Equal(Instant.FromUtc(2026, 11, 22, 3, 0), clock.StartOf(Sunday));
        Assert.Equal(Instant.FromUtc(2026, 11, 22, 22, 30), clock.StartOf(Sunday.PlusDays(1)));
        Assert.Equal(Sunday, clock.DayOf(Instant.FromUtc(2026, 11, 22, 22, 29)));
        Assert.Equal(Sunday.PlusDays(1), clock.DayOf(Instant.FromUtc(2026, 11, 22, 22, 30)));
    }
}
