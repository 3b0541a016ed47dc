using CsCheck;

namespace Inomya.Analysis.Tests;

public class BlockDesignTests
{
    /// <summary>Days with a standard deviation of about 1.5, each a little like the one before.</summary>
    private static double[] Past(int days = 200, int seed = 5)
    {
        var random = new Random(seed);
        double carried = 0;
        return
        [
            .. Enumerable
                .Range(0, days)
                .Select(_ =>
                    5
                    + (
                        carried =
                            0.5 * carried
                            + 1.3
                                * (
                                    random.NextDouble()
                                    + random.NextDouble()
                                    + random.NextDouble()
                                    + random.NextDouble()
                                    - 2
                                )
                                * 1.732
                    )
                ),
        ];
    }

    [Fact]
    public void Every_pair_holds_one_of_each_and_the_seed_decides_the_order() =>
        Gen.Select(Gen.Int[1, 40], Gen.ULong)
            .Sample(
                (pairs, seed) =>
                {
                    var order = BlockDesign.Order(pairs, seed);
                    Assert.Equal(order, BlockDesign.Order(pairs, seed));
                    Assert.All(Enumerable.Range(0, pairs), p => Assert.NotEqual(order[2 * p], order[2 * p + 1]));
                }
            );

    [Fact]
    public void The_order_of_a_seed_never_changes() =>
        Assert.Equal("0101100110011001", string.Concat(BlockDesign.Order(8, 20_261_122).Select(b => b ? '1' : '0')));

    [Fact]
    public void Over_many_seeds_either_order_is_as_likely()
    {
        var first = Enumerable
            .Range(0, 4_000)
            .Sum(seed => BlockDesign.Order(6, (ulong)seed).Where((with, i) => i % 2 == 0 && with).Count());
        Assert.InRange(first / 24_000.0, 0.49, 0.51);
    }

    [Fact]
    public void Without_an_effect_it_is_said_to_help_about_as_often_as_the_level_allows() =>
        Assert.InRange(BlockDesign.Power(Past(), 8, 5, 1, effect: 0, least: 0, trials: 2_000), 0.005, 0.045);

    [Fact]
    public void The_invented_experiments_agree_with_the_real_test()
    {
        double[] past = Past(400),
            given = BlockDesign.Days(BlockDesign.Order(8, 3), 7);
        var random = new Random(4);
        var found = 0;
        for (var trial = 0; trial < 400; trial++)
        {
            var from = random.Next(past.Length - given.Length);
            var outcome = given.Select((g, t) => past[from + t] - 1.2 * g).ToArray();
            if (
                RandomisationTest.Of(outcome, given, 7, paired: true, washoutDays: 1) is
                { P: <= 0.05, Difference: <= -0.5 }
            )
                found++;
        }
        Assert.InRange(
            BlockDesign.Power(past, 8, 7, 1, effect: 1.2, least: 0.5, trials: 2_000) - found / 400.0,
            -0.12,
            0.12
        );
    }

    [Fact]
    public void More_pairs_and_larger_effects_are_seen_more_often()
    {
        var past = Past();
        var powers = new[] { (6, 0.5), (6, 1.5), (10, 1.5) }
            .Select(d => BlockDesign.Power(past, d.Item1, 7, 1, d.Item2, 0.3, 500))
            .ToArray();
        Assert.True(powers[0] < powers[1] && powers[1] <= powers[2], string.Join(' ', powers));
    }

    [Fact]
    public void With_five_pairs_nothing_can_ever_convince() =>
        Assert.Equal(0, BlockDesign.Power(Past(), 5, 7, 0, effect: 9, least: 0, trials: 50));

    [Fact]
    public void Where_nothing_was_recorded_nothing_can_be_said() =>
        Assert.Equal(double.NaN, BlockDesign.Power([double.NaN, double.NaN], 6, 7, 1, 1, 1, 10));

    [Theory]
    [InlineData(0, 7, 1, 10)]
    [InlineData(13, 7, 1, 10)]
    [InlineData(6, 7, 7, 10)]
    [InlineData(6, 7, 1, 0)]
    public void Numbers_off_their_range_are_refused(int pairs, int blockDays, int settleDays, int trials) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            BlockDesign.Power(Past(), pairs, blockDays, settleDays, 1, 1, trials)
        );

    [Fact]
    public void Trying_a_plan_out_ends_when_nobody_waits_for_it()
    {
        using var leave = new CancellationTokenSource();
        leave.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            BlockDesign.Power(Past(), 8, 7, 1, effect: 1, least: 0, trials: 1, stop: leave.Token)
        );
        var boundary = SequentialBoundary.Of(Past(), 8, 7, 1, 1, 1)!;
        Assert.Throws<OperationCanceledException>(() =>
            SequentialTest.TryOut(Past(), boundary, 8, 7, 1, effect: 1, trials: 1, stop: leave.Token)
        );
    }
}
