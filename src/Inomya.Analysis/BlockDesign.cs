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
    /// Days that are drawn together from the past, so that days stay as alike to their neighbours as they are.
    /// </summary>
    private const int StretchDays = 14;

    private const double Level = 0.05;

    /// <summary>
    /// The order of a paired design: which blocks are with the treatment. Each pair holds one of each, its order by a
    /// fair coin.
    /// </summary>
    /// <param name="pairs">1 or more.</param>
    /// <param name="seed">The same seed gives the same order, on every machine and in every version.</param>
    /// <returns>Shape (2 × pairs).</returns>
    /// <remarks>
    /// SplitMix64, since the library's generator may change from version to version: Steele, Lea and Flood (2014),
    /// doi:10.1145/2660193.2660195. Orders are not forced to be half one way and half the other: then the randomisation
    /// test would have fewer orders to compare with.
    /// </remarks>
    public static bool[] Order(int pairs, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 1);
        var blocks = new bool[2 * pairs];
        for (var p = 0; p < pairs; p++)
        {
            var first = (Mix(seed + (ulong)(p + 1) * 0x9E3779B97F4A7C15) >> 63) == 1;
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
    /// <returns>
    /// The share of invented experiments whose randomisation p is at most 0.05 with an improvement of at least
    /// <paramref name="least"/>; NaN when nothing was recorded. An experiment whose every pair lost a block to missing
    /// days says nothing, and counts so.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is off its range.</exception>
    /// <remarks>
    /// Days are drawn in stretches of 14 from the past, with their gaps: Künsch (1989), Ann. Stat. 17(3), 1217-1241,
    /// doi:10.1214/aos/1176347265. Stretches end in the middle of blocks, as change does. The draw has a fixed seed.
    /// </remarks>
    public static double Power(
        double[] past,
        int pairs,
        int blockDays,
        int settleDays,
        double effect,
        double least,
        int trials
    )
    {
        ArgumentNullException.ThrowIfNull(past);
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pairs, MostPairs);
        ArgumentOutOfRangeException.ThrowIfNegative(settleDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(settleDays, blockDays);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(effect);
        if (Moments.Count(past) == 0)
            return double.NaN;

        var days = new double[2 * pairs * blockDays];
        var differences = new double[pairs];
        var state = 1UL;
        var found = 0;
        for (var trial = 0; trial < trials; trial++)
        {
            Draw(past, days, ref state);
            var kept = Differences(days, blockDays, settleDays, effect, differences);
            if (kept > 0 && Improves(differences.AsSpan(0, kept), least))
                found++;
        }
        return (double)found / trials;
    }

    /// <summary>
    /// A new past from stretches of the old one; a stretch that reaches its end goes on at its beginning.
    /// </summary>
    internal static void Draw(double[] past, double[] days, ref ulong state)
    {
        for (var t = 0; t < days.Length; t += StretchDays)
        {
            var from = (int)(Next(ref state) % (ulong)past.Length);
            for (var i = 0; i < StretchDays && t + i < days.Length; i++)
                days[t + i] = past[(from + i) % past.Length];
        }
    }

    /// <summary>Without minus with, of each pair whose blocks both have a record.</summary>
    private static int Differences(double[] days, int blockDays, int settleDays, double effect, double[] into)
    {
        var kept = 0;
        for (var pair = 0; pair < into.Length; pair++)
        {
            var difference = Difference(days, pair, blockDays, settleDays);
            if (!double.IsNaN(difference))
                into[kept++] = difference + effect;
        }
        return kept;
    }

    /// <summary>
    /// First block minus second; NaN where one has no record. To the test the order is the same whichever block is
    /// first.
    /// </summary>
    internal static double Difference(double[] days, int pair, int blockDays, int settleDays)
    {
        var from = 2 * pair * blockDays + settleDays;
        return Moments.Mean(days.AsSpan(from, blockDays - settleDays))
            - Moments.Mean(days.AsSpan(from + blockDays, blockDays - settleDays));
    }

    private static bool Improves(ReadOnlySpan<double> differences, double least)
    {
        double sum = 0;
        foreach (var d in differences)
            sum += d;
        if (sum / differences.Length < least)
            return false;
        var asLarge = 0;
        for (var order = 0; order < 1 << differences.Length; order++)
        {
            double other = 0;
            for (var p = 0; p < differences.Length; p++)
                other += (order >> p & 1) == 1 ? differences[p] : -differences[p];
            if (Math.Abs(other) >= sum - 1e-9 * sum)
                asLarge++;
        }
        return asLarge <= Level * (1 << differences.Length);
    }

    private static ulong Next(ref ulong state) => Mix(state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
