namespace Inomya.Analysis;

/// <summary>Best guesses for unrecorded days of a factor, under a first-order autoregression.</summary>
internal static class GapFill
{
    /// <summary>Carry-over that no estimate goes beyond: at 1 a gap would be filled with its ends for ever.</summary>
    private const double MostPersistent = 0.97;

    /// <summary>Days after which nothing is left of a value: 0.97 to the power of 500 is 2e-7.</summary>
    private const int Forgotten = 500;

    /// <summary>Pairs of neighbouring days below which carry-over is not estimated. Ours.</summary>
    private const int PairsNeeded = 6;

    /// <summary>The mean of each missing value given the nearest recorded ones before and after; recorded values stay.</summary>
    /// <remarks>Only for factors. For a lagged outcome the value after the gap would leak the answer.</remarks>
    public static double[] BothSides(ReadOnlySpan<double> x)
    {
        var mean = Moments.Mean(x);
        var phi = Persistence(x, mean);
        var filled = x.ToArray();
        for (var t = 0; t < x.Length; t++)
        {
            if (!double.IsNaN(x[t]))
                continue;
            var end = EndOfGap(x, t);
            FillGap(filled, t, end, phi, mean);
            t = end;
        }
        return filled;
    }

    /// <summary>The next recorded slot, or the length.</summary>
    private static int EndOfGap(ReadOnlySpan<double> x, int start)
    {
        var end = start;
        while (end < x.Length && double.IsNaN(x[end]))
            end++;
        return end;
    }

    /// <summary>
    /// Guesses from earlier days only, drawn towards the mean of the first days as a gap grows: safe for forecasting, since no later day is used.
    /// </summary>
    /// <param name="x">Shape (days). NaN: not recorded.</param>
    /// <param name="phi">Day-to-day carry-over.</param>
    /// <param name="known">The mean is of the first so many days.</param>
    public static double[] Forward(ReadOnlySpan<double> x, double phi, int known)
    {
        var mean = Moments.Mean(x[..known]);
        if (double.IsNaN(mean))
            mean = 0;
        var filled = new double[x.Length];
        double state = 0;
        for (var t = 0; t < x.Length; t++)
        {
            state = double.IsNaN(x[t]) ? phi * state : x[t] - mean;
            filled[t] = mean + state;
        }
        return filled;
    }

    /// <summary>Lag-one correlation over pairs of neighbouring recorded days, 0 to 0.97; 0 with fewer than six pairs.</summary>
    public static double Persistence(ReadOnlySpan<double> x, double mean)
    {
        double cross = 0,
            square = 0;
        var pairs = 0;
        for (var t = 1; t < x.Length; t++)
        {
            double before = x[t - 1] - mean,
                now = x[t] - mean;
            if (double.IsNaN(before + now))
                continue;
            cross += before * now;
            square += before * before;
            pairs++;
        }
        return pairs < PairsNeeded || square <= 0 ? 0 : Math.Clamp(cross / square, 0, MostPersistent);
    }

    private static void FillGap(double[] x, int start, int end, double phi, double mean)
    {
        double before = Off(start - 1),
            after = Off(end);
        for (var t = start; t < end; t++)
        {
            double a = start > 0 ? Decay(phi, t - start + 1) : 0,
                b = end < x.Length ? Decay(phi, end - t) : 0;
            x[t] = mean + Between(before, a, after, b);
        }

        double Off(int recorded) => recorded >= 0 && recorded < x.Length ? x[recorded] - mean : 0;
    }

    /// <summary>What to expect between two values, of which one decays to a and the other, backwards, to b.</summary>
    private static double Between(double before, double a, double after, double b) =>
        (a * (1 - b * b) * before + b * (1 - a * a) * after) / (1 - a * a * b * b);

    private static double Decay(double phi, int days) => days > Forgotten ? 0 : Math.Pow(phi, days);
}
