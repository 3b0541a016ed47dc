using Inomya.Importing;

namespace Inomya.Laboratory;

/// <summary>The cells of one row of a table of results, by what they are and not by what the file calls them.</summary>
internal sealed class LabCells
{
    private readonly IReadOnlyDictionary<string, string> _columns;
    private readonly Dictionary<string, string> _cells;

    private LabCells(CsvTable table, IReadOnlyDictionary<string, string> columns)
    {
        _columns = columns;
        _cells = columns.ToDictionary(c => c.Key, c => table[c.Value], StringComparer.Ordinal);
        (Line, AreComplete) = (table.Line, table.Cells == table.Header.Count);
    }

    /// <param name="columns">The column of the file for each that it has.</param>
    public static LabCells Of(CsvTable table, IReadOnlyDictionary<string, string> columns) => new(table, columns);

    public long Line { get; }

    public bool AreComplete { get; }

    /// <summary>Empty where the file has no such column.</summary>
    public string this[string column] => _cells.GetValueOrDefault(column, "");

    /// <summary>What the file calls it; null where it has no such column.</summary>
    public string? NameOf(string column) => _columns.GetValueOrDefault(column);

    public string? OrNull(string column) => this[column] is { Length: > 0 } cell ? cell : null;
}
