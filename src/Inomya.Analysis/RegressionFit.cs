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
        int[] rows = [.. Enumerable.Range(0, y.Length).Where(t => !double.IsNaN(y[t]))];
        var whitening = new GapWhitening(rows, phi);
        var white = new double[(columns.Count + 1) * rows.Length];
        for (var i = 0; i <= columns.Count; i++)
            whitening.Apply(i < columns.Count ? columns[i] : y, white.AsSpan(i * rows.Length, rows.Length));
        var gram = SweptGram.Of(white, rows.Length, [.. ridge, 0]);
        for (var i = 0; i < columns.Count; i++)
            gram.Toggle(i);

        var fitted = new double[y.Length];
        for (var i = 0; i < columns.Count; i++)
        for (var t = 0; t < y.Length; t++)
            fitted[t] += gram[i, columns.Count] * columns[i][t];
        return fitted;
    }
}
