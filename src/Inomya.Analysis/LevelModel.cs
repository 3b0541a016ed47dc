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
    /// <summary>
    /// How likely each wandering of the level is before looking: that it does not wander is six in ten.
    /// Ours; docs/methods/trend.md has how often its intervals held what was planted.
    /// </summary>
    private static readonly ErrorStructure[] Structures = ErrorStructure.Grid([0.6, 0.1, 0.1, 0.1, 0.1]);

    /// <summary>One grid point's estimate of one coefficient.</summary>
    public readonly record struct Part(double Mean, double Error, double LogWeight)
    {
        /// <summary>The days say nothing of it.</summary>
        public static Part Unknown => new(0, double.PositiveInfinity, double.NegativeInfinity);
    }

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
        var degrees = Moments.Count(y) - columns.Count;
        if (degrees < 1)
            return new Mixture([], 1);
        var filter = new KalmanWhitening(y, columns);
        var structures = Structures.Where(s => wandering || s.Wander == 0);
        return new Mixture([.. structures.Select(PartOf)], Math.Min(degrees, mostDegrees));

        Part PartOf(ErrorStructure errors)
        {
            stop.ThrowIfCancellationRequested();
            return Fit(filter, errors, ridge, degrees);
        }
    }

    private static Part Fit(KalmanWhitening filter, ErrorStructure errors, double[] ridge, int degrees)
    {
        var weight = errors.LogPrior - 0.5 * filter.Run(errors);
        var gram = SweptGram.Of(filter.White, filter.Rows, [.. ridge, 0]);
        var logPivots = Enumerable.Range(0, ridge.Length - 1).Sum(gram.ToggleUnlessSpanned);
        return LastOf(gram, degrees, logPivots, weight);
    }

    /// <summary>Takes the last column in, behind all others.</summary>
    private static Part LastOf(SweptGram gram, int degrees, double logPivots, double weight)
    {
        var last = gram.Size - 2;
        var pivot = gram[last, last];
        if (!(pivot > Tiny.Spanned))
            return Part.Unknown;
        gram.Toggle(last);
        var error = Math.Sqrt(gram.Residual / degrees / pivot);
        weight -= 0.5 * (logPivots + Math.Log(pivot));
        return new Part(gram[last, last + 1], error, weight - 0.5 * degrees * Math.Log(gram.Residual));
    }
}
