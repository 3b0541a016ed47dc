namespace Inomya.Analysis.Tests;

/// <summary>A measure with the days that were called bad in, counted as the ends of a record count them.</summary>
public class CountedDaysTests
{
    private static double[] Days(int count, Func<int, double> value) => [.. Enumerable.Range(0, count).Select(value)];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_mean_over_any_days_is_the_one_that_two_stretches_beside_each_other_have(bool higherIsWorse)
    {
        var ticks = Days(60, t => t is 50 or 55 ? 1 : 0);
        var rated = Days(60, t => ticks[t] == 1 || t % 7 == 0 ? double.NaN : 3 + t % 4);
        var counted = CountedDays.Of(rated, ticks, higherIsWorse);
        var (then, now, bound) = ThenAndNow.Around(rated, ticks, higherIsWorse, 0, 40, 59);
        Assert.Equal((then!.Ticked + now!.Ticked, bound), (counted.Ticked, counted.Bound));
        Assert.Equal(now.Mean, counted.Values.Skip(40).Where(v => !double.IsNaN(v)).Average(), 12);
        Assert.Equal(higherIsWorse, counted.Values[50] > bound);
        Assert.Equal(double.NaN, counted.Values[49]);
        Assert.True(double.IsNaN(rated[50])); // what was recorded is left as it is
    }

    [Fact]
    public void Without_one_number_nothing_says_what_a_bad_day_is()
    {
        var counted = CountedDays.Of(Days(9, _ => double.NaN), Days(9, _ => 1), higherIsWorse: true);
        Assert.Equal((0, double.NaN), (counted.Ticked, counted.Bound));
        Assert.All(counted.Values, v => Assert.Equal(double.NaN, v));
    }
}
