using CsCheck;

namespace Inomya.Analysis.Tests;

/// <summary>The first and the last recorded days beside each other.</summary>
public class ThenAndNowTests
{
    private static double[] Days(int count, Func<int, double> value) => [.. Enumerable.Range(0, count).Select(value)];

    [Fact]
    public void Ninety_days_each_side_are_compared_where_there_are_as_many()
    {
        var ends = ThenAndNow.Of(Days(400, t => t < 200 ? 6 : 4), null, higherIsWorse: true)!;
        Assert.Equal((90, 90), (ends.Then.Days, ends.Now.Days));
        Assert.Equal((0, 89, 310, 399), (ends.Then.FromSlot, ends.Then.ToSlot, ends.Now.FromSlot, ends.Now.ToSlot));
        Assert.Equal(-2, ends.Change, 12);
    }

    [Fact]
    public void A_short_record_is_halved_and_no_day_is_in_both()
    {
        var ends = ThenAndNow.Of(Days(41, t => t), null, higherIsWorse: true)!;
        Assert.Equal(20, ends.Now.Days);
        Assert.True(ends.Then.ToSlot < ends.Now.FromSlot);
    }

    [Theory]
    [InlineData(27, false)]
    [InlineData(28, true)]
    public void Fewer_than_two_weeks_each_side_are_not_compared(int days, bool compared) =>
        Assert.Equal(compared, ThenAndNow.Of(Days(days, t => t % 5), null, higherIsWorse: true) is not null);

    [Fact]
    public void A_day_without_a_record_is_in_neither_side()
    {
        var ends = ThenAndNow.Of(Days(200, t => t % 2 == 0 ? 5 : double.NaN), null, higherIsWorse: true)!;
        Assert.Equal(50, ends.Then.Days);
        Assert.Equal(5, ends.Then.Mean, 12);
    }

    [Fact]
    public void A_day_ticked_as_bad_is_a_recorded_day_that_is_worse_than_the_bound()
    {
        var ticks = Days(60, t => t is 50 or 55 ? 1 : 0);
        var rated = Days(60, t => ticks[t] == 1 ? double.NaN : 3 + t % 4);
        var ends = ThenAndNow.Of(rated, ticks, higherIsWorse: true)!;
        Assert.Equal((2, 28, 30), (ends.Now.Ticked, ends.Now.Rated, ends.Now.Days));
        Assert.Equal(0, ends.Then.Ticked);
        Assert.True(ends.Now.Mean > rated.Where(v => !double.IsNaN(v)).Average());
        Assert.Equal(6, ends.Bound);
    }

    [Fact]
    public void Where_higher_is_better_a_bad_day_is_lower_than_the_bound()
    {
        var ticks = Days(60, t => t is 50 or 55 ? 1 : 0);
        var rated = Days(60, t => ticks[t] == 1 ? double.NaN : 3 + t % 4);
        var ends = ThenAndNow.Of(rated, ticks, higherIsWorse: false)!;
        Assert.True(ends.Now.Mean < ends.Then.Mean);
    }

    [Fact]
    public void Only_ticks_have_no_then_and_now() =>
        Assert.Null(ThenAndNow.Of(Days(60, _ => double.NaN), Days(60, _ => 1), higherIsWorse: true));

    [Fact]
    public void Time_turned_round_turns_the_change_round() =>
        Gen.Double[0, 10]
            .Array[30, 300]
            .Sample(values =>
            {
                var change = ThenAndNow.Of(values, null, higherIsWorse: true)!.Change;
                var back = ThenAndNow.Of([.. values.Reverse()], null, higherIsWorse: true)!.Change;
                Assert.Equal(change, -back, 9);
            });
}
