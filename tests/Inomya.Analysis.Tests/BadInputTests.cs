namespace Inomya.Analysis.Tests;

public class BadInputTests
{
    [Fact]
    public void Five_hundred_factors_are_all_looked_at_and_the_real_one_is_found()
    {
        var table = Diary.WithCause(200, 1, 1.5, 51);
        var random = new Random(52);
        string[] more = [.. Enumerable.Range(0, 498).Select(i => $"other{i}")];
        var wide = new DailyTable(
            [.. table.Names, .. more],
            table.Days,
            [.. table.Columns, .. more.Select(_ => Diary.Noise(random, 200))]
        );
        var triggers = Engine.Analyze(wide, Roles.Infer(wide, "pain")).Triggers;
        Assert.Equal(500 * 4, triggers.Count);
        Assert.Contains(triggers, t => t is { Selected: true, Factor: "stress", Lag: 1 });
        Assert.InRange(triggers.Count(t => t.Selected), 1, 3);
    }

    [Fact]
    public void Thirty_years_of_days_are_read()
    {
        var result = Engine.Analyze(Diary.WithCause(10_957, 2, 0.5, 53), Diary.Roles with { FlareThreshold = 1 });
        Assert.Equal(10_957, result.Recorded);
        Assert.Contains(result.Triggers, t => t is { Selected: true, Factor: "stress", Lag: 2 });
        Assert.NotEmpty(result.FlareForecast);
    }

    [Fact]
    public void Days_far_apart_are_read_as_gaps()
    {
        var table = new DailyTable(
            ["pain", "stress", "sleep"],
            [.. Enumerable.Range(0, 100).Select(i => 300 * i)],
            [Diary.Noise(new Random(54), 100), Diary.Noise(new Random(55), 100), Diary.Noise(new Random(56), 100)]
        );
        var result = Engine.Analyze(table, Diary.Roles);
        Assert.Equal((29_701, 100), (result.Days, result.Recorded));
        Assert.All(result.Triggers, t => Assert.False(double.IsNaN(t.Effect)));
    }

    [Fact]
    public void Two_columns_that_say_the_same_do_not_break_it()
    {
        var table = Diary.WithCause(200, 0, 1.5, 57);
        var twice = new DailyTable(
            ["pain", "stress", "sleep"],
            table.Days,
            [table.Columns[0], table.Columns[1], table.Columns[1]]
        );
        Assert.All(Engine.Analyze(twice, Diary.Roles).Triggers, t =>
            Assert.False(double.IsNaN(t.Lo) || double.IsNaN(t.P))
        );
    }

    [Theory]
    [InlineData(1e-90)]
    [InlineData(1e90)]
    public void The_size_of_the_numbers_does_not_matter(double size)
    {
        var table = Diary.WithCause(200, 1, 1.5, 58);
        var scaled = new DailyTable(
            table.Names,
            table.Days,
            [.. table.Columns.Select(c => c.Select(v => v * size).ToArray())]
        );
        var trigger = Assert.Single(Engine.Analyze(scaled, Diary.Roles).Triggers, t => t.Selected);
        Assert.InRange(trigger.Effect / size, 1.2, 1.8);
    }

    [Fact]
    public void Every_part_stays_finite_on_a_short_record()
    {
        var result = Engine.Analyze(
            Diary.WithCause(Engine.FewestDays, 0, 1, 59),
            Diary.Roles with
            {
                FlareThreshold = 1,
                Treatment = new("sleep", TreatmentKind.Step, 20_016),
            }
        );
        Assert.All(result.Triggers, t => Assert.True(double.IsFinite(t.Effect) && t.P is >= 0 and <= 1 && t.Q >= t.P));
        Assert.NotEmpty(result.Declined);
    }

    [Fact]
    public void A_treatment_nobody_took_is_declined()
    {
        var roles = Diary.Roles with { Treatment = new("pills", TreatmentKind.Step, 20_050) };
        Assert.Contains(Engine.Analyze(Diary.WithCause(100, 0, 1, 60), roles).Declined, d =>
            d is { What: Analysed.Treatment, Reason: DeclineReason.NoSuchColumn }
        );
    }

    [Fact]
    public void A_treatment_that_starts_after_the_record_is_declined()
    {
        var roles = Diary.Roles with { Treatment = new("sleep", TreatmentKind.Step, 30_000) };
        Assert.Contains(Engine.Analyze(Diary.WithCause(100, 0, 1, 61), roles).Declined, d =>
            d is { What: Analysed.Treatment, Reason: DeclineReason.TooFewOnEachSide }
        );
    }

    [Fact]
    public void A_delay_off_the_range_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Engine.Analyze(Diary.Constant(50), Diary.Roles with { MaxLag = 15 })
        );
}
