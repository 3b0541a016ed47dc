using MathNet.Numerics.Distributions;

namespace Inomya.Analysis;

/// <summary>
/// Days of which only "a bad day" was recorded: values above what the person calls usual, not missing ones.
/// </summary>
/// <remarks>
/// Each such day gets the mean of the values beyond the bound that its other days lead one to expect, and that mean is
/// found again from a fit with it in, until it stays (expectation-maximisation of a censored regression: Tobin 1958,
/// doi:10.2307/1907382; Dempster, Laird and Rubin 1977, J. R. Stat. Soc. B 39(1), 1-38). The spread left of a value
/// beyond the bound is counted in the error.
/// </remarks>
internal sealed class BadDays
{
    /// <summary>
    /// Where bad days are ticked instead of rated, the ratings end about where bad days begin. Worse than 97 of 100
    /// rated days, not than all: one rating may be a slip.
    /// </summary>
    private const double WorseThan = 0.97;

    /// <summary>Where bad days were rated too, three of four of these ratings are worse.</summary>
    private const double BadFrom = 0.25;

    /// <summary>Numbers on bad days from which these say what a bad day is.</summary>
    private const int NumbersNeeded = 4;

    /// <summary>Times the values of bad days and the spread are worked out in turn. Ours, for time.</summary>
    private const int Rounds = 6;

    private readonly double[] _recorded;
    private readonly double[]? _ticks;
    private readonly int _sign;

    /// <param name="recorded">Shape (days). NaN: no number.</param>
    /// <param name="ticks">
    /// Shape (days). 1 on a day called bad; anything else says nothing. Null: nobody was asked.
    /// </param>
    /// <param name="higherIsWorse">Which way is bad.</param>
    public BadDays(double[] recorded, double[]? ticks, bool higherIsWorse)
    {
        (_recorded, _ticks, _sign) = (recorded, ticks, higherIsWorse ? 1 : -1);
        Slots = ticks is null
            ? []
            : [.. Enumerable.Range(0, recorded.Length).Where(t => ticks[t] == 1 && double.IsNaN(recorded[t]))];
        Bound = Slots.Length == 0 ? double.NaN : BoundOf();
    }

    /// <summary>Slots of days called bad without a number.</summary>
    public int[] Slots { get; }

    /// <summary>
    /// The value that a day called bad is beyond, in the outcome's unit; NaN where there is no such day.
    /// </summary>
    public double Bound { get; private set; }

    /// <summary>The outcome with the bad days in, as if nothing else were known of them.</summary>
    public double[] Filled() => Filled(y => [.. y.Select(_ => Moments.Mean(y))]);

    /// <summary>The outcome with the bad days in.</summary>
    /// <param name="expect">
    /// What to expect each day from an outcome with them in; shape (days) to shape (days), finite.
    /// </param>
    public double[] Filled(Func<double[], double[]> expect)
    {
        double[] filled = [.. _recorded];
        var mean = Moments.Mean(_recorded);
        var spread = Moments.Deviation(_recorded);
        var expected = Array.ConvertAll(filled, _ => mean);
        for (var round = 0; round < RoundsNeeded; round++)
        {
            var left = PutBadDaysIn(filled, expected, spread);
            expected = expect(filled);
            spread = Spread(filled, expected, left);
        }
        return filled;
    }

    private int RoundsNeeded => Slots.Length > 0 ? Rounds : 0;

    /// <summary>Returns the variance left in them, summed.</summary>
    private double PutBadDaysIn(double[] filled, double[] expected, double spread)
    {
        var left = 0.0;
        foreach (var t in Slots)
        {
            (filled[t], var variance) = Beyond(expected[t], spread, Bound, _sign);
            left += variance;
        }
        return left;
    }

    /// <summary>
    /// What a bad day is worth to a forecast, from the days before a slot only: its value, and the chance of one at or
    /// beyond a threshold.
    /// </summary>
    /// <returns>NaN where there is no bad day, or nothing before the slot.</returns>
    public (double Value, double Chance) Foreseen(int known, double threshold)
    {
        if (Slots.Length == 0 || Moments.Count(_recorded.AsSpan(0, known)) == 0)
            return (double.NaN, double.NaN);
        var edge = threshold - _sign * Moments.Resolution(_recorded) / 2;
        return Before(known).NextBadDay(edge);
    }

    /// <summary>What was known then; it has a bound even where no day had been called bad.</summary>
    private BadDays Before(int known)
    {
        var before = new BadDays(_recorded[..known], _ticks![..known], _sign > 0);
        if (before.Slots.Length == 0)
            before.Bound = before.BoundOf();
        return before;
    }

    private (double Value, double Chance) NextBadDay(double edge)
    {
        var filled = Filled();
        var (mean, spread) = (Moments.Mean(filled), Math.Max(Moments.Deviation(filled), Tiny.Rounding));
        return (Beyond(mean, spread, Bound, _sign).Mean, Chance(mean, spread, Bound, edge, _sign));
    }

    private double BoundOf()
    {
        var bad = FromBest(t => _ticks![t] == 1);
        var bound = bad.Length >= NumbersNeeded ? At(bad, BadFrom) : At(FromBest(_ => true), WorseThan);
        return _sign * bound;
    }

    /// <summary>The numbers of some slots, turned so that higher is worse.</summary>
    private double[] FromBest(Func<int, bool> slots) =>
        [.. _recorded.Where((v, t) => slots(t) && !double.IsNaN(v)).Select(v => _sign * v).Order()];

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

    /// <summary>Mean and variance of a normal beyond a bound.</summary>
    /// <param name="mean">Of the whole normal.</param>
    /// <param name="spread">Its standard deviation, above 0.</param>
    /// <param name="bound">Same unit.</param>
    /// <param name="sign">1: above the bound; -1: below it.</param>
    public static (double Mean, double Variance) Beyond(double mean, double spread, double bound, int sign)
    {
        const double FarOut = 30;
        var from = sign * (bound - mean) / spread;
        var ratio = from > FarOut ? from + 1 / from : Normal.PDF(0, 1, from) / Normal.CDF(0, 1, -from);
        return (mean + sign * spread * ratio, spread * spread * Math.Max(0, 1 + ratio * (from - ratio)));
    }

    /// <summary>Probability that a value beyond a bound is at or beyond a threshold.</summary>
    public static double Chance(double mean, double spread, double bound, double threshold, int sign)
    {
        return Math.Min(1, Tail(threshold) / Tail(bound));

        double Tail(double value) => Math.Max(Normal.CDF(0, 1, -sign * (value - mean) / spread), Tiny.Least);
    }

    private static double Spread(double[] filled, double[] expected, double left)
    {
        var square = left;
        var days = 0;
        for (var t = 0; t < filled.Length; t++)
            if (!double.IsNaN(filled[t]))
                (square, days) = (square + (filled[t] - expected[t]) * (filled[t] - expected[t]), days + 1);
        return Math.Sqrt(square / days);
    }
}
