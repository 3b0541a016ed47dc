namespace Inomya.Analysis;

/// <summary>A test of a treatment given in blocks that rests only on how the order was drawn.</summary>
public static class RandomisationTest
{
    /// <summary>Orders that are all compared; of more, a sample. Ours: a fraction of a second.</summary>
    private const int MostExactOrders = 1 << 16;

    /// <summary>With the actual one 10,000, so that p is a round number: Phipson and Smyth (2010), Stat. Appl. Genet. Mol. Biol. 9, 39, doi:10.2202/1544-6115.1585.</summary>
    private const int SampledOrders = 9_999;

    /// <summary>Orders are counted as the bits of a 64-bit number, with room for its carry.</summary>
    private const int BitsOfOrder = 60;

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
        RefuseDays(blockDays, washoutDays);
        if (outcome.Length != given.Length)
            throw new ArgumentException($"{outcome.Length} days but {given.Length} of treatment.", nameof(given));
        var blocks = Blocks(outcome, given, blockDays, washoutDays);
        return HasBothKinds(blocks) ? Compare(blocks, paired ?? AllPaired(blocks)) : null;
    }

    private static bool HasBothKinds(List<Block> blocks) => blocks.Exists(b => b.Given) && blocks.Exists(b => !b.Given);

    private static void RefuseDays(int blockDays, int washoutDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(blockDays, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(washoutDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(washoutDays, blockDays);
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
            if (YesNo.IsYes(given[t]) != YesNo.IsYes(given[t - 1]))
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
                blocks.Add(new Block(b, IsMostlyOn(given.AsSpan(b * days, days)), mean));
        }
        return blocks;
    }

    private static bool IsMostlyOn(Span<double> given) => 2 * given.ToArray().Count(YesNo.IsYes) > given.Length;

    private static bool AllPaired(List<Block> blocks) =>
        blocks.GroupBy(b => b.Place / 2).All(pair => pair.Count() < 2 || pair.First().Given != pair.Last().Given);

    private static List<Block> WholePairs(List<Block> blocks) =>
        [
            .. blocks
                .GroupBy(b => b.Place / 2)
                .Where(pair => pair.Count() == 2 && pair.First().Given != pair.Last().Given)
                .SelectMany(pair => pair),
        ];

    private static RandomisationResult? Compare(List<Block> all, bool paired)
    {
        var blocks = paired ? WholePairs(all) : all;
        if (blocks.Count == 0)
            return null;
        var exact = CanHaveAll(blocks, paired);
        var orders = exact ? AllOrders(blocks, paired) : Sampled(blocks, paired);
        var tally = new Tally(Difference(blocks, Actual(blocks)), Tiny.Rounding * blocks.Max(b => Math.Abs(b.Mean)));
        foreach (var order in orders)
            tally.Add(Difference(blocks, order));
        return tally.Result(exact);
    }

    private static bool[] Actual(List<Block> blocks) => [.. blocks.Select(b => b.Given)];

    private static bool CanHaveAll(List<Block> blocks, bool paired)
    {
        var count = paired ? Math.Pow(2, blocks.Count / 2) : Arrangements(blocks.Count, blocks.Count(b => b.Given));
        return count <= MostExactOrders && blocks.Count < BitsOfOrder;
    }

    /// <summary>Counts orders against the actual one, by the size of their difference.</summary>
    /// <param name="rounding">Differences that are no further apart are the same: by the size of the values, since two that cancel leave only their rounding.</param>
    private sealed class Tally(double actual, double rounding)
    {
        private int _total,
            _asLarge,
            _likeLargest;
        private double _largest;

        public void Add(double difference)
        {
            var size = Math.Abs(difference);
            _total++;
            if (size >= Math.Abs(actual) - rounding)
                _asLarge++;
            if (size > _largest + rounding)
                (_largest, _likeLargest) = (size, 1);
            else if (size >= _largest - rounding)
                _likeLargest++;
        }

        public RandomisationResult Result(bool exact)
        {
            var smallestP = (exact ? _likeLargest : 1.0) / _total;
            return new RandomisationResult((double)_asLarge / _total, actual, _total, exact, smallestP);
        }
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

    /// <summary>The actual order, and some that could have been drawn.</summary>
    private static IEnumerable<bool[]> Sampled(List<Block> blocks, bool paired)
    {
        yield return Actual(blocks);
        var random = new Random(20_261);
        for (var i = 0; i < SampledOrders; i++)
        {
            var order = Actual(blocks);
            if (paired)
                SwapWithinPairs(order, random);
            else
                random.Shuffle(order);
            yield return order;
        }
    }

    private static void SwapWithinPairs(bool[] order, Random random)
    {
        for (var b = 0; b + 1 < order.Length; b += 2)
            if (random.Next(2) == 1)
                (order[b], order[b + 1]) = (order[b + 1], order[b]);
    }
}
