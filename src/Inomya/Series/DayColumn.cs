using Inomya.Vocabulary;

namespace Inomya.Series;

/// <summary>One column: a value for each day of the series.</summary>
/// <param name="Measure">What is known of the measure; null for one that neither the catalogue nor the person has any more.</param>
/// <param name="Values">Shape (days). <see cref="double.NaN"/> for a day without a record.</param>
public sealed record DayColumn(ColumnName Key, Measure? Measure, double[] Values)
{
    public int Recorded => Values.Count(v => !double.IsNaN(v));
}
