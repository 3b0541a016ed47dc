namespace Inomya.Analysis.Tests;

/// <summary>Experiments that are looked at after every pair, by limits fixed before they start.</summary>
public class SequentialTests
{
    private const int Pairs = 8,
        Block = 7,
        Settle = 1;

    /// <summary>A boundary without the person's past: spread 1, known as from six pairs.</summary>
    private static SequentialBoundary Plain { get; } =
        new(
            3,
            [4, 3.5, 3, 2.8, 2.6, 2.4],
            PairSpread: 1,
            PriorPairs: 6,
            EffectSpread: 1.5,
            MinimalChange: 1,
            Futility: 0.1
        );

    /// <summary>Days with a spread of about 1.9, alike to their neighbours by 0.4.</summary>
    private static double[] Past(int days = 90, int seed = 5)
    {
        var random = new Random(seed);
        double carried = 0;
        return
        [
            .. Diary
                .Noise(random, days)
                .Select(noise => Math.Clamp(Math.Round(5 + 1.9 * (carried = 0.4 * carried + 0.917 * noise)), 0, 10)),
        ];
    }

    private static SequentialBoundary Of(double[] past) =>
        SequentialBoundary.Of(past, Pairs, Block, Settle, minimalChange: 1, effectSpread: 1.5)!;

    /// <summary>Pairs that are all alike, so many errors of their mean away from nothing.</summary>
    private static double[] Alike(int pairs, double errors)
    {
        var error = Math.Sqrt(Plain.PriorPairs / (Plain.PriorPairs + pairs - 1.0) / pairs);
        return [.. Enumerable.Repeat(errors * error, pairs)];
    }

    [Fact]
    public void The_limits_are_those_of_O_Brien_and_Fleming()
    {
        var boundary = Of(Past());
        Assert.Equal((3, Pairs - 2), (boundary.FirstLook, boundary.Limits.Count));
        var constant = boundary.Limits[^1];
        Assert.InRange(constant, 2.2, 2.7);
        for (var k = 3; k <= Pairs; k++)
            Assert.Equal(constant * Math.Sqrt((double)Pairs / k), boundary.Limits[k - 3], 9);
    }

    [Fact]
    public void The_same_past_gives_the_same_limits_and_a_shorter_one_wider_ones()
    {
        Assert.Equal(Of(Past()).Limits, Of(Past()).Limits);
        Assert.True(Of(Past(28)).Limits[0] > Of(Past()).Limits[0]);
        Assert.Equal((2, 6), (Of(Past(28)).PriorPairs, Of(Past(200)).PriorPairs));
    }

    [Fact]
    public void A_past_shorter_than_a_pair_or_without_any_change_gives_no_limits()
    {
        Assert.Null(SequentialBoundary.Of(Past(13), Pairs, Block, Settle, 1, 1.5));
        Assert.Null(SequentialBoundary.Of([.. Enumerable.Repeat(4.0, 90)], Pairs, Block, Settle, 1, 1.5));
    }

    [Fact]
    public void Nothing_is_looked_at_before_the_third_pair()
    {
        Assert.Null(SequentialTest.Walk(Plain, Alike(2, 9), Pairs));
        Assert.Equal(3, SequentialTest.Walk(Plain, Alike(3, 9), Pairs)!.Pair);
    }

    [Fact]
    public void It_ends_at_the_limit_and_goes_on_just_below()
    {
        Assert.Equal(SequentialDecision.Helps, SequentialTest.Walk(Plain, Alike(3, 4 + 1e-9), Pairs)!.Decision);
        Assert.Equal(SequentialDecision.GoOn, SequentialTest.Walk(Plain, Alike(3, 4 - 1e-9), Pairs)!.Decision);
        Assert.Equal(SequentialDecision.Worse, SequentialTest.Walk(Plain, Alike(3, -4 - 1e-9), Pairs)!.Decision);
        Assert.NotEqual(SequentialDecision.Worse, SequentialTest.Walk(Plain, Alike(3, -4 + 1e-9), Pairs)!.Decision);
    }

