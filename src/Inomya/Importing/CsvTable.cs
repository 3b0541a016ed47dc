using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using UtfUnknown;

namespace Inomya.Importing;

/// <summary>A table in text: one row at a time, cells by column name.</summary>
/// <remarks>
/// The encoding is UTF-8 (with or without mark), UTF-16 with its mark, or else what its bytes look most like; the
/// separator is comma, semicolon or tab, whichever the header has most of. A row with more or fewer cells than the
/// header is refused by the reader, not repaired.
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
    private readonly Dictionary<string, int> _columns;

    private CsvTable(CsvParser parser, string[] header)
    {
        (_parser, Header) = (parser, header);
        _columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Length; i++)
            _columns.TryAdd(header[i], i);
    }

    public IReadOnlyList<string> Header { get; }

    /// <summary>Line of the file, from 1, where the current row starts.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>How many cells the current row has.</summary>
    public int Cells => _parser.Count;

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="ImportException">It is empty, holds no text, or its header has too many columns.</exception>
    public static CsvTable Open(Stream file)
    {
        var start = StartOf(file);
        var encoding = EncodingOf(start) ?? throw new ImportException(ImportProblem.NotText);
        var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true);
        var parser = new CsvParser(text, ConfigurationOf(SeparatorOf(encoding.GetString(start))));
        return new CsvTable(parser, HeaderOf(parser));
    }

    private static ReadOnlySpan<byte> StartOf(Stream file)
    {
        var head = new byte[Looked];
        var read = file.ReadAtLeast(head, Looked, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 0 ? throw new ImportException(ImportProblem.Empty) : head.AsSpan(0, read);
    }

    private static CsvConfiguration ConfigurationOf(string separator) =>
        new(CultureInfo.InvariantCulture)
        {
            Delimiter = separator,
            BadDataFound = null,
            MaxFieldSize = MostInRow,
            IgnoreBlankLines = true,
            LineBreakInQuotedFieldIsBadData = false,
        };

    private static string[] HeaderOf(CsvParser parser)
    {
        if (!parser.Read() || parser.Record is not { } header)
            throw new ImportException(ImportProblem.Empty);
        return header.Length <= MostColumns
            ? [.. header.Select(h => h.Trim().Trim('\uFEFF'))]
            : throw new ImportException(
                ImportProblem.TooManyColumns,
                header.Length.ToString(CultureInfo.InvariantCulture)
            );
    }

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>The next row; false at the end.</summary>
    /// <exception cref="ImportException">A row is longer than anything an export writes.</exception>
    public bool Read()
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
        return true;
    }

    /// <summary>The cell in a column, without spaces around it.</summary>
    /// <exception cref="ImportException">There is no such column.</exception>
    public string this[string column] =>
        _columns.TryGetValue(column, out var i)
            ? (i < _parser.Count ? _parser[i].Trim() : "")
            : throw new ImportException(ImportProblem.NoSuchColumn, column);

    public void Dispose() => _parser.Dispose();

    private static Encoding? EncodingOf(ReadOnlySpan<byte> start)
    {
        if (start is [0xFF, 0xFE, ..])
            return Encoding.Unicode;
        if (start is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode;
        if (start.Contains((byte)0))
            return null;
        return IsUtf8(start) ? Encoding.UTF8 : LooksMostLike(start);
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

    private static string SeparatorOf(string start)
    {
        var header = start.Split('\n')[0];
        return ((string[])[",", ";", "\t"]).MaxBy(s => header.Split(s).Length)!;
    }
}
