namespace Inomya.Analysis;

/// <summary>
/// What an experiment in paired blocks would see, tried out on a person's own days. See
/// docs/methods/self-experiments.md.
/// </summary>
public static class BlockDesign
{
    /// <summary>The most pairs: all orders of them are compared one by one.</summary>
    public const int MostPairs = 12;

    /// <summary>
    /// A difference that chance alone would make at most this often is settled: one in twenty, the convention of trials
    /// (Fisher 1926, J. Ministry Agric. 33, 503-513).
    /// </summary>
    public const double Level = 0.05;

    /// <summary>
    /// The order of a paired design: which blocks are with the treatment. Each pair holds one of each, its order by a
    /// fair coin.
    /// </summary>
    /// <param name="pairs">1 or more.</param>
    /// <param name="seed">The same seed gives the same order, on every machine and in every version.</param>
    /// <returns>Shape (2 × pairs).</returns>
    /// <remarks>
    /// Orders are not forced to be half one way and half the other: then the randomisation test would have fewer orders
    /// to compare with.
    /// </remarks>
    public static bool[] Order(int pairs, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 1);
        var blocks = new bool[2 * pairs];
        for (var p = 0; p < pairs; p++)
        {
            var first = (SplitMix64.At(seed, (ulong)p + 1) >> 63) == 1;
            (blocks[2 * p], blocks[2 * p + 1]) = (first, !first);
        }
        return blocks;
    }

    /// <summary>Each day of a design: 1 with the treatment, 0 without.</summary>
    /// <param name="blocks">Shape (blocks).</param>
    /// <param name="blockDays">1 or more.</param>
    /// <returns>Shape (blocks × blockDays).</returns>
    public static double[] Days(IReadOnlyList<bool> blocks, int blockDays)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentOutOfRangeException.ThrowIfLessThan(blockDays, 1);
        return [.. blocks.SelectMany(with => Enumerable.Repeat(with ? 1.0 : 0, blockDays))];
    }

    /// <summary>How often such an experiment would say that the treatment helps.</summary>
    /// <param name="past">
    /// Shape (days), one slot a calendar day: the person's own days without the treatment. NaN: not recorded.
    /// </param>
    /// <param name="pairs">1 to <see cref="MostPairs"/>.</param>
    /// <param name="blockDays">Days of a block.</param>
    /// <param name="settleDays">
    /// First days of each block that are left out; less than <paramref name="blockDays"/>.
    /// </param>
    /// <param name="effect">The true improvement, in outcome units, 0 or more.</param>
    /// <param name="least">The smallest improvement that matters, same unit.</param>
    /// <param name="trials">Invented experiments, 1 or more.</param>
    /// <param name="stop">Ends the work early.</param>
    /// <returns>
    /// The share of invented experiments whose randomisation p is at most 0.05 with an improvement of at least
    /// <paramref name="least"/>; NaN when nothing was recorded. An experiment whose every pair lost a block to missing
    /// days says nothing, and counts so.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is off its range.</exception>
    public static double Power(
        double[] past,
        int pairs,
        int blockDays,
        int settleDays,
        double effect,
        double least,
        int trials,
        CancellationToken stop = default
    )
    {
        ArgumentNullException.ThrowIfNull(past);
        RefusePlan(pairs, blockDays, settleDays);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(effect);
        if (Moments.Count(past) == 0)
            return double.NaN;

        var invented = new InventedPairs(past, pairs, blockDays, settleDays);
        return (double)Enumerable.Range(0, trials).Count(_ => Improves(invented.Next(effect, stop), least)) / trials;
    }

    /// <summary>
    /// First block minus second; NaN where one has no record. To the test the order is the same whichever block is
    /// first.
    /// </summary>
    internal static double Difference(double[] days, int pair, int blockDays, int settleDays) =>
        DifferenceFrom(days, 2 * pair * blockDays, blockDays, settleDays);

    /// <summary>The same for a pair that begins on any day.</summary>
    internal static double DifferenceFrom(double[] days, int first, int blockDays, int settleDays)
    {
        return Mean(first) - Mean(first + blockDays);

        double Mean(int block) => Moments.Mean(days.AsSpan(block + settleDays, blockDays - settleDays));
    }

    private static void RefusePlan(int pairs, int blockDays, int settleDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pairs, MostPairs);
        ArgumentOutOfRangeException.ThrowIfNegative(settleDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(settleDays, blockDays);
    }

    private static bool Improves(double[] allPairs, double least)
    {
        var improvements = Array.FindAll(allPairs, d => !double.IsNaN(d));
        var orders = 1 << improvements.Length;
        var sum = SumIn(orders - 1, improvements);
        if (improvements.Length == 0 || sum / improvements.Length < least)
            return false;
        return Enumerable.Range(0, orders).Count(IsAsLarge) <= Level * orders;

        bool IsAsLarge(int order) => Math.Abs(SumIn(order, improvements)) >= sum - Tiny.Rounding * sum;
    }

    /// <summary>The sum had the coins fallen so; a pair whose bit is 0 the other way round.</summary>
    private static double SumIn(int order, double[] improvements)
    {
        double sum = 0;
        for (var p = 0; p < improvements.Length; p++)
            sum += (order >> p & 1) == 1 ? improvements[p] : -improvements[p];
        return sum;
    }
}
