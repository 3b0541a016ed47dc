namespace Inomya.Analysis.Tests;

public class ForecastScoreTests
{
    [Fact]
    public void Saying_what_happens_is_perfect_and_switched_on()
    {
        double[] happened = [.. Enumerable.Range(0, 100).Select(t => t % 5 == 0 ? 1.0 : 0)];
        var quality = ForecastScore.Of(happened, Same(0.2, 100), happened)!;
        Assert.Equal((0.0, 0.0, true), (quality.Brier, quality.CalibrationError, quality.SwitchedOn));
        Assert.Equal(1, quality.Skill, 12);
        Assert.Equal(0.16, quality.BaseRateBrier, 12);
    }

    [Fact]
    public void Saying_the_base_rate_is_switched_off() =>
        Assert.False(
            ForecastScore
                .Of(Same(0.2, 50), Same(0.2, 50), [.. Enumerable.Range(0, 50).Select(t => t % 5 == 0 ? 1.0 : 0)])!
                .SwitchedOn
        );

    [Fact]
    public void A_day_without_a_record_is_left_out() =>
        Assert.Equal(1, ForecastScore.Of([0.5, 0.5], [0.5, 0.5], [1, double.NaN])!.Days);

    [Fact]
    public void Nothing_recorded_cannot_be_judged() => Assert.Null(ForecastScore.Of([0.5], [0.5], [double.NaN]));

    /// <summary>Said 0.25 on four days, of which one happened: on the line.</summary>
    [Fact]
    public void Saying_a_quarter_when_a_quarter_happens_is_calibrated()
    {
        var bin = Assert.Single(ForecastScore.Of(Same(0.25, 4), Same(0.5, 4), [0, 0, 1, 0])!.Reliability);
        Assert.Equal(new ReliabilityBin(0.25, 0.25, 4), bin);
    }

    [Fact]
    public void No_forecast_uses_its_own_day_or_a_later_one()
    {
        var table = Diary.WithCause(260, 1, 1.2, 9);
        var roles = Diary.Roles with { FlareThreshold = 1, ForecastFromDay = 20_200 };
        var whole = Engine.Analyze(table, roles).FlareForecast;
        foreach (var day in new[] { 20_201, 20_214, 20_230 })
        {
            var before = Engine.Analyze(table.Before(day), roles).FlareForecast;
            Assert.Equal(whole.Single(f => f.Day == day).P, before[^1].P, 12);
        }
    }

    private static double[] Same(double p, int days) => [.. Enumerable.Repeat(p, days)];

    /// <summary>R: prop.test(10, 100, correct = FALSE).</summary>
    [Fact]
    public void The_interval_of_a_share_is_that_of_R()
    {
        var bin = new ReliabilityBin(0.1, 0.1, 100);
        Assert.Equal(0.0552291, bin.Lo, 6);
        Assert.Equal(0.1743657, bin.Hi, 6);
        Assert.Equal(0, new ReliabilityBin(0.1, 0, 5).Lo, 12);
    }
}
