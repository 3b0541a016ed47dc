namespace Inomya.Analysis;

/// <summary>How the outcome changed over the record, as a straight line.</summary>
/// <param name="Per30Days">Change in outcome units per 30 days.</param>
/// <param name="Lo">Lower end of the 95 % interval.</param>
/// <param name="Hi">Upper end of the 95 % interval.</param>
/// <param name="DaysCounted">Days with a record.</param>
public sealed record TrendEstimate(double Per30Days, double Lo, double Hi, int DaysCounted);
