using CsCheck;

namespace Inomya.Analysis.Tests;

/// <summary>What must hold for every diary.</summary>
public class EngineProperties
{
    /// <summary>A few in the gate; bench/properties asks for many.</summary>
    private static readonly int Runs = int.TryParse(
        Environment.GetEnvironmentVariable("INOMYA_PROPERTY_RUNS"),
        out var asked
    )
        ? asked
        : 15;

    private static readonly Roles Asked = Diary.Roles with { FlareThreshold = 1.2 };

    private static readonly Gen<DailyTable> Diaries =
        from days in Gen.Int[60, 160]
        from lag in Gen.Int[0, 3]
        from effect in Gen.Double[-1.5, 1.5]
        from seed in Gen.Int[1, 100_000]
        select Diary.WithCause(days, lag, effect, seed);

    [Fact]
    public void Another_scale_of_the_outcome_changes_effects_by_as_much_and_nothing_else() =>
        Gen.Select(Diaries, Gen.Double[0.1, 20], Gen.Double[-50, 50])
            .Sample(
                (table, scale, shift) =>
                {
                    var (plain, scaled) = (
                        Engine.Analyze(table, Asked),
                        Engine.Analyze(
                            With(table, 0, v => v * scale + shift),
                            Asked with
                            {
                                FlareThreshold = 1.2 * scale + shift,
                            }
                        )
                    );
                    Assert.Equal(
                        plain.Triggers.Select(t => t.Effect * scale),
                        scaled.Triggers.Select(t => t.Effect),
                        Near(scale)
                    );
                    Assert.Equal(plain.Triggers.Select(t => t.Selected), scaled.Triggers.Select(t => t.Selected));
                    Assert.Equal(plain.Trend!.Lo * scale, scaled.Trend!.Lo, 1e-4 * scale);
                    Assert.Equal(plain.ChangePoints.Select(c => c.Day), scaled.ChangePoints.Select(c => c.Day));
                    Assert.Equal(plain.FlareForecast.Select(f => f.P), scaled.FlareForecast.Select(f => f.P), Near(1));
                },
                iter: Runs
            );

    /// <summary>Nothing acts here, so both dynamics are the same model: rounding alone chose between them.</summary>
    [Theory]
    [InlineData(277)]
    [InlineData(853)]
    [InlineData(1001)]
    [InlineData(1281)]
    public void Another_scale_does_not_change_how_effects_live_on_where_there_are_none(int seed)
    {
        var table = Diary.WithCause(109, 0, 0, seed);
        var plain = Engine.Analyze(table, Asked).FlareForecast.Select(f => f.P);
        var ninefold = Engine.Analyze(With(table, 0, v => v * 9), Asked with { FlareThreshold = 1.2 * 9 });
        Assert.Equal(plain, ninefold.FlareForecast.Select(f => f.P), Near(1));
    }

    [Fact]
    public void Another_scale_of_a_factor_changes_nothing() =>
        Gen.Select(Diaries, Gen.Double[0.01, 100], Gen.Double[-50, 50])
            .Sample(
                (table, scale, shift) =>
                    Assert.Equal(
                        Engine.Analyze(table, Asked).Triggers.Select(t => t.Effect),
                        Engine.Analyze(With(table, 1, v => v * scale + shift), Asked).Triggers.Select(t => t.Effect),
                        Near(1)
                    ),
                iter: Runs
            );

    [Fact]
    public void Reversing_the_outcome_reverses_every_effect() =>
        Diaries.Sample(
            table =>
                Assert.Equal(
                    Engine.Analyze(table, Diary.Roles).Triggers.Select(t => (-t.Hi, -t.Effect)),
                    Engine.Analyze(With(table, 0, v => -v), Diary.Roles).Triggers.Select(t => (t.Lo, t.Effect)),
                    (a, b) => Math.Abs(a.Item1 - b.Item1) < 1e-6 && Math.Abs(a.Item2 - b.Item2) < 1e-6
                ),
            iter: Runs
        );

    [Fact]
    public void Names_and_the_order_of_factors_do_not_matter() =>
        Diaries.Sample(
            table =>
            {
                var swapped = new Roles(
                    "pain",
                    [],
                    new Dictionary<string, FactorKind>
                    {
                        ["sleep"] = FactorKind.Numeric,
                        ["stress"] = FactorKind.Ordinal,
                    }
                );
                var (a, b) = (Engine.Analyze(table, Diary.Roles).Triggers, Engine.Analyze(table, swapped).Triggers);
                Assert.Equal(
                    a.OrderBy(t => t.Factor).Select(t => t.Effect),
                    b.OrderBy(t => t.Factor).Select(t => t.Effect),
                    Near(1)
                );
            },
            iter: Runs
        );

    [Fact]
    public void The_same_days_a_year_of_weeks_later_say_the_same() =>
        Diaries.Sample(
            table =>
            {
                var later = new DailyTable(table.Names, [.. table.Days.Select(d => d + 364)], table.Columns);
                Assert.Equal(Engine.Analyze(table, Diary.Roles).Triggers, Engine.Analyze(later, Diary.Roles).Triggers);
            },
            iter: Runs
        );

    /// <summary>What is told as "no difference" must not hold one: the interval of every delay excludes what is worth knowing.</summary>
    [Fact]
    public void A_factor_is_found_or_excluded_or_declined_and_never_two_of_them() =>
        Gen.Select(Diaries, Gen.Int[33, 160], Gen.Double[0.02, 1.5])
            .Sample(
                (table, days, worth) =>
                {
                    var some = Math.Min(days, table.Days.Count);
                    var early = new DailyTable(
                        table.Names,
                        [.. table.Days.Take(some)],
                        [.. table.Columns.Select(c => c[..some])]
                    );
                    var result = Engine.Analyze(early, Asked with { MinimalImportantChange = worth });
                    foreach (var factor in result.Triggers.GroupBy(t => t.Factor))
                    {
                        var found = factor.Any(t => t.Selected);
                        var declined = result.Declined.Any(d =>
                            d.Name == factor.Key && d.Reason == DeclineReason.CannotTellYet
                        );
                        Assert.False(found && declined);
                        if (!found)
                            Assert.Equal(!declined, factor.All(t => t.Lo >= -worth && t.Hi <= worth));
                    }
                },
                iter: Runs
            );

    [Fact]
    public void A_factor_of_pure_noise_is_seldom_found()
    {
        var found = Enumerable
            .Range(0, 150)
            .Count(seed => Engine.Analyze(Diary.WithCause(120, 0, 0, seed), Diary.Roles).Triggers.Any(t => t.Selected));
        Assert.InRange(found, 0, 15);
    }

    [Fact]
    public void Every_interval_holds_its_estimate_and_every_probability_is_one() =>
        Diaries.Sample(
            table =>
            {
                foreach (var t in Engine.Analyze(table, Asked).Triggers)
                    Assert.True(
                        t.Lo <= t.Effect
                            && t.Effect <= t.Hi
                            && t.P is >= 0 and <= 1
                            && t.Q >= t.P
                            && t.Probability <= t.FactorProbability + 1e-9
                            && t.FactorProbability <= 1 + 1e-9
                    );
            },
            iter: Runs
        );

    private static DailyTable With(DailyTable table, int column, Func<double, double> change) =>
        new(table.Names, table.Days, [.. table.Columns.Select((c, i) => i == column ? c.Select(change).ToArray() : c)]);

    private static Func<double, double, bool> Near(double scale) =>
        (a, b) => Math.Abs(a - b) < 1e-6 * Math.Max(1, scale);
}
