namespace Inomya.Analysis.Tests;

public class RandomisationTestTests
{
    [Fact]
    public void Three_pairs_that_all_agree_have_two_of_eight_orders_as_extreme()
    {
        var result = RandomisationTest.Of(
            [5, 5, 1, 1, 1, 1, 5, 5, 5, 5, 1, 1],
            [0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 1, 1],
            blockDays: 2
        )!;
        Assert.Equal(
            (0.25, -4.0, 8, true, 0.25),
            (result.P, result.Difference, result.Orders, result.Exact, result.SmallestPossibleP)
        );
    }

    [Fact]
    public void Without_pairs_every_arrangement_counts()
    {
        var result = RandomisationTest.Of([1, 2, 3, 4, 9, 8], [0, 0, 0, 0, 1, 1], blockDays: 1, paired: false)!;
        Assert.Equal(15, result.Orders);
        Assert.Equal(1 / 15.0, result.P, 12);
    }

    [Fact]
    public void Under_no_effect_small_p_are_rare()
    {
        var random = new Random(11);
        var small = Enumerable
            .Range(0, 400)
            .Count(_ => RandomisationTest.Of(Wandering(random, 84), Drawn(random, 12), 7)!.P <= 0.05);
        Assert.InRange(small, 4, 34);
    }

    [Fact]
    public void Many_blocks_are_sampled_with_the_actual_order_among_them()
    {
        var random = new Random(12);
        var given = Drawn(random, 60);
        var result = RandomisationTest.Of([.. given.Select(g => -5 * g)], given, 7)!;
        Assert.False(result.Exact);
        Assert.Equal(1 / 10_000.0, result.P, 12);
    }

    [Fact]
    public void The_length_of_a_block_is_read_off_the_schedule() =>
        Assert.Equal(7, RandomisationTest.BlockDays(Drawn(new Random(13), 10)));

    [Fact]
    public void Only_one_kind_of_block_is_no_trial() => Assert.Null(RandomisationTest.Of([1, 2, 3], [1, 1, 1], 1));

    private static double[] Drawn(Random random, int blocks) =>
        [
            .. Enumerable
                .Range(0, blocks / 2)
                .SelectMany(_ => random.Next(2) == 0 ? new[] { 0.0, 1.0 } : [1.0, 0.0])
                .SelectMany(g => Enumerable.Repeat(g, 7)),
        ];

    private static double[] Wandering(Random random, int days)
    {
        var x = Diary.Noise(random, days);
        for (var t = 1; t < days; t++)
            x[t] += 0.8 * x[t - 1];
        return x;
    }
}
