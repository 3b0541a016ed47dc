namespace Inomya.Analysis;

/// <summary>
/// Regression for a series whose errors are a first-order autoregression on a wandering level, with both unknown:
/// every combination on a grid is fitted by generalised least squares and weighed by its restricted likelihood.
/// </summary>
/// <remarks>
/// The interval is of the weighted mixture of t distributions, so it is as wide as not knowing the error structure makes it.
/// Restricted likelihood: Harville (1974), Biometrika 61(2), 383-385, doi:10.1093/biomet/61.2.383.
/// </remarks>
internal static class LevelModel
{
    private static readonly double[] Phis = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
    private static readonly double[] Wanders = [0, 0.0004, 0.002, 0.01, 0.05];
    private static readonly double[] WanderPrior = [0.6, 0.1, 0.1, 0.1, 0.1];

    /// <summary>One grid point's estimate of one coefficient.</summary>
    public readonly record struct Part(double Mean, double Error, double LogWeight);

    /// <param name="y">Shape (days). NaN: not recorded.</param>
    /// <param name="columns">Shape (columns) of shape (days); finite.</param>
    /// <param name="ridge">Shape (columns). Prior precision over the innovation variance; 0: none.</param>
    /// <param name="wandering">False leaves the wandering level out.</param>
    /// <param name="mostDegrees">Degrees of freedom of the t distributions, where the last column tells less than the days there are.</param>
    /// <param name="stop">Ends the work early.</param>
    /// <returns>The last column's coefficient at each grid point. Empty when there are not more records than columns.</returns>
    public static Mixture LastCoefficient(
        double[] y,
        IReadOnlyList<double[]> columns,
        double[] ridge,
        bool wandering,
        double mostDegrees = double.PositiveInfinity,
        CancellationToken stop = default
    )
    {
        var rows = Moments.Count(y);
        var degrees = rows - columns.Count;
        var parts = new List<Part>();
        if (degrees < 1)
            return new Mixture(parts, 1);
        var filter = new KalmanWhitening(y, columns);
        foreach (var phi in Phis)
            for (var w = 0; w < (wandering ? Wanders.Length : 1); w++)
            {
                stop.ThrowIfCancellationRequested();
                parts.Add(Fit(filter, phi, Wanders[w], Math.Log(WanderPrior[w]), ridge, degrees));
            }
        return new Mixture(parts, Math.Min(degrees, mostDegrees));
    }

    private static Part Fit(
        KalmanWhitening filter,
        double phi,
        double wander,
        double logPrior,
        double[] ridge,
        int degrees
    )
    {
        var logDeterminant = filter.Run(phi, wander);
        int p = ridge.Length,
            target = p - 1;
        var gram = SweptGram.Of(filter.White, filter.Rows, [.. ridge, 0]);
        double logPivots = 0;
        for (var i = 0; i < p; i++)
        {
            if (i == target)
                break;
            logPivots += Math.Log(Math.Max(gram[i, i], 1e-12));
            if (gram[i, i] > 1e-10)
                gram.Toggle(i);
        }
        var pivot = gram[target, target];
        if (!(pivot > 1e-10))
            return new Part(0, double.PositiveInfinity, double.NegativeInfinity);
        gram.Toggle(target);
        var residual = Math.Max(gram[p, p], 1e-12);
        var weight =
            logPrior - 0.5 * logDeterminant - 0.5 * (logPivots + Math.Log(pivot)) - 0.5 * degrees * Math.Log(residual);
        return new Part(gram[target, p], Math.Sqrt(residual / degrees / pivot), weight);
    }
}
