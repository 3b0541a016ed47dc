using NodaTime;

namespace Inomya.Series;

/// <summary>The journal as one row a local day, every day from the first to the last.</summary>
public sealed record DaySeries(LocalDate First, int Days, IReadOnlyList<DayColumn> Columns)
{
    public LocalDate Last => First.PlusDays(Days - 1);

    public LocalDate DayAt(int row) => First.PlusDays(row);

    /// <summary>The column of this name; null when nothing of it was recorded.</summary>
    public DayColumn? Find(string name) => Columns.FirstOrDefault(c => c.Key.Name == name);
}
