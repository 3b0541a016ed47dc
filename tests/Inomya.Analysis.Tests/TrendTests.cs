namespace Inomya.Analysis.Tests;

public class TrendTests
{
    [Fact]
    public void A_line_with_noise_has_its_slope_inside_the_interval()
    {
        var noise = Diary.Noise(new Random(3), 300);
        var trend = Trend.Estimate([.. noise.Select((e, t) => 4 + 0.02 * t + e)], t => t % 7)!;
        Assert.InRange(0.6, trend.Lo, trend.Hi);
        Assert.Equal(300, trend.DaysCounted);
    }

    [Fact]
    public void Days_without_a_record_do_not_count()
    {
        var values = Diary.Noise(new Random(4), 100);
        values[10] = double.NaN;
        Assert.Equal(99, Trend.Estimate(values, t => t % 7)!.DaysCounted);
    }

    [Fact]
    public void Too_few_days_have_no_trend() => Assert.Null(Trend.Estimate(Diary.Noise(new Random(5), 18), t => t % 7));
}
