using Inomya.Sleep;
using NodaTime;

namespace Inomya.Tests.Sleep;

/// <summary>How regular sleep is: the index of Phillips, by instants, of nights that are known.</summary>
public class RegularityTests
{
    private static SleepRegularity Of(IEnumerable<Night> nights, int days = 14, double least = 5) =>
        SleepRegularity.Of(nights, MadeNights.Madrid, MadeNights.Today.PlusDays(1 - days), MadeNights.Today, least);

    [Fact]
    public void The_same_sleep_every_night_is_100() => Assert.Equal(100, Of(MadeNights.Same(14, 480, 480)).Index);

    [Fact]
    public void Seven_hours_of_sleep_moved_by_three_and_a_half_each_night_lose_what_differs()
    {
        // every other night begins and ends 210 minutes later: 420 of 1440 minutes differ
        var nights = MadeNights.Same(14, 420, 420).Select((n, i) => i % 2 == 0 ? n : Later(n, 210));
        Assert.Equal(100 - (200 * 420.0 / 1440), Of(nights).Index!.Value, 6);
    }

    [Fact]
    public void Too_few_days_that_can_be_compared_have_no_index()
    {
        Assert.Null(Of(MadeNights.Same(5, 480, 480)).Index); // four pairs
        Assert.NotNull(Of(MadeNights.Same(6, 480, 480)).Index);
        Assert.Null(Of(MadeNights.Same(14, 480, 480).Where((_, i) => i % 2 == 0)).Index);
    }

    [Fact]
    public void A_night_that_does_not_say_when_sleep_began_is_not_known()
    {
        var nights = MadeNights.Same(14, 480, 480).Select((n, i) => i == 7 ? n with { MinutesToSleep = null } : n);
        var regular = Of(nights);
        Assert.Equal(100, regular.Index);
        Assert.Equal(11, regular.DayPairs, 6);
    }

    [Fact]
    public void Over_a_clock_change_the_same_time_on_the_wall_is_an_hour_off_once()
    {
        var last = new LocalDate(2026, 10, 31);
        var nights = Enumerable.Range(0, 14).Select(i => MadeNights.Of(last.PlusDays(i - 13), 480, 480)).ToList();
        var regular = SleepRegularity.Of(nights, MadeNights.Madrid, last.PlusDays(-13), last, 5);
        // the night of the change sets two edges an hour apart, and so does the return: 60 minutes at each end
        Assert.InRange(regular.Index!.Value, 98, 99.9);
    }

    private static Night Later(Night night, int minutes) =>
        night with
        {
            IntoBed = night.IntoBed + Duration.FromMinutes(minutes),
            LightsOut = night.LightsOut + Duration.FromMinutes(minutes),
            FinalWaking = night.FinalWaking + Duration.FromMinutes(minutes),
            OutOfBed = night.OutOfBed + Duration.FromMinutes(minutes),
        };
}
