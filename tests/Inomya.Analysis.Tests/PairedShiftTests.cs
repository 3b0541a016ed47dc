using CsCheck;

namespace Inomya.Analysis.Tests;

public class PairedShiftTests
{
    [Fact]
    public void The_interval_holds_every_shift_that_the_randomisation_test_does_not_reject() =>
        Gen.Double[-5, 5]
            .Array[6, 9]
            .Sample(differences =>
            {
                var (mean, lo, hi) = PairedShift.Of(differences);
                Assert.InRange(mean, lo, hi);
                foreach (var shift in (double[])[lo - 0.01, lo + 0.01, hi - 0.01, hi + 0.01])
                    Assert.Equal(lo < shift && shift < hi, PWithout(differences, shift) > BlockDesign.Level);
            });

    /// <summary>The p of the test with a shift taken off every pair.</summary>
    private static double PWithout(double[] differences, double shift)
    {
        double[] blocks = [.. differences.SelectMany(d => new[] { d - shift, 0 })];
        double[] given = [.. differences.SelectMany(_ => new[] { 1.0, 0 })];
        return RandomisationTest.Of(blocks, given, blockDays: 1, paired: true)!.P;
    }

    [Fact]
    public void It_covers_the_truth_in_about_95_of_100_made_persons()
    {
        var random = new Random(3);
        const int Persons = 2_000;
        var held = Enumerable
            .Range(0, Persons)
            .Count(_ =>
            {
                double[] differences =
                [
                    .. Enumerable.Range(0, 6).Select(_ => 1 + random.NextDouble() + random.NextDouble() - 1),
                ];
                var (_, lo, hi) = PairedShift.Of(differences);
                return lo <= 1 && 1 <= hi;
            });
        Assert.InRange((double)held / Persons, 0.95, 0.985);
    }

    [Fact]
    public void Five_pairs_are_too_few_for_an_end_and_none_say_nothing()
    {
        Assert.Equal(double.NegativeInfinity, PairedShift.Of([1, 2, 3, 4, 5]).Lo);
        Assert.Equal(double.PositiveInfinity, PairedShift.Of([1, 2, 3, 4, 5, double.NaN]).Hi);
        Assert.True(double.IsNaN(PairedShift.Of([]).Mean));
        Assert.True(double.IsNaN(PairedShift.Of([double.NaN]).Lo));
        Assert.Throws<ArgumentException>(() => PairedShift.Of(new double[13]));
    }
}
