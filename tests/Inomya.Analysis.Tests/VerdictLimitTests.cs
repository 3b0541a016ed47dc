using MathNet.Numerics.Distributions;

namespace Inomya.Analysis.Tests;

/// <summary>What may be said of an effect, just below, at and just above each limit.</summary>
public class VerdictLimitTests
{
    private const double Degrees = 200;
    private const double Hair = 1e-6;

    /// <summary>An effect with this probability of being below 0, one error wide.</summary>
    private static Mixture Below0(double probability) => At(-StudentT.InvCDF(0, 1, Degrees, probability));

    private static Mixture At(double mean) => new([new LevelModel.Part(mean, 1, 0)], Degrees);

    private static Roles Pain(double? minimal = null, bool higherIsWorse = true) =>
        new("pain", [], new Dictionary<string, FactorKind>())
        {
            MinimalImportantChange = minimal,
            HigherIsWorse = higherIsWorse,
        };

    private static Verdict Judge(Mixture effect, Roles roles, bool settled = true, double unit = 1) =>
        EffectJudge.Of(effect, unit, roles, (60, 60), settled).Verdict;

    [Theory]
    [InlineData(0.9, Verdict.CannotTell)]
    [InlineData(0.95, Verdict.CannotTell)]
    [InlineData(0.975 - Hair, Verdict.CannotTell)]
    [InlineData(0.975 + Hair, Verdict.ProbablyHelps)]
    public void It_helps_only_from_a_probability_of_975_in_1000_on(double improvement, Verdict said)
    {
        Assert.Equal(said, Judge(Below0(improvement), Pain()));
        Assert.Equal(said, Judge(Below0(1 - improvement), Pain(higherIsWorse: false)));
    }

    [Theory]
    [InlineData(0.01, Verdict.CannotTell)]
    [InlineData(0, Verdict.ProbablyHelps)]
    [InlineData(-0.01, Verdict.ProbablyHelps)]
    public void A_change_that_matters_must_be_at_least_as_likely_as_a_smaller_one(double missing, Verdict said) =>
        Assert.Equal(said, Judge(At(-3 + missing), Pain(minimal: 3)));

    [Theory]
    [InlineData(0.25, Verdict.CannotTell)]
    [InlineData(0.1, Verdict.CannotTell)]
    [InlineData(0.025 + Hair, Verdict.CannotTell)]
    [InlineData(0.025 - Hair, Verdict.ProbablyNot)]
    public void It_does_not_help_only_where_a_change_that_matters_has_less_than_25_in_1000(
        double important,
        Verdict said
    )
    {
        // the effect lies so far above -1, the smallest change that matters
        var effect = At(-1 - StudentT.InvCDF(0, 1, Degrees, important));
        Assert.Equal(said, Judge(effect, Pain(minimal: 1)));
    }

    [Theory]
    [InlineData(0.025 + Hair, Verdict.CannotTell)]
    [InlineData(0.025 - Hair, Verdict.ProbablyNot)]
    public void Where_no_smallest_change_is_known_half_a_standard_deviation_is_what_matters(
        double important,
        Verdict said
    ) => Assert.Equal(said, Judge(At(-0.5 - StudentT.InvCDF(0, 1, Degrees, important)), Pain()));

    [Fact]
    public void The_smallest_change_is_in_the_unit_of_the_outcome()
    {
        // one standard deviation is 2 points: 3 points are 1.5
        Assert.Equal(Verdict.ProbablyHelps, Judge(At(-2.5), Pain(minimal: 3), unit: 2));
        Assert.Equal(Verdict.CannotTell, Judge(At(-2.5), Pain(minimal: 5.1), unit: 2));
    }

    [Fact]
    public void What_something_else_forbids_is_never_said_to_help_however_sure_it_looks() =>
        Assert.Equal(Verdict.CannotTell, Judge(At(-20), Pain(minimal: 1), settled: false));

    [Fact]
    public void The_interval_holds_95_of_100_and_the_probability_is_of_the_better_side()
    {
        var effect = EffectJudge.Of(At(-1), 2, Pain(), (60, 50), true);
        var half = StudentT.InvCDF(0, 1, Degrees, 0.975);
        Assert.Equal(2 * (-1 - half), effect.Lo, 5);
        Assert.Equal(2 * (-1 + half), effect.Hi, 5);
        Assert.Equal(StudentT.CDF(0, 1, Degrees, 1), effect.ProbabilityOfImprovement, 9);
        Assert.Equal((60, 50), (effect.DaysOff, effect.DaysOn));
    }
}
