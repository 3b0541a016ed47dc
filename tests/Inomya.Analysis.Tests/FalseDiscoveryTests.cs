using CsCheck;

namespace Inomya.Analysis.Tests;

public class FalseDiscoveryTests
{
    /// <summary>R: p.adjust(c(0.01, 0.04, 0.03, 0.5), "BH").</summary>
    [Fact]
    public void Agrees_with_R() =>
        Assert.Equal(
            [0.04, 4 * 0.04 / 3, 4 * 0.04 / 3, 0.5],
            FalseDiscovery.BenjaminiHochberg([0.01, 0.04, 0.03, 0.5]),
            Near
        );

    [Fact]
    public void Simes_is_the_smallest_adjusted_value() =>
        Gen.Double[0, 1]
            .Array[1, 20]
            .Sample(p => Assert.Equal(FalseDiscovery.BenjaminiHochberg(p).Min(), FalseDiscovery.Simes(p), 12));

    [Fact]
    public void Adjusting_never_lowers_a_value() =>
        Gen.Double[0, 1]
            .Array[1, 20]
            .Sample(p =>
                Assert.All(FalseDiscovery.BenjaminiHochberg(p).Zip(p), pair =>
                    Assert.True(pair.First >= pair.Second - 1e-12)
                )
            );

    [Fact]
    public void A_value_that_is_no_probability_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("p", () => FalseDiscovery.BenjaminiHochberg([0.1, double.NaN]));

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-12;
}
