namespace Inomya.Analysis;

/// <summary>A measure day by day as every mean here counts it: with the days that were called bad in.</summary>
/// <param name="Values">
/// Shape (days), one slot a calendar day. A day called bad counts as what is to be expected beyond the bound. NaN: not
/// recorded.
/// </param>
/// <param name="Ticked">Days that were called bad and have no number.</param>
/// <param name="Bound">What a day called bad is beyond, in outcome units; NaN where there is none.</param>
public sealed record CountedDays(IReadOnlyList<double> Values, int Ticked, double Bound)
{
    /// <param name="values">Shape (days), one slot a calendar day. Unit: any. NaN: not recorded.</param>
    /// <param name="ticks">Shape (days). 1 on a day called bad; null: nobody was asked.</param>
    /// <param name="higherIsWorse">Which way is bad.</param>
    /// <returns>The values as they are where no day has a number: nothing says then what a bad day is.</returns>
    public static CountedDays Of(double[] values, double[]? ticks, bool higherIsWorse)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (Moments.Count(values) == 0)
            return new CountedDays(values, 0, double.NaN);
        var bad = new BadDays(values, ticks, higherIsWorse);
        return new CountedDays(bad.Filled(), bad.Slots.Length, bad.Bound);
    }
}
