namespace Inomya.Analysis;

/// <summary>Mean and spread of what was recorded.</summary>
internal static class Moments
{
    /// <summary>Below it a mean is no size to compare a spread with.</summary>
    private const double LeastMean = 1e-200;

    /// <summary>Different values above which a scale has no steps, but is a quantity. Ours.</summary>
    private const int MostSteps = 40;

    public static int Count(ReadOnlySpan<double> x)
    {
        var n = 0;
        foreach (var v in x)
            if (!double.IsNaN(v))
                n++;
        return n;
    }

    /// <summary>Slots with a record, in order.</summary>
    public static int[] RecordedSlots(double[] x) => [.. Enumerable.Range(0, x.Length).Where(t => !double.IsNaN(x[t]))];

    /// <summary>NaN when nothing was recorded.</summary>
    public static double Mean(ReadOnlySpan<double> x)
    {
        double sum = 0;
        var n = 0;
        foreach (var v in x)
            if (!double.IsNaN(v))
                (sum, n) = (sum + v, n + 1);
        return n == 0 ? double.NaN : sum / n;
    }

    /// <summary>
    /// Standard deviation with divisor n; NaN when nothing was recorded. Two passes: one loses digits on large means.
    /// </summary>
    public static double Deviation(ReadOnlySpan<double> x)
    {
        var mean = Mean(x);
        double sum = 0;
        var n = 0;
        foreach (var v in x)
            if (!double.IsNaN(v))
                (sum, n) = (sum + (v - mean) * (v - mean), n + 1);
        return n == 0 ? double.NaN : Math.Sqrt(sum / n);
    }

    /// <summary>True when the spread is rounding noise of the mean, so that nothing can be learnt from it.</summary>
    public static bool Constant(ReadOnlySpan<double> x) =>
        !(Deviation(x) > Tiny.Rounding * Math.Max(Math.Abs(Mean(x)), LeastMean));

    /// <summary>
    /// The step of the scale: an outcome of whole points at or above 7 lies above 6.5. 0 for values on no steps.
    /// </summary>
    public static double Resolution(double[] x)
    {
        var distinct = x.Where(v => !double.IsNaN(v)).Distinct().Order().ToList();
        return distinct.Count < 2 || distinct.Count > MostSteps
            ? 0
            : distinct.Zip(distinct.Skip(1), (a, b) => b - a).Min();
    }
}
