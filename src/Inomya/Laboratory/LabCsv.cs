using Inomya.Importing;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Laboratory;

/// <summary>Reads a table of laboratory results: one row a result, columns found by name.</summary>
/// <remarks>
/// There is no standard for such tables. The rule: a day, a test and a value must be there; unit, low, high (or one
/// column with the whole range), laboratory and LOINC code may be. Reads only: the caller adds what was accepted.
/// </remarks>
public static class LabCsv
{
    public const string Format = "lab-csv";

    /// <summary>What each column may be called, without spaces, marks and capitals.</summary>
    private static readonly (string Column, string[] Names)[] Known =
    [
        ("day", ["day", "date", "datum", "fecha", "collected", "collectiondate", "testdate"]),
        (
            "test",
            ["test", "analyte", "name", "testname", "component", "parameter", "prueba", "analisis", "untersuchung"]
        ),
        ("value", ["value", "result", "wert", "ergebnis", "resultado", "valor"]),
        ("unit", ["unit", "units", "einheit", "unidad", "unidades"]),
        ("low", ["low", "rangelow", "referencelow", "reflow", "lower", "minimum", "min"]),
        ("high", ["high", "rangehigh", "referencehigh", "refhigh", "upper", "maximum", "max"]),
        ("range", ["range", "referencerange", "reference", "refrange", "normalrange", "referenzbereich", "rango"]),
        ("lab", ["lab", "laboratory", "labor", "laboratorio"]),
        ("loinc", ["loinc", "loinccode", "code"]),
    ];

    /// <summary>Names of columns that only a laboratory's table has.</summary>
    private static readonly string[] Telling =
    [
        "test",
        "testname",
        "analyte",
        "prueba",
        "analisis",
        "untersuchung",
        "loinc",
        "loinccode",
        "lab",
        "laboratory",
        "labor",
        "laboratorio",
        "referencerange",
        "refrange",
        "normalrange",
        "referenzbereich",
    ];

    private static readonly string[] Needed = ["day", "test", "value"];

    /// <summary>The names a column may have, for those who make such a table.</summary>
    public static IReadOnlyList<string> NamesOf(string column) => Known.First(k => k.Column == column).Names;

    /// <summary>
    /// Its header names a day, a test and a value, and shows that they are of a laboratory: many a diary has a date, a name
    /// and a value too.
    /// </summary>
    /// <param name="file">Can be read from the start again, and is left there.</param>
    public static bool Recognises(Stream file)
    {
        try
        {
            // not disposed: that would close the file
            var header = CsvTable.Open(file, IsHeader).Header;
            return IsHeader(header) && HeaderAmong(Telling, header) is not null;
        }
        catch (ImportException)
        {
            return false;
        }
        finally
        {
            file.Position = 0;
        }
    }

    private static bool IsHeader(IReadOnlyList<string> header) =>
        Needed.All(column => HeaderAmong(NamesOf(column), header) is not null);

    /// <param name="today">The date where the person is: a later one has not come yet.</param>
    /// <param name="days">Where the person lived, for moments that are given with their zone.</param>
    /// <exception cref="ImportException">
    /// It is no table, a column is missing, or its days can be read in two ways.
    /// </exception>
    public static ImportReading Read(
        Stream file,
        LabTests tests,
        LocalDate today,
        DayClock days,
        CancellationToken stop = default
    )
    {
        using var table = CsvTable.Open(file, IsHeader);
        var columns = Columns(table);
        var rows = RowsOf(table, columns, stop);
        if (rows.Count == 0)
            throw new ImportException(ImportProblem.Empty);
        var dates = Dates.Of([.. rows.Select(r => r["day"])], today, days: days);
        var marks = DecimalMarks.ShownIn(rows.SelectMany(TextsOf), table.Separator);
        var reader = new LabCsvReader(tests, dates, marks);
        foreach (var row in rows)
            reader.Take(row);
        return new ImportReading
        {
            Format = Format,
            Rows = rows.Count,
            Facts = reader.Facts,
            Refused = reader.Refused,
            LeftOut =
            [
                .. table.Header.Where(h => h.Length > 0 && !columns.ContainsValue(h)).Distinct(),
                .. table.Twice,
            ],
        };
    }

    private static List<LabCells> RowsOf(
        CsvTable table,
        IReadOnlyDictionary<string, string> columns,
        CancellationToken stop
    )
    {
        var rows = new List<LabCells>();
        while (table.Read())
        {
            stop.ThrowIfCancellationRequested();
            rows.Add(LabCells.Of(table, columns));
        }
        return rows;
    }

    /// <summary>Whatever in a row holds a number or two.</summary>
    private static IEnumerable<string> TextsOf(LabCells row) => [row["value"], row["low"], row["high"], row["range"]];

    private static Dictionary<string, string> Columns(CsvTable table)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (column, names) in Known)
            if (HeaderAmong(names, table.Header) is { } header)
                found[column] = header;
        foreach (var needed in Needed)
            if (!found.ContainsKey(needed))
                throw new ImportException(ImportProblem.NoSuchColumn, needed);
        return found;
    }

    private static string? HeaderAmong(IEnumerable<string> names, IReadOnlyList<string> header) =>
        names.Select(n => header.FirstOrDefault(h => LabTests.Plain(h) == n)).FirstOrDefault(h => h is not null);

    /// <summary>The UCUM code of a printed unit; what we cannot read stays as it was printed.</summary>
    internal static string? UnitOf(LabTest? test, string printed) =>
        printed.Length == 0
            ? test?.Unit is "1"
                ? "1"
                : null
            : (test?.UnitOf(printed) ?? LabUnit.Parse(printed))?.Code ?? printed;
}
