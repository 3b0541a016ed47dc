namespace Inomya.Analysis;

/// <summary>Adjusting for having looked at many things.</summary>
public static class FalseDiscovery
{
    /// <summary>Benjamini-Hochberg adjusted p-values: the smallest false discovery rate at which each would be reported.</summary>
    /// <param name="p">Shape (n). Each in 0..1; NaN is not allowed.</param>
    /// <returns>Shape (n), same order, each in 0..1. Empty for an empty input.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or outside 0..1.</exception>
    /// <remarks>
    /// Holds under independence and positive dependence.
    /// Source: Benjamini and Hochberg (1995), J. R. Stat. Soc. B 57(1), 289-300, doi:10.1111/j.2517-6161.1995.tb02031.x.
    /// </remarks>
    public static double[] BenjaminiHochberg(ReadOnlySpan<double> p)
    {
        var order = Ascending(p);
        var q = new double[p.Length];
        var least = 1.0;
        for (var rank = p.Length; rank >= 1; rank--)
        {
            least = Math.Min(least, p[order[rank - 1]] * p.Length / rank);
            q[order[rank - 1]] = least;
        }
        return q;
    }

    /// <summary>Simes' p-value that nothing at all is there: the smallest Benjamini-Hochberg adjusted p-value.</summary>
    /// <param name="p">Shape (n). Each in 0..1; NaN is not allowed.</param>
    /// <returns>In 0..1; 1 for an empty input.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or outside 0..1.</exception>
    /// <remarks>Source: Simes (1986), Biometrika 73(3), 751-754, doi:10.1093/biomet/73.3.751.</remarks>
    public static double Simes(ReadOnlySpan<double> p)
    {
        var order = Ascending(p);
        var least = 1.0;
        for (var rank = 1; rank <= p.Length; rank++)
            least = Math.Min(least, p[order[rank - 1]] * p.Length / rank);
        return least;
    }

    private static int[] Ascending(ReadOnlySpan<double> p)
    {
        foreach (var value in p)
            if (!(value is >= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(p), value, "Not a probability.");
        var keys = p.ToArray();
        var order = Enumerable.Range(0, p.Length).ToArray();
        Array.Sort(keys, order);
        return order;
    }
}
