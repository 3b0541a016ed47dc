using System.Collections.Concurrent;
using MathNet.Numerics.Distributions;

namespace Inomya.Analysis;

/// <summary>
/// When a paired experiment may end before its last pair: fixed before it starts. See docs/methods/self-experiments.md.
/// </summary>
/// <param name="FirstLook">Pairs that must be over before the first look.</param>
/// <param name="Limits">
/// From <paramref name="FirstLook"/> pairs that count on, one a pair: so many errors of the mean away from nothing ends
/// it. O'Brien and Fleming (1979), Biometrics 35(3), 549-556, doi:10.2307/2530245: constant × √(pairs planned / pairs
/// so far).
/// </param>
/// <param name="PairSpread">
/// The person's usual spread of a pair's difference, in outcome units, from the days before.
/// </param>
/// <param name="PriorPairs">How many pairs that spread counts as.</param>
/// <param name="EffectSpread">
/// Standard deviation of the effect before anything is seen, around 0, in outcome units.
/// </param>
/// <param name="MinimalChange">The smallest change that matters, in outcome units.</param>
/// <param name="Futility">A change that matters, either way, less probable than this ends it too.</param>
public sealed record SequentialBoundary(
    int FirstLook,
    IReadOnlyList<double> Limits,
    double PairSpread,
    int PriorPairs,
    double EffectSpread,
    double MinimalChange,
    double Futility
)
{
    private const int EarliestLook = 3;
    private const double LeastProbable = 0.1;

    /// <summary>
    /// Two-sided, of the pure boundary. That an improvement must matter too, whole points and missing days leave about
    /// 0.02 each way; where days in the experiment differ half as much again as before, 0.05 each way.
    /// </summary>
    private const double Level = 0.055;
    private const int Invented = 20_000;

    /// <summary>Each stretch as long as a pair is worth one pair of knowing the spread, within these.</summary>
    private const int FewestPriorPairs = 2,
        MostPriorPairs = 6;

    private static readonly ConcurrentDictionary<(int Pairs, int Prior), double> Constants = new();

    /// <summary>The boundary for an experiment, from the person's own days before it.</summary>
    /// <param name="past">Shape (days), one slot a calendar day, without the treatment. NaN: not recorded.</param>
    /// <param name="pairs">Pairs planned, 3 or more.</param>
    /// <param name="blockDays">Days of a block.</param>
    /// <param name="settleDays">
    /// First days of each block that do not count, less than <paramref name="blockDays"/>.
    /// </param>
    /// <param name="minimalChange">The smallest change that matters, above 0.</param>
    /// <param name="effectSpread">Standard deviation of what may be expected, above 0.</param>
    /// <returns>Null when the past is too short, or never varies enough, to know a pair's spread.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is off its range.</exception>
    public static SequentialBoundary? Of(
        double[] past,
        int pairs,
        int blockDays,
        int settleDays,
        double minimalChange,
        double effectSpread
    )
    {
        ArgumentNullException.ThrowIfNull(past);
        RefusePlan(pairs, blockDays, settleDays);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minimalChange);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(effectSpread);
        var spread = SpreadOfPairs(past, blockDays, settleDays);
        if (!(spread > 0))
            return null;
        var prior = PriorPairsIn(past.Length, blockDays);
        var limits = LimitsOf(pairs, prior);
        return new SequentialBoundary(EarliestLook, limits, spread, prior, effectSpread, minimalChange, LeastProbable);
    }

    private static int PriorPairsIn(int days, int blockDays) =>
        Math.Clamp((int)Math.Round(days / (2.0 * blockDays)), FewestPriorPairs, MostPriorPairs);

    private static void RefusePlan(int pairs, int blockDays, int settleDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, EarliestLook);
        ArgumentOutOfRangeException.ThrowIfNegative(settleDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(settleDays, blockDays);
    }

    /// <summary>
    /// Root mean square of the differences that pairs laid anywhere over the past would have had; NaN when none has
    /// both blocks.
    /// </summary>
    public static double SpreadOfPairs(double[] past, int blockDays, int settleDays)
    {
        ArgumentNullException.ThrowIfNull(past);
        var starts = Enumerable.Range(0, Math.Max(0, past.Length - 2 * blockDays + 1));
        var differences = starts.Select(from => BlockDesign.DifferenceFrom(past, from, blockDays, settleDays));
        return Math.Sqrt(Moments.Mean([.. differences.Select(d => d * d)]));
    }

    private static double[] LimitsOf(int pairs, int prior)
    {
        var constant = Constants.GetOrAdd((pairs, prior), key => ConstantOf(key.Pairs, key.Prior));
        var looks = Enumerable.Range(EarliestLook, pairs - EarliestLook + 1);
        return [.. looks.Select(k => constant * Math.Sqrt((double)pairs / k))];
    }

    /// <summary>
    /// The constant that invented experiments without an effect cross as often as <see cref="Level"/>: the spread is
    /// known beforehand as from <paramref name="prior"/> pairs. A fixed seed: the same plan has the same boundary
    /// everywhere.
    /// </summary>
    private static double ConstantOf(int pairs, int prior)
    {
        var random = new Random(20_261);
        var farthest = new double[Invented];
        for (var i = 0; i < Invented; i++)
            farthest[i] = Farthest(random, pairs, prior);
        Array.Sort(farthest);
        return farthest[(int)((1 - Level) * Invented)];
    }

    /// <summary>
    /// The farthest that an experiment without an effect gets at any of its looks, as the limit's constant.
    /// </summary>
    private static double Farthest(Random random, int pairs, int prior)
    {
        double sum = 0,
            square = 0,
            farthest = 0;
        var known = Enumerable.Range(0, prior).Sum(_ => Math.Pow(Next(), 2));
        for (var k = 1; k <= pairs; k++)
        {
            var difference = Next();
            sum += difference;
            square += difference * difference;
            if (k >= EarliestLook)
                farthest = Math.Max(farthest, DistanceAfter(k));
        }
        return farthest;

        double Next() => Normal.Sample(random, 0, 1);

        double DistanceAfter(int k)
        {
            var error = Math.Sqrt((known + square - sum * sum / k) / (prior + k - 1) / k);
            return Math.Abs(sum / k / error) * Math.Sqrt((double)k / pairs);
        }
    }
}
