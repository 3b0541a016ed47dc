using System.Globalization;
using System.Text;
using CsvHelper;
using UtfUnknown;

namespace Inomya.Importing;

/// <summary>A table in text: one row at a time, cells by column name.</summary>
/// <remarks>
/// The encoding is UTF-8 or UTF-16 (with or without mark), or else what its bytes look most like. The separator is the
/// one a first line "sep=" names, else the one that parts most rows into equally many cells. A row with more
/// or fewer cells than the header is refused by the reader, not repaired; empty cells after the last are none.
/// </remarks>
public sealed class CsvTable : IDisposable
{
    /// <summary>More columns than any export has; beyond it the file is not a table for us.</summary>
    public const int MostColumns = 5_000;

    /// <summary>
    /// Characters of one row; a row beyond it ends the reading, since the parser would hold it whole.
    /// </summary>
    private const int MostInRow = 4_000_000;

    private const int Looked = 64 * 1024;

    private readonly CsvParser _parser;
    private readonly BadQuote _badQuote;
    private readonly Dictionary<string, int> _columns;

    private CsvTable(CsvParser parser, BadQuote badQuote, string[] header)
    {
        (_parser, _badQuote, Header) = (parser, badQuote, header);
        _columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Length; i++)
            _columns.TryAdd(header[i], i);
    }

    /// <summary>The names of the columns; the empty ones after the last are none.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>What stands between two cells.</summary>
    public string Separator => _parser.Delimiter;

    /// <summary>Columns whose name stands a second time: they cannot be asked for, and are named with their number.</summary>
    public IEnumerable<string> Twice =>
        Header.Index().Where(h => _columns[h.Item] != h.Index).Select(h => $"{h.Item} ({h.Index + 1})");

    /// <summary>Line of the file, from 1, where the current row starts.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>How many cells the current row has, without empty ones beyond the header.</summary>
    public int Cells
    {
        get
        {
            var cells = _parser.Count;
            while (cells > Header.Count && _parser[cells - 1].Length == 0)
                cells--;
            return cells;
        }
    }

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="isHeader">
    /// Which of the first rows is the header, where there may be rows above it; the first where none is.
    /// </param>
    /// <exception cref="ImportException">It is empty, holds no text, or its header has too many columns.</exception>
    public static CsvTable Open(Stream file, Func<IReadOnlyList<string>, bool>? isHeader = null)
    {
        var start = StartOf(file);
        if (NotATable.Of(start) is { } problem)
            throw new ImportException(problem);
        var encoding = EncodingOf(start) ?? throw new ImportException(ImportProblem.NotText);
        var look = new CsvLook(
            encoding.GetString(start),
            isWhole: file.Length == start.Length,
            isHeader is null ? null : row => isHeader(HeaderOf(row))
        );
        var badQuote = new BadQuote();
        var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true);
        var parser = new CsvParser(text, CsvLook.ConfigurationOf(look.Separator, MostInRow, badQuote.See));
        var above = look.RowsAbove + (look.NamesSeparator ? 1 : 0);
        for (var row = 0; row < above; row++)
            parser.Read();
        return new CsvTable(parser, badQuote, HeaderOf(parser));
    }

    private static ReadOnlySpan<byte> StartOf(Stream file)
    {
        var head = new byte[Looked];
        var read = file.ReadAtLeast(head, Looked, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 0 ? throw new ImportException(ImportProblem.Empty) : head.AsSpan(0, read);
    }

    private static string[] HeaderOf(CsvParser parser)
    {
        if (!parser.Read() || parser.Record is not { } header)
            throw new ImportException(ImportProblem.Empty);
        return header.Length <= MostColumns
            ? HeaderOf(header)
            : throw new ImportException(
                ImportProblem.TooManyColumns,
                header.Length.ToString(CultureInfo.InvariantCulture)
            );
    }

    private static string[] HeaderOf(IReadOnlyList<string> row)
    {
        var names = row.Select(h => h.Trim().Trim('\uFEFF')).ToList();
        while (names.Count > 1 && names[^1].Length == 0)
            names.RemoveAt(names.Count - 1);
        return [.. names];
    }

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>The next row that is not empty; false at the end.</summary>
    /// <exception cref="ImportException">
    /// A row is longer than anything an export writes, or a quote is opened and not closed: what follows it, who knows.
    /// </exception>
    public bool Read()
    {
        while (ReadRow())
            if (!IsEmpty)
                return true;
        return false;
    }

    private bool IsEmpty => Enumerable.Range(0, _parser.Count).All(i => string.IsNullOrWhiteSpace(_parser[i]));

    private bool ReadRow()
    {
        var before = _parser.RawRow;
        try
        {
            if (!_parser.Read())
                return false;
        }
        catch (MaxFieldSizeException)
        {
            throw new ImportException(ImportProblem.RowTooLong, (before + 1).ToString(CultureInfo.InvariantCulture));
        }
        Line = before + 1;
        if (_badQuote.IsOpen(_parser))
            throw new ImportException(ImportProblem.UnclosedQuote, Line.ToString(CultureInfo.InvariantCulture));
        return true;
    }

    /// <summary>The cell in a column, without spaces around it.</summary>
    /// <exception cref="ImportException">There is no such column.</exception>
    public string this[string column] =>
        _columns.TryGetValue(column, out var i)
            ? (i < _parser.Count ? _parser[i].Trim() : "")
            : throw new ImportException(ImportProblem.NoSuchColumn, column);

    /// <summary>How many cells the current row has, whatever the header says.</summary>
    internal int Width => _parser.Count;

    /// <summary>The cell at a place, from 0, without spaces around it: for columns whose name stands twice.</summary>
    internal string At(int column) => column < _parser.Count ? _parser[column].Trim() : "";

    public void Dispose() => _parser.Dispose();

    private static Encoding? EncodingOf(ReadOnlySpan<byte> start)
    {
        if (start is [0xFF, 0xFE, ..])
            return Encoding.Unicode;
        if (start is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode;
        if (start.Contains((byte)0))
            return Utf16WithoutMark(start);
        return IsUtf8(start) ? Encoding.UTF8 : LooksMostLike(start);
    }

    /// <summary>Text in which every second byte is 0; anything else with such bytes is no text.</summary>
    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> start)
    {
        var (even, odd, many) = (ZerosAt(start, 0), ZerosAt(start, 1), start.Length / 4);
        return even == 0 && odd > many ? Encoding.Unicode
            : odd == 0 && even > many ? Encoding.BigEndianUnicode
            : null;
    }

    private static int ZerosAt(ReadOnlySpan<byte> start, int first)
    {
        var zeros = 0;
        for (var i = first; i < start.Length; i += 2)
            zeros += start[i] == 0 ? 1 : 0;
        return zeros;
    }

    private static Encoding LooksMostLike(ReadOnlySpan<byte> start)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var detected = CharsetDetector.DetectFromBytes(start.ToArray()).Detected;
        return detected is { Confidence: > 0.5f, Encoding: not null } ? detected.Encoding : Encoding.Latin1;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> start)
    {
        // the last character may be cut off by the end of the look, so up to three bytes are forgiven
        for (var cut = 0; cut <= 3 && cut <= start.Length; cut++)
            if (System.Text.Unicode.Utf8.IsValid(start[..^cut]))
                return true;
        return false;
    }
}
