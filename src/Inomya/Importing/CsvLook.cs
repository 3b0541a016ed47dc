using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Inomya.Importing;

/// <summary>A look at the beginning of a table: what stands between its cells, and where its header is.</summary>
internal sealed class CsvLook
{
    private const int MostRows = 50;

    /// <summary>What a program writes above its table ("My export", a date) is no longer than this.</summary>
    private const int MostAbove = 20;
    private const string Naming = "sep=";

    private static readonly string[] Separators = [",", ";", "\t", "|"];

    private readonly string _start;
    private readonly bool _isWhole;
    private readonly Func<IReadOnlyList<string>, bool> _isHeader;

    /// <param name="start">The first characters of the file.</param>
    /// <param name="isWhole">They are all there are.</param>
    /// <param name="isHeader">Tells the header from what stands above it; null where the first row is it.</param>
    public CsvLook(string start, bool isWhole, Func<IReadOnlyList<string>, bool>? isHeader)
    {
        (_start, _isWhole, _isHeader) = (start.TrimStart('\uFEFF'), isWhole, isHeader ?? (_ => false));
        var named = SeparatorNamed();
        (NamesSeparator, Separator) = (named is not null, named ?? MostLikely());
    }

    /// <summary>The first line says what stands between cells, as table programs write it.</summary>
    public bool NamesSeparator { get; }

    public string Separator { get; }

    /// <summary>How many rows stand above the first that is a header; 0 where none of the first rows is.</summary>
    public int RowsAbove => Math.Max(0, HeaderAt(Separator));

    /// <summary>Which of the first rows is the header if they are parted so; -1 for none.</summary>
    private int HeaderAt(string separator) =>
        RowsWith(separator).Skip(NamesSeparator ? 1 : 0).Take(MostAbove).ToList().FindIndex(r => _isHeader(r));

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

    /// <summary>
    /// The one that makes a header of one of the first rows; then the one that parts most rows into as many cells as each
    /// other; then the one that makes most columns.
    /// </summary>
    private string MostLikely() =>
        Separators
            .Select(s => (Separator: s, Alike: MostAlike(RowsWith(s))))
            .Where(s => s.Alike.Rows > 0)
            .OrderByDescending(s => HeaderAt(s.Separator) >= 0)
            .ThenByDescending(s => s.Alike.Rows)
            .ThenByDescending(s => s.Alike.Columns)
            .Select(s => s.Separator)
            .FirstOrDefault(Separators[0]);

    /// <summary>How many rows have the commonest number of cells, and which that is; rows of one cell are not parted.</summary>
    private static (int Rows, int Columns) MostAlike(IEnumerable<string[]> rows) =>
        rows.Where(row => row.Length > 1)
            .GroupBy(row => row.Length)
            .Select(g => (Rows: g.Count(), Columns: g.Key))
            .OrderByDescending(g => g.Rows)
            .ThenByDescending(g => g.Columns)
            .FirstOrDefault();

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
