namespace Inomya.Analysis;

/// <summary>
/// How large the difference of a paired design is, by nothing but how the order was drawn: the interval of every shift
/// that the randomisation test of the pairs does not reject.
/// </summary>
/// <remarks>
/// With n pairs the means of all subsets of the differences part the line into 2ⁿ stretches that are equally likely to
/// hold the true shift. Source: Hartigan (1969), J. Am. Stat. Assoc. 64(328), 1303-1317,
/// doi:10.1080/01621459.1969.10501057.
/// </remarks>
public static class PairedShift
{
    private const double Level = 0.05;

    /// <param name="differences">
    /// Shape (pairs), at most <see cref="BlockDesign.MostPairs"/> of them. Unit: that of the outcome; NaN: a pair that lost
    /// a block, which is left out.
    /// </param>
    /// <returns>Mean, and both ends; the ends are infinite with too few pairs for 95 %, all NaN with none.</returns>
    /// <exception cref="ArgumentException">There are too many pairs.</exception>
    public static (double Mean, double Lo, double Hi) Of(ReadOnlySpan<double> differences)
    {
        var counted = differences.ToArray().Where(d => !double.IsNaN(d)).ToArray();
        if (counted.Length > BlockDesign.MostPairs)
            throw new ArgumentException($"{counted.Length} pairs are too many.", nameof(differences));
        if (counted.Length == 0)
            return (double.NaN, double.NaN, double.NaN);
        var means = SubsetMeans(counted);
        var cut = (int)(Level / 2 * (means.Length + 1));
        return cut == 0
            ? (counted.Average(), double.NegativeInfinity, double.PositiveInfinity)
            : (counted.Average(), means[cut - 1], means[^cut]);
    }

    private static double[] SubsetMeans(double[] values)
    {
        var means = new double[(1 << values.Length) - 1];
        for (var subset = 1; subset <= means.Length; subset++)
            means[subset - 1] = values.Where((_, i) => (subset >> i & 1) == 1).Average();
        Array.Sort(means);
        return means;
    }
}
