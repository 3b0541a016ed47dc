using CsCheck;

namespace Inomya.Analysis.Tests;

public class GapFillTests
{
    private static readonly Gen<double[]> Gappy = Gen.Select(
        Gen.Double[-5, 5].Array[20, 60],
        Gen.Int[0, 2].Array[60],
        (x, hide) => x.Select((v, i) => hide[i] == 0 ? double.NaN : v).ToArray()
    );

    [Fact]
    public void Recorded_values_stay() =>
        Gappy.Sample(x =>
            Assert.All(GapFill.BothSides(x).Zip(x), pair =>
                Assert.True(double.IsNaN(pair.Second) || pair.First == pair.Second)
            )
        );

    [Fact]
    public void A_guess_from_earlier_days_does_not_change_when_later_ones_do() =>
        Gappy.Sample(x =>
        {
            var changed = (double[])x.Clone();
            changed[^1] = 99;
            Assert.Equal(GapFill.Forward(x, 0.6, 10)[..^1], GapFill.Forward(changed, 0.6, 10)[..^1]);
        });

    [Fact]
    public void One_missing_day_lies_between_its_neighbours_and_the_mean()
    {
        double[] rising = [.. Enumerable.Range(0, 20).Select(t => (double)t)];
        rising[15] = double.NaN;
        Assert.InRange(GapFill.BothSides(rising)[15], 13, 15);
    }

    [Fact]
    public void White_noise_is_guessed_by_its_mean()
    {
        double[] alternating = [.. Enumerable.Range(0, 20).Select(t => t % 2 == 0 ? 1.0 : -1)];
        alternating[9] = double.NaN;
        Assert.Equal(Moments.Mean(alternating), GapFill.BothSides(alternating)[9], 12);
    }
}
