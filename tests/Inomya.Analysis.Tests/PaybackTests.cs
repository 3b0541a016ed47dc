namespace Inomya.Analysis.Tests;

public class PaybackTests
{
    private static readonly Roles Walker = new(
        "pain",
        [],
        new Dictionary<string, FactorKind> { ["steps"] = FactorKind.Reactive }
    );

    [Fact]
    public void Payback_is_the_sum_over_the_days_after()
    {
        var payback = Assert.Single(Engine.Analyze(Walking(300, 0.5, 0.4, seed: 91), Walker).BoomAndBust);
        Assert.InRange(0.9, payback.Lo, payback.Hi);
        Assert.True(payback.Lo > 0 && payback.P < 0.001);
        Assert.Equal((1, 3), (payback.FromLag, payback.ToLag));
    }

    [Fact]
    public void Walking_without_payback_has_none() =>
        Assert.True(Engine.Analyze(Walking(300, 0, 0, seed: 92), Walker).BoomAndBust[0].P > 0.01);

    [Fact]
    public void Doing_more_on_good_days_is_told()
    {
        var table = Walking(300, 0, 0, seed: 93);
        for (var t = 0; t < 300; t++)
            table.Columns[1][t] -= table.Columns[0][t];
        Assert.InRange(Engine.Analyze(table, Walker).BoomAndBust[0].GoodDayPush, 0.5, 0.9);
    }

    [Fact]
    public void Only_what_is_named_as_activity_is_looked_at() =>
        Assert.Empty(Engine.Analyze(Walking(100, 0, 0, seed: 94), Walker with { Activities = [] }).BoomAndBust);

    private static DailyTable Walking(int days, double next, double second, int seed)
    {
        var random = new Random(seed);
        double[] steps = Diary.Noise(random, days),
            pain = Diary.Noise(random, days);
        for (var t = 2; t < days; t++)
            pain[t] += next * steps[t - 1] + second * steps[t - 2];
        return new DailyTable(["pain", "steps"], [.. Enumerable.Range(20_000, days)], [pain, steps]);
    }
}
