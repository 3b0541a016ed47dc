using CsCheck;

namespace Inomya.Analysis.Tests;

public class BadDaysTests
{
    private static readonly int Runs = int.TryParse(
        Environment.GetEnvironmentVariable("INOMYA_PROPERTY_RUNS"),
        out var asked
    )
        ? asked
        : 6;

    private static Roles Asked { get; } = Diary.Roles with { BadDays = "bad", FlareThreshold = 1.5 };

    [Fact]
    public void A_cause_of_bad_days_that_were_only_ticked_is_found_as_large_as_it_is()
    {
        double with = 0,
            without = 0;
        for (var seed = 0; seed < 8; seed++)
        {
            var table = Ticked(seed);
            with += Effect(Engine.Analyze(table, Asked));
            without += Effect(Engine.Analyze(table, Asked with { BadDays = null }));
        }
        Assert.InRange(with / 8, 0.68, 0.92);
        Assert.True(without / 8 < with / 8 - 0.1);

        static double Effect(AnalysisResult result) =>
            result.Triggers.Single(t => t is { Factor: "stress", Lag: 1 }).Effect;
    }

    [Fact]
    public void A_day_called_bad_is_beyond_the_bound_and_a_rated_one_stays()
    {
        var table = Ticked(3);
        var bad = new BadDays(table.Columns[0], table.Columns[3], higherIsWorse: true);
        var filled = bad.Filled();
        Assert.NotEmpty(bad.Slots);
        for (var t = 0; t < filled.Length; t++)
            if (bad.Slots.Contains(t))
                Assert.True(filled[t] > bad.Bound);
            else
                Assert.Equal(table.Columns[0][t], filled[t]);
    }

    [Fact]
    public void Numbers_on_bad_days_say_what_a_bad_day_is()
    {
        double[] pain = [.. Enumerable.Repeat(3.0, 30), .. Enumerable.Repeat(9.0, 10), 5, 5, 6, 7, double.NaN],
            ticks = [.. new double[40], 1, 1, 1, 1, 1];
        Assert.Equal(5, new BadDays(pain, ticks, higherIsWorse: true).Bound);
    }

    [Fact]
    public void What_says_that_a_day_was_bad_is_never_a_cause()
    {
        var roles = Asked with
        {
            Factors = new Dictionary<string, FactorKind>(Asked.Factors) { ["bad"] = FactorKind.Reactive },
        };
        Assert.DoesNotContain(Engine.Analyze(Ticked(4), roles).Triggers, t => t.Factor == "bad");
    }

    [Fact]
    public void Ticked_days_raise_the_forecast_to_what_happens()
    {
        double with = 0,
            without = 0,
            happened = 0;
        for (var seed = 10; seed < 18; seed++)
        {
            var table = Ticked(seed);
            var all = Full(seed);
            happened += all[210..].Average(v => v >= 1.5 ? 1.0 : 0);
            with += Engine.Analyze(table, Asked).FlareForecast.SkipLast(1).Average(f => f.P);
            without += Engine
                .Analyze(table, Asked with { BadDays = null })
                .FlareForecast.SkipLast(1)
                .Select(f => f.P)
                .DefaultIfEmpty(0)
                .Average();
        }
        // one bad day of three is not even called bad, and of that nothing can be known
        Assert.InRange(with, 0.6 * happened, 1.1 * happened);
        Assert.True(without < 0.5 * happened);
    }

    [Fact]
    public void Another_scale_changes_effects_by_as_much() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Double[0.1, 20], Gen.Double[-50, 50])
            .Sample(
                (seed, scale, shift) =>
                {
                    var table = Ticked(seed);
                    var scaled = new DailyTable(
                        table.Names,
                        table.Days,
                        [
                            [.. table.Columns[0].Select(v => v * scale + shift)],
                            .. table.Columns.Skip(1),
                        ]
                    );
                    var roles = Asked with { FlareThreshold = 1.5 * scale + shift };
                    Assert.Equal(
                        Engine.Analyze(table, Asked).Triggers.Select(t => t.Effect * scale),
                        Engine.Analyze(scaled, roles).Triggers.Select(t => t.Effect),
                        (a, b) => Math.Abs(a - b) < 1e-5 * Math.Max(1, scale)
                    );
                },
                iter: Runs
            );

    [Fact]
    public void Where_less_is_worse_a_bad_day_is_a_low_one()
    {
        var table = Ticked(5);
        var turned = new DailyTable(
            table.Names,
            table.Days,
            [
                [.. table.Columns[0].Select(v => -v)],
                .. table.Columns.Skip(1),
            ]
        );
        Assert.Equal(
            Engine.Analyze(table, Asked).Triggers.Select(t => t.Effect),
            Engine
                .Analyze(turned, Asked with { HigherIsWorse = false, FlareThreshold = -1.5 })
                .Triggers.Select(t => -t.Effect),
            (a, b) => Math.Abs(a - b) < 1e-5
        );
    }

    [Fact]
    public void Nothing_but_bad_days_is_declined()
    {
        double[] none = [.. Enumerable.Repeat(double.NaN, 60)],
            all = [.. Enumerable.Repeat(1.0, 60)];
        var table = new DailyTable(["pain", "bad"], [.. Enumerable.Range(0, 60)], [none, all]);
        var roles = new Roles("pain", [], new Dictionary<string, FactorKind>()) { BadDays = "bad" };
        Assert.Contains(Engine.Analyze(table, roles).Declined, d => d.Reason == DeclineReason.NothingRecorded);
    }

    private static double[] Full(int seed) => Diary.WithCause(300, 1, 0.8, seed).Columns[0];

    /// <summary>The worst eighth of days has no number; two of three of these days are called bad.</summary>
    private static DailyTable Ticked(int seed)
    {
        var table = Diary.WithCause(300, 1, 0.8, seed);
        var pain = table.Columns[0];
        var worst = pain.Order().ElementAt(262);
        double[] rated = [.. pain.Select(v => v >= worst ? double.NaN : v)],
            ticks =

            [
                .. pain.Select(
                    (v, t) =>
                        v < worst ? 0
                        : t % 3 > 0 ? 1
                        : double.NaN
                ),
            ];
        return new DailyTable([.. table.Names, "bad"], table.Days, [rated, .. table.Columns.Skip(1), ticks]);
    }
}
