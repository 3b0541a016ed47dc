namespace Inomya.Findings;

/// <summary>How a measure was over a stretch of days.</summary>
/// <param name="Recorded">Days with a record.</param>
/// <param name="Days">Days in the stretch.</param>
/// <param name="Middle">Median of the recorded days; NaN when there is none.</param>
/// <param name="Low">Lower quartile.</param>
/// <param name="High">Upper quartile.</param>
public sealed record Summary(int Recorded, int Days, double Middle, double Low, double High)
{
    /// <param name="values">One a day; NaN is not recorded and is left out.</param>
    public static Summary Of(ReadOnlySpan<double> values)
    {
        var recorded = new List<double>();
        foreach (var value in values)
            if (!double.IsNaN(value))
                recorded.Add(value);
        recorded.Sort();
        return new Summary(
            recorded.Count,
            values.Length,
            Quantile(recorded, 0.5),
            Quantile(recorded, 0.25),
            Quantile(recorded, 0.75)
        );
    }

    /// <summary>
    /// Linear between order statistics (type 7 of Hyndman and Fan 1996, doi:10.1080/00031305.1996.10473566).
    /// </summary>
    private static double Quantile(List<double> sorted, double share)
    {
        if (sorted.Count == 0)
            return double.NaN;
        var place = share * (sorted.Count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
