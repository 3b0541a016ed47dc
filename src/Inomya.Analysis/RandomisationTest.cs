namespace Inomya.Analysis;

/// <summary>A test of a treatment given in blocks that rests only on how the order was drawn.</summary>
public static class RandomisationTest
{
    private const int MostExactOrders = 1 << 16;
    private const int SampledOrders = 9_999;

    /// <summary>Compares the difference of block means with that of every order that could have been drawn.</summary>
    /// <param name="outcome">Shape (days), one slot a calendar day. NaN: not recorded.</param>
    /// <param name="given">Shape (days). 1 with the treatment, 0 without; NaN counts as 0.</param>
    /// <param name="blockDays">Days of a block, 1 or more; days beyond the last whole block are left out.</param>
    /// <param name="paired">
    /// True: order was drawn within each pair of neighbouring blocks. False: any arrangement with as many blocks of each kind.
    /// Null: paired when every pair has one of each.
    /// </param>
    /// <param name="washoutDays">First days of each block that are left out, less than <paramref name="blockDays"/>.</param>
    /// <returns>
    /// Null when a kind has no block with a record. Exact over all orders up to 65,536; beyond, 9,999 drawn with a fixed seed and the actual one.
    /// </returns>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of days is off its range.</exception>
    /// <remarks>
    /// Valid whatever the autocorrelation, since blocks are shuffled and not days. A sequence that simply alternated was not drawn by chance:
    /// then it is only as good as the assumption that the order could have been another.
    /// Source: Edgington and Onghena, Randomization Tests, 4th ed. (2007).
    /// </remarks>
    public static RandomisationResult? Of(
        double[] outcome,
        double[] given,
        int blockDays,
        bool? paired = null,
        int washoutDays = 0
    )
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(given);
        ArgumentOutOfRangeException.ThrowIfLessThan(blockDays, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(washoutDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(washoutDays, blockDays);
        if (outcome.Length != given.Length)
            throw new ArgumentException($"{outcome.Length} days but {given.Length} of treatment.", nameof(given));

        var blocks = Blocks(outcome, given, blockDays, washoutDays);
        if (!blocks.Exists(b => b.Given) || !blocks.Exists(b => !b.Given))
            return null;
        var inPairs = paired ?? AllPaired(blocks);
        if (inPairs)
            blocks = WholePairs(blocks);
        return blocks.Count == 0 ? null : Compare(blocks, inPairs);
    }

    /// <summary>The length of a block, read off a schedule: the greatest common divisor of its runs, the last one left out.</summary>
    /// <param name="given">Shape (days). 1 with, 0 without; NaN counts as 0.</param>
    /// <returns>Days, 1 or more; the whole length when it never changes.</returns>
    public static int BlockDays(double[] given)
    {
        ArgumentNullException.ThrowIfNull(given);
        int divisor = 0,
            run = 1;
        for (var t = 1; t < given.Length; t++, run++)
            if (given[t] > 0.5 != given[t - 1] > 0.5)
                (divisor, run) = (Gcd(divisor, run), 0);
        return divisor == 0 ? Math.Max(1, given.Length) : divisor;
    }

    private readonly record struct Block(int Place, bool Given, double Mean);

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);

    private static List<Block> Blocks(double[] outcome, double[] given, int days, int washout)
    {
        var blocks = new List<Block>();
        for (var b = 0; (b + 1) * days <= outcome.Length; b++)
        {
            var mean = Moments.Mean(outcome.AsSpan(b * days + washout, days - washout));
            if (!double.IsNaN(mean))
                blocks.Add(new Block(b, given.AsSpan(b * days, days).ToArray().Count(g => g > 0.5) * 2 > days, mean));
        }
        return blocks;
    }

    private static bool AllPaired(List<Block> blocks) =>
        blocks.GroupBy(b => b.Place / 2).All(pair => pair.Count() < 2 || pair.First().Given != pair.Last().Given);

    private static List<Block> WholePairs(List<Block> blocks) =>
        [
            .. blocks
                .GroupBy(b => b.Place / 2)
                .Where(pair => pair.Count() == 2 && pair.First().Given != pair.Last().Given)
                .SelectMany(pair => pair),
        ];

    private static RandomisationResult Compare(List<Block> blocks, bool paired)
    {
        var actual = Difference(blocks, [.. blocks.Select(b => b.Given)]);
        var count = paired ? Math.Pow(2, blocks.Count / 2) : Arrangements(blocks.Count, blocks.Count(b => b.Given));
        var exact = count <= MostExactOrders && blocks.Count < 60;
        var orders = exact ? AllOrders(blocks, paired) : Prepend(blocks, Sampled(blocks, paired));
        int total = 0,
            asLarge = 0,
            likeExtreme = 0;
        var largest = 0.0;
        foreach (var order in orders)
        {
            var difference = Math.Abs(Difference(blocks, order));
            if (difference >= Math.Abs(actual) - 1e-9 * Math.Abs(actual))
                asLarge++;
            if (difference > largest * (1 + 1e-9))
                (largest, likeExtreme) = (difference, 1);
            else if (difference >= largest * (1 - 1e-9))
                likeExtreme++;
            total++;
        }
        return new RandomisationResult(
            (double)asLarge / total,
            actual,
            total,
            exact,
            exact ? (double)likeExtreme / total : 1.0 / total
        );
    }

    private static double Difference(List<Block> blocks, bool[] given)
    {
        double with = 0,
            without = 0;
        var count = 0;
        for (var i = 0; i < given.Length; i++)
            if (given[i])
                (with, count) = (with + blocks[i].Mean, count + 1);
            else
                without += blocks[i].Mean;
        return with / count - without / (given.Length - count);
    }

    private static double Arrangements(int n, int k)
    {
        var count = 1.0;
        for (var i = 1; i <= k; i++)
            count = count * (n - k + i) / i;
        return count;
    }

    private static IEnumerable<bool[]> AllOrders(List<Block> blocks, bool paired) =>
        paired
            ? Enumerable
                .Range(0, 1 << blocks.Count / 2)
                .Select(mask => blocks.Select((_, i) => (mask >> (i / 2) & 1) == 1 != (i % 2 == 0)).ToArray())
            : Choices(blocks.Count, blocks.Count(b => b.Given));

    /// <summary>Every way to choose some of n, each the next larger number with as many bits set.</summary>
    private static IEnumerable<bool[]> Choices(int n, int chosen)
    {
        for (var mask = (1L << chosen) - 1; mask < 1L << n; )
        {
            yield return [.. Enumerable.Range(0, n).Select(i => (mask >> i & 1) == 1)];
            long lowest = mask & -mask,
                carried = mask + lowest;
            mask = ((mask ^ carried) >> 2) / lowest | carried;
        }
    }

    private static IEnumerable<bool[]> Prepend(List<Block> blocks, IEnumerable<bool[]> sampled) =>
        sampled.Prepend([.. blocks.Select(b => b.Given)]);

    private static IEnumerable<bool[]> Sampled(List<Block> blocks, bool paired)
    {
        var random = new Random(20_261);
        for (var i = 0; i < SampledOrders; i++)
        {
            bool[] order = [.. blocks.Select(b => b.Given)];
            if (!paired)
                random.Shuffle(order);
            for (var b = 0; paired && b + 1 < order.Length; b += 2)
                if (random.Next(2) == 1)
                    (order[b], order[b + 1]) = (order[b + 1], order[b]);
            yield return order;
        }
    }
}
