namespace Inomya.Analysis;

/// <summary>A test of a treatment that rests only on how its first day was drawn.</summary>
/// <param name="P">
/// Two-sided: the share of the days that could have been drawn at which the outcome changed as much or more, the drawn
/// one among them. In (0, 1].
/// </param>
/// <param name="Difference">The days after the drawn one less those before it, in outcome units.</param>
/// <param name="Lo">
/// Lower end of the 95 % interval of an effect that is there at once and stays, in outcome units; −∞ where the days
/// drawn among are too few for one.
/// </param>
/// <param name="Hi">Upper end; +∞ alike.</param>
/// <param name="Days">How many days could have been drawn.</param>
public sealed record StartDayResult(double P, double Difference, double Lo, double Hi, int Days)
{
    private const double Level = 0.05;

    /// <summary>The outcome changed more at the drawn day than the draw makes likely.</summary>
    public bool StandsOut => P <= Level;

    /// <summary>The smallest p this design can give: above 0.05 it can never convince.</summary>
    public double SmallestPossibleP => 1.0 / Days;
}
