namespace Inomya.Analysis.Tests;

public class ChangePointTests
{
    [Fact]
    public void A_lasting_shift_is_found_with_its_size()
    {
        var point = Assert.Single(
            Engine.Analyze(Shifted(240, 130, 2.5, 41), new Roles("pain", [], Nothing)).ChangePoints
        );
        Assert.InRange(point.Day, 20_125, 20_135);
        Assert.InRange(2.5, point.Lo, point.Hi);
    }

    /// <summary>The interval of dates promises four in five; 34 to 48 of 50 is within three standard errors of that.</summary>
    [Fact]
    public void The_interval_of_dates_holds_the_day_as_often_as_it_says()
    {
        var points = Enumerable
            .Range(100, 50)
            .Select(seed => Engine.Analyze(Shifted(200, 90, 2, seed), new Roles("pain", [], Nothing)).ChangePoints)
            .ToList();
        Assert.All(points, p => Assert.Single(p));
        Assert.InRange(points.Count(p => p[0].FromDay <= 20_090 && 20_090 <= p[0].ToDay), 34, 48);
    }

    [Fact]
    public void A_slow_rise_is_not_a_shift()
    {
        var rise = Shifted(240, 0, 0, 42);
        for (var t = 0; t < 240; t++)
            rise.Columns[0][t] += 3.0 * t / 240;
        Assert.Empty(Engine.Analyze(rise, new Roles("pain", [], Nothing)).ChangePoints);
    }

    [Fact]
    public void Noise_has_no_shift() =>
        Assert.Empty(Engine.Analyze(Shifted(240, 0, 0, 43), new Roles("pain", [], Nothing)).ChangePoints);

    private static Dictionary<string, FactorKind> Nothing { get; } = [];

    private static DailyTable Shifted(int days, int at, double jump, int seed)
    {
        var y = Diary.Noise(new Random(seed), days);
        for (var t = at; t < days; t++)
            y[t] += jump;
        return new DailyTable(["pain"], [.. Enumerable.Range(20_000, days)], [y]);
    }
}
