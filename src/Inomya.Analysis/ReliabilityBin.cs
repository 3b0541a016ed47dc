namespace Inomya.Analysis;

/// <summary>One point of a reliability curve.</summary>
/// <param name="Said">Mean probability said.</param>
/// <param name="Happened">Share of days on which it happened.</param>
/// <param name="Days">How many days.</param>
public sealed record ReliabilityBin(double Said, double Happened, int Days)
{
    private const double TwoSided95 = 1.959964;

    /// <summary>Lower end of the 95 % interval of <see cref="Happened"/>: Wilson (1927), J. Am. Stat. Assoc. 22(158), 209-212, doi:10.1080/01621459.1927.10502953.</summary>
    public double Lo => Middle - Half;

    /// <summary>Upper end of that interval.</summary>
    public double Hi => Middle + Half;

    private double Weight => 1 + TwoSided95 * TwoSided95 / Days;

    private double Middle => (Happened + TwoSided95 * TwoSided95 / (2 * Days)) / Weight;

    private double Half =>
        TwoSided95
        * Math.Sqrt(Happened * (1 - Happened) / Days + TwoSided95 * TwoSided95 / (4.0 * Days * Days))
        / Weight;
}
