namespace Inomya.Importing.Apps;

/// <summary>The rows of a diary's table that are whole, with what the table says of all of them.</summary>
internal sealed class DiarySheet
{
    private readonly string _separator;
    private readonly List<DiaryRow> _rows = [];
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DecimalMarks> _marks = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public DiarySheet(string file, IReadOnlyList<string> header, string separator)
    {
        (File, Header, _separator) = (file, header, separator);
        foreach (var (i, name) in header.Index())
            _columns.TryAdd(name, i);
    }

    /// <summary>Its name, with the folders before it.</summary>
    public string File { get; }

    public IReadOnlyList<string> Header { get; }

    public IReadOnlyList<DiaryRow> Rows => _rows;

    /// <summary>Keeps the row on which the table stands.</summary>
    public void Add(CsvTable table) =>
        _rows.Add(new DiaryRow(table.Line, _columns, [.. Enumerable.Range(0, table.Width).Select(table.At)]));

    /// <summary>How a column writes its fractions.</summary>
    public DecimalMarks MarksOf(string column)
    {
        if (!_marks.TryGetValue(column, out var marks))
            _marks[column] = marks = DecimalMarks.Shown(_rows.Select(r => r[column]), _separator);
        return marks;
    }

    /// <summary>These columns are read, or say again what others do.</summary>
    public void Knows(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
            _known.Add(column);
    }

    /// <summary>Names what stands in the columns that are not read.</summary>
    public void PassOverOthers(DiaryRow row, DiaryFacts facts)
    {
        foreach (var (i, column) in Header.Index())
            if (!_known.Contains(column) && i < row.Cells.Count && row.Cells[i].Length > 0)
                facts.PassOver(column);
    }
}
