using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Series;

/// <summary>What a column of a daily table holds.</summary>
/// <param name="Measure">Id of the measure, or "took:NAME" for a treatment.</param>
/// <param name="Region">Body region; null for the whole person.</param>
/// <param name="Scale">The scale its values were rated on when that is not the measure's own; a rating never changes scale.</param>
public readonly record struct ColumnKey(string Measure, string? Region = null, Scale? Scale = null)
{
    /// <summary>Its name in a table: "pain", "pain@neck", "fatigue[0-4]".</summary>
    public string Name => $"{Measure}{(Region is null ? "" : $"@{Region}")}{(Scale is { } s ? $"[{s}]" : "")}";
}

/// <summary>One column: a value for each day of the series.</summary>
/// <param name="Measure">What is known of the measure; null for one that neither the catalogue nor the person has any more.</param>
/// <param name="Values">Shape (days). <see cref="double.NaN"/> for a day without a record.</param>
public sealed record DayColumn(ColumnKey Key, Measure? Measure, double[] Values)
{
    public int Recorded => Values.Count(v => !double.IsNaN(v));
}

/// <summary>The journal as one row a local day, every day from the first to the last.</summary>
public sealed record DaySeries(LocalDate First, int Days, IReadOnlyList<DayColumn> Columns)
{
    public LocalDate Last => First.PlusDays(Days - 1);

    public LocalDate DayAt(int row) => First.PlusDays(row);

    /// <summary>The column of this name; null when nothing of it was recorded.</summary>
    public DayColumn? Find(string name) => Columns.FirstOrDefault(c => c.Key.Name == name);
}
