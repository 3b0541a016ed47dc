using System.Globalization;
using System.Text;
using CsvHelper;

namespace Inomya.Exports;

/// <summary>
/// A table as RFC 4180 wants it, in UTF-8 without a mark. A cell is written as it is, also one that a spreadsheet would
/// take for a formula: it is data.
/// </summary>
internal sealed class CsvSheet : IDisposable
{
    private readonly CsvWriter _csv;

    public CsvSheet(Stream to, IEnumerable<string> columns)
    {
        _csv = new CsvWriter(new StreamWriter(to, new UTF8Encoding(false)), CultureInfo.InvariantCulture);
        Add(columns);
    }

    /// <summary>A row; what is null was not recorded and stays an empty cell.</summary>
    public void Add(IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
            _csv.WriteField(cell);
        _csv.NextRecord();
    }

    public void Dispose() => _csv.Dispose();
}
