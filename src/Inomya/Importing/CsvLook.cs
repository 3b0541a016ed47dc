using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Inomya.Importing;

/// <summary>A look at the beginning of a table: what stands between its cells, and where its header is.</summary>
internal sealed class CsvLook
{
    private const int MostRows = 50;
    private const string Naming = "sep=";

    private static readonly string[] Separators = [",", ";", "\t", "|"];

    private readonly string _start;
    private readonly bool _isWhole;

    /// <param name="start">The first characters of the file.</param>
    /// <param name="isWhole">They are all there are.</param>
    public CsvLook(string start, bool isWhole)
    {
        (_start, _isWhole) = (start.TrimStart('\uFEFF'), isWhole);
        var named = SeparatorNamed();
        (NamesSeparator, Separator) = (named is not null, named ?? MostLikely());
    }

    /// <summary>The first line says what stands between cells, as table programs write it.</summary>
    public bool NamesSeparator { get; }

    public string Separator { get; }

    /// <summary>How many rows stand above the first that is a header; 0 where none of the first rows is.</summary>
    public int RowsAbove(int most, Func<IReadOnlyList<string>, bool> isHeader) =>
        Math.Max(0, RowsWith(Separator).Skip(NamesSeparator ? 1 : 0).Take(most).ToList().FindIndex(r => isHeader(r)));

    public static CsvConfiguration ConfigurationOf(string separator, int longest, BadDataFound? badData) =>
        new(CultureInfo.InvariantCulture)
        {
            Delimiter = separator,
            BadDataFound = badData,
            MaxFieldSize = longest,
            IgnoreBlankLines = true,
            LineBreakInQuotedFieldIsBadData = false,
        };

    private string? SeparatorNamed()
    {
        var line = _start.AsSpan(0, Math.Max(0, _start.AsSpan().IndexOfAny('\r', '\n'))).Trim('"');
        return line.StartsWith(Naming, StringComparison.OrdinalIgnoreCase) && line.Length == Naming.Length + 1
            ? line[^1..].ToString()
            : null;
    }

    /// <summary>The one that parts most rows as it parts the header; then the one that makes most columns.</summary>
    private string MostLikely() =>
        Separators
            .Select(s => (Separator: s, Rows: RowsWith(s).ToList()))
            .Where(s => s.Rows.Count > 0 && s.Rows[0].Length > 1)
            .OrderByDescending(s => ShareAsHeader(s.Rows))
            .ThenByDescending(s => s.Rows[0].Length)
            .Select(s => s.Separator)
            .FirstOrDefault(Separators[0]);

    private static double ShareAsHeader(List<string[]> rows) =>
        rows.Count(r => PartsAsHeader(r, rows[0].Length)) / (double)rows.Count;

    private static bool PartsAsHeader(string[] row, int columns) =>
        row.Length == columns || (row.Length > columns && row[columns..].All(c => c.Length == 0));

    private CsvParser ParserOf(string separator) =>
        new(new StringReader(_start), ConfigurationOf(separator, longest: 0, badData: null));

    private IEnumerable<string[]> RowsWith(string separator)
    {
        using var parser = ParserOf(separator);
        string[]? before = null;
        var row = 0;
        for (; row < MostRows && parser.Read(); row++)
        {
            if (before is not null)
                yield return before;
            before = parser.Record;
        }
        // the last row of a look at a longer file may be cut
        if (before is not null && (_isWhole || row == 1 || parser.Read()))
            yield return before;
    }
}
