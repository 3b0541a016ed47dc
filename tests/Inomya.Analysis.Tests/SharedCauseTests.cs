namespace Inomya.Analysis.Tests;

/// <summary>The warning that one thing that nobody recorded may be behind several same-day findings.</summary>
public class SharedCauseTests
{
    private static Trigger Found(string factor, int lag = 0, int sign = 1, FactorKind kind = FactorKind.Ordinal) =>
        new(factor, lag, sign, sign, sign, sign, 0, 0, 1, 1, true, Strength.Clear, 100) { Kind = kind };

    /// <summary>Two columns whose correlation is exactly this.</summary>
    private static DayGrid Grid(double correlation, int days = 100)
    {
        double[] a = [.. Enumerable.Range(0, days).Select(t => t % 2 == 0 ? 1.0 : -1)],
            b = [.. Enumerable.Range(0, days).Select(t => t / 2 % 2 == 0 ? 1.0 : -1)];
        var mixed = a.Zip(b, (x, y) => correlation * x + Math.Sqrt(1 - correlation * correlation) * y).ToArray();
        return new DayGrid(new DailyTable(["stress", "sleep"], [.. Enumerable.Range(0, days)], [a, mixed]));
    }

    [Fact]
    public void Two_same_day_findings_that_move_together_one_way_are_warned_of()
    {
        var warned = Assert.Single(SharedCause.Among([Found("stress"), Found("sleep")], Grid(0.16)));
        Assert.Equal(("stress", "sleep", 100), (warned.First, warned.Second, warned.Days));
        Assert.Equal(0.16, warned.Correlation, 9);
        Assert.Empty(SharedCause.Among([Found("stress"), Found("sleep")], Grid(0.14)));
    }

    [Fact]
    public void What_moves_apart_and_pushes_apart_is_one_way_too_and_what_pushes_against_it_is_not()
    {
        Assert.Single(SharedCause.Among([Found("stress"), Found("sleep", sign: -1)], Grid(-0.4)));
        Assert.Empty(SharedCause.Among([Found("stress"), Found("sleep", sign: -1)], Grid(0.4)));
    }

    [Theory]
    [InlineData(1, FactorKind.Ordinal)]
    [InlineData(0, FactorKind.Weather)]
    [InlineData(0, FactorKind.Menstrual)]
    public void What_came_before_and_what_no_person_moves_is_no_part_of_it(int lag, FactorKind kind) =>
        Assert.Empty(SharedCause.Among([Found("stress"), Found("sleep", lag, kind: kind)], Grid(0.4)));

    [Fact]
    public void Few_days_on_which_both_were_recorded_give_no_warning()
    {
        Assert.Single(SharedCause.Among([Found("stress"), Found("sleep")], Grid(0.4, 20)));
        Assert.Empty(SharedCause.Among([Found("stress"), Found("sleep")], Grid(0.4, 16)));
    }

    [Fact]
    public void Of_people_whom_one_hidden_thing_moves_many_are_warned_and_of_the_others_nobody()
    {
        Assert.InRange(Enumerable.Range(0, 20).Count(seed => Warned(seed, hidden: true)), 12, 20);
        Assert.Equal(0, Enumerable.Range(0, 20).Count(seed => Warned(seed, hidden: false)));
    }

    private static bool Warned(int seed, bool hidden)
    {
        const int Days = 300;
        var random = new Random(seed);
        double[] thing = Diary.Noise(random, Days),
            noise = Diary.Noise(random, Days);
        var share = hidden ? 0.6 : 0;
        double[][] columns =
        [
            [.. thing.Zip(noise, (h, e) => (hidden ? h : 0) + e)],
            .. Enumerable
                .Range(0, 3)
                .Select(_ => Diary.Noise(random, Days).Zip(thing, (e, h) => 0.8 * e + share * h).ToArray()),
        ];
        var roles = new Roles(
            "pain",
            [],
            new Dictionary<string, FactorKind>
            {
                ["stress"] = FactorKind.Ordinal,
                ["sleep"] = FactorKind.Ordinal,
                ["coffee"] = FactorKind.Numeric,
            }
        );
        var table = new DailyTable(["pain", "stress", "sleep", "coffee"], [.. Enumerable.Range(20_000, Days)], columns);
        return Engine.Analyze(table, roles).SharedCauses.Count > 0;
    }
}