    [Fact]
    public void Beyond_the_limit_but_too_small_to_matter_is_not_called_help()
    {
        var narrow = Plain with { PairSpread = 0.1 };
        var look = SequentialTest.Walk(narrow, [0.4, 0.4, 0.4], Pairs)!;
        Assert.True(look.Errors > look.Limit);
        Assert.Equal(SequentialDecision.NothingThatMatters, look.Decision);
    }

    [Fact]
    public void It_ends_when_a_change_that_matters_either_way_is_improbable_and_goes_on_while_it_is_not()
    {
        Assert.Equal(SequentialDecision.NothingThatMatters, SequentialTest.Walk(Plain, new double[4], Pairs)!.Decision);
        Assert.Equal(SequentialDecision.GoOn, SequentialTest.Walk(Plain, [0.6, 0.6, 0.6, 0.6], Pairs)!.Decision);
    }

    [Fact]
    public void A_pair_that_lost_a_block_does_not_count_and_with_too_few_pairs_it_stays_open()
    {
        var look = SequentialTest.Walk(Plain, [2.5, double.NaN, 2.5, 2.5], Pairs)!;
        Assert.Equal((4, 3), (look.Pair, look.Counted));
        var lost = SequentialTest.Walk(Plain, [3, 3, .. Enumerable.Repeat(double.NaN, 6)], Pairs)!;
        Assert.Equal((SequentialDecision.Open, 2), (lost.Decision, lost.Counted));
        Assert.True(double.IsNaN(lost.Improvement));
    }

    [Fact]
    public void The_effect_told_is_drawn_toward_none_and_its_interval_holds_it()
    {
        var look = SequentialTest.Walk(Plain, [2, 2.5, 3], Pairs)!;
        Assert.InRange(look.Improvement, 0.01, 2.4999);
        Assert.InRange(look.Improvement, look.Lo, look.Hi);
    }

    /// <summary>
    /// Wider margins than the bench's thousands of persons would need: docs/methods/self-experiments.md has those.
    /// </summary>
    [Theory]
    [InlineData(0, 0, 0.05)]
    [InlineData(2, 0.75, 1)]
    public void Of_a_thousand_tries_few_are_wrong_and_most_that_help_by_two_points_are_seen_within_eighty_three_days(
        double effect,
        double least,
        double most
    )
    {
        int helps = 0,
            worse = 0,
            pairs = 0;
        const int Tries = 1000;
        for (var seed = 0; seed < Tries; seed++)
        {
            var days = Past(90 + 2 * Pairs * Block, seed);
            var improvements = Enumerable
                .Range(0, Pairs)
                .Select(p => BlockDesign.Difference(days[90..], p, Block, Settle) + effect)
                .ToArray();
            var end = SequentialTest.Walk(Of(days[..90]), improvements, Pairs)!;
            helps += end.Decision == SequentialDecision.Helps ? 1 : 0;
            worse += end.Decision == SequentialDecision.Worse ? 1 : 0;
            pairs += end.Pair;
        }
        Assert.InRange((double)helps / Tries, least, most);
        Assert.InRange((double)worse / Tries, 0, 0.05);
        if (effect > 0)
            Assert.InRange(2.0 * Block * pairs / Tries, 42, 83);
    }

    [Fact]
    public void Trying_out_finds_more_help_and_an_earlier_end_the_larger_the_effect()
    {
        var past = Past();
        var boundary = Of(past);
        var none = SequentialTest.TryOut(past, boundary, Pairs, Block, Settle, 0, 300);
        var much = SequentialTest.TryOut(past, boundary, Pairs, Block, Settle, 3, 300);
        Assert.InRange(none.Helps, 0, 0.06);
        Assert.InRange(much.Helps, 0.95, 1);
        Assert.True(much.MeanPairs < none.MeanPairs);
    }
}
