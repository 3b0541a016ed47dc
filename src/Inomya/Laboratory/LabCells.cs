using Inomya.Importing;

namespace Inomya.Laboratory;

/// <summary>The cells of the current row of a table of results, by what they are and not by what the file calls them.</summary>
/// <param name="columns">The column of the file for each that it has.</param>
internal sealed class LabCells(CsvTable table, IReadOnlyDictionary<string, string> columns)
{
    public long Line => table.Line;

    public bool AreComplete => table.Cells == table.Header.Count;

    /// <summary>Empty where the file has no such column.</summary>
    public string this[string column] => columns.TryGetValue(column, out var name) ? table[name] : "";

    /// <summary>What the file calls it; null where it has no such column.</summary>
    public string? NameOf(string column) => columns.GetValueOrDefault(column);

    public string? OrNull(string column) => this[column] is { Length: > 0 } cell ? cell : null;
}
