using MathNet.Numerics.Distributions;

namespace Inomya.Analysis;

/// <summary>
/// A paired experiment that is looked at after every pair, by a <see cref="SequentialBoundary"/> fixed before it
/// starts.
/// </summary>
/// <remarks>
/// Source: Jennison and Turnbull, Group Sequential Methods with Applications to Clinical Trials (2000), chapters 2 and
/// 10.
/// </remarks>
public static class SequentialTest
{
    /// <summary>The first look that ends it, or the last look there is; null before the first look is due.</summary>
    /// <param name="boundary">The boundary.</param>
    /// <param name="improvements">
    /// Shape (pairs that are over): how much better the block with it was, in outcome units. NaN where a block has no
    /// record.
    /// </param>
    /// <param name="planned">Pairs planned.</param>
    public static SequentialLook? Walk(SequentialBoundary boundary, ReadOnlySpan<double> improvements, int planned)
    {
        ArgumentNullException.ThrowIfNull(boundary);
        return End(boundary, improvements, planned) is { } end ? LookOf(boundary, end) : null;
    }

    /// <summary>How such experiments would end, tried out on the person's own days.</summary>
    /// <param name="past">Shape (days), without the treatment. NaN: not recorded.</param>
    /// <param name="boundary">The boundary.</param>
    /// <param name="pairs">Pairs planned.</param>
    /// <param name="blockDays">Days of a block.</param>
    /// <param name="settleDays">First days of each block that do not count.</param>
    /// <param name="effect">The true improvement, in outcome units.</param>
    /// <param name="trials">Invented experiments, 1 or more.</param>
    /// <returns>The share that says it helps, and the mean pairs until the end.</returns>
    public static (double Helps, double MeanPairs) TryOut(
        double[] past,
        SequentialBoundary boundary,
        int pairs,
        int blockDays,
        int settleDays,
        double effect,
        int trials,
        CancellationToken stop = default
    )
    {
        ArgumentNullException.ThrowIfNull(past);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        var invented = new InventedPairs(past, pairs, blockDays, settleDays);
        Sight[] ends = [.. Enumerable.Range(0, trials).Select(_ => End(boundary, invented.Next(effect, stop), pairs)!)];
        var helps = ends.Average(end => end.Decision == SequentialDecision.Helps ? 1 : 0);
        return (helps, ends.Average(end => end.Pair));
    }

    /// <summary>What is seen after a pair; the effect is NaN before enough pairs count.</summary>
    private sealed record Sight(int Pair, int Counted, double Errors, double Effect, double Error, int Degrees)
    {
        public SequentialDecision Decision { get; init; }

        public static Sight TooEarly(int pair, int counted) =>
            new(pair, counted, double.NaN, double.NaN, double.NaN, 0);

        public bool IsTooEarly => double.IsNaN(Errors);

        /// <summary>That the improvement is at least so large.</summary>
        public double AtLeast(double improvement) => 1 - StudentT.CDF(Effect, Error, Degrees, improvement);
    }

    private static Sight? End(SequentialBoundary boundary, ReadOnlySpan<double> improvements, int planned)
    {
        Sight? sight = null;
        for (var over = boundary.FirstLook; over <= Math.Min(improvements.Length, planned); over++)
        {
            var now = See(boundary, improvements[..over]);
            if (now.Counted < boundary.FirstLook && over < planned)
                continue;
            sight = now with { Decision = Decide(boundary, now, over == planned) };
            if (sight.Decision != SequentialDecision.GoOn)
                break;
        }
        return sight;
    }

    private static Sight See(SequentialBoundary boundary, ReadOnlySpan<double> improvements)
    {
        var (counted, mean, square) = Sums(improvements);
        if (counted < boundary.FirstLook)
            return Sight.TooEarly(improvements.Length, counted);
        var degrees = boundary.PriorPairs + counted - 1;
        var error = Math.Sqrt((KnownSquare(boundary) + square) / degrees / counted);
        var weight = WeightOfSeen(boundary.EffectSpread, error);
        return new Sight(improvements.Length, counted, mean / error, weight * mean, Math.Sqrt(weight) * error, degrees);
    }

    /// <summary>The sum of squares that is known before the experiment.</summary>
    private static double KnownSquare(SequentialBoundary boundary) =>
        boundary.PriorPairs * boundary.PairSpread * boundary.PairSpread;

    /// <summary>
    /// How much of the mean is believed against an effect around 0: the more, the narrower it is known.
    /// </summary>
    private static double WeightOfSeen(double effectSpread, double error)
    {
        var prior = effectSpread * effectSpread;
        return prior / (prior + error * error);
    }

    private static SequentialDecision Decide(SequentialBoundary boundary, Sight sight, bool last)
    {
        if (sight.IsTooEarly)
            return SequentialDecision.Open;
        var limit = LimitAt(boundary, sight.Counted);
        if (sight.Errors <= -limit)
            return SequentialDecision.Worse;
        var important = sight.AtLeast(boundary.MinimalChange);
        if (sight.Errors >= limit && important >= EffectJudge.LikelyToMatter)
            return SequentialDecision.Helps;
        if (IsFutile(boundary, sight, last, important))
            return SequentialDecision.NothingThatMatters;
        return last ? SequentialDecision.Open : SequentialDecision.GoOn;
    }

    /// <summary>No change that matters is probable, either way; after the last pair none for the better.</summary>
    private static bool IsFutile(SequentialBoundary boundary, Sight sight, bool last, double important)
    {
        var eitherWay = important + 1 - sight.AtLeast(-boundary.MinimalChange);
        return eitherWay < boundary.Futility || (last && important <= boundary.Futility);
    }

    private static SequentialLook LookOf(SequentialBoundary boundary, Sight sight) =>
        sight.IsTooEarly ? Unseen(sight) : Seen(boundary, sight);

    private static SequentialLook Unseen(Sight sight) =>
        new(
            sight.Pair,
            sight.Counted,
            double.NaN,
            double.NaN,
            double.NaN,
            double.NegativeInfinity,
            double.PositiveInfinity,
            double.NaN,
            double.NaN,
            sight.Decision
        );

    private static SequentialLook Seen(SequentialBoundary boundary, Sight sight)
    {
        var half = StudentT.InvCDF(0, 1, sight.Degrees, Interval95.High) * sight.Error;
        return new SequentialLook(
            sight.Pair,
            sight.Counted,
            sight.Errors,
            LimitAt(boundary, sight.Counted),
            sight.Effect,
            sight.Effect - half,
            sight.Effect + half,
            sight.AtLeast(0),
            sight.AtLeast(boundary.MinimalChange),
            sight.Decision
        );
    }

    private static double LimitAt(SequentialBoundary boundary, int counted) =>
        boundary.Limits[counted - boundary.FirstLook];

    /// <summary>How many count, their mean, and the sum of squares around it.</summary>
    private static (int Counted, double Mean, double Square) Sums(ReadOnlySpan<double> improvements)
    {
        double sum = 0,
            square = 0;
        var counted = 0;
        foreach (var d in improvements)
            if (!double.IsNaN(d))
                (sum, square, counted) = (sum + d, square + d * d, counted + 1);
        return counted == 0 ? (0, double.NaN, 0) : (counted, sum / counted, square - sum * sum / counted);
    }
}
