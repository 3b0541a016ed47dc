namespace Inomya.Importing.Apps;

/// <summary>One row of a diary's table, as it is written.</summary>
/// <param name="line">Line of the file where it starts.</param>
/// <param name="columns">Where each column stands.</param>
/// <param name="cells">The cells, without spaces around them.</param>
internal sealed class DiaryRow(long line, IReadOnlyDictionary<string, int> columns, string[] cells)
{
    public long Line => line;

    public IReadOnlyList<string> Cells => cells;

    /// <summary>The cell of a column; "" where the table has no such column.</summary>
    public string this[string column] => columns.TryGetValue(column, out var i) && i < cells.Length ? cells[i] : "";
}
