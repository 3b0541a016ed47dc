namespace Inomya.Analysis;

/// <summary>Generalised least squares of the outcome on columns for one φ, and what is left over.</summary>
internal static class RegressionFit
{
    /// <summary>What the columns explain, by day, also on unrecorded ones.</summary>
    /// <param name="y">Shape (days). NaN: not recorded.</param>
    /// <param name="columns">Shape (columns) of shape (days).</param>
    /// <param name="ridge">Shape (columns); each above 0.</param>
    /// <param name="phi">Of the errors.</param>
    public static double[] Fitted(double[] y, IReadOnlyList<double[]> columns, double[] ridge, double phi)
    {
        var rows = Moments.RecordedSlots(y);
        var white = new GapWhitening(rows, phi).Apply(columns, y);
        var gram = SweptGram.Of(white, rows.Length, [.. ridge, 0]);
        gram.ToggleFirst(columns.Count);
        return Combined(columns, gram, y.Length);
    }

    private static double[] Combined(IReadOnlyList<double[]> columns, SweptGram gram, int days)
    {
        var fitted = new double[days];
        for (var i = 0; i < columns.Count; i++)
        for (var t = 0; t < days; t++)
            fitted[t] += gram[i, columns.Count] * columns[i][t];
        return fitted;
    }
}
