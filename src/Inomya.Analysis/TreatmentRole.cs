namespace Inomya.Analysis;

/// <summary>The column that says on which days a treatment was taken.</summary>
/// <param name="Column">Its name; 1 on days with the treatment, 0 on others, NaN counts as 0.</param>
/// <param name="Kind">A step or blocks.</param>
/// <param name="StartDay">Days since 1970-01-01 of a step's first day; null reads it from the column's first 1.</param>
public sealed record TreatmentRole(string Column, TreatmentKind Kind, int? StartDay = null)
{
    /// <summary>
    /// Length of one block of a blocks design in days; null reads it from the column as the greatest common divisor of
    /// its runs.
    /// </summary>
    public int? BlockDays { get; init; }

    /// <summary>
    /// True when the two blocks of each pair were put in order by chance, so that order is shuffled within pairs;
    /// false when only the whole sequence may be shuffled. Null reads it from the column.
    /// </summary>
    public bool? Paired { get; init; }
}
