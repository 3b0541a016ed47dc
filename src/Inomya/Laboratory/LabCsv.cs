using System.Text.RegularExpressions;
using Inomya.Importing;
using NodaTime;

namespace Inomya.Laboratory;

/// <summary>Reads a table of laboratory results: one row a result, columns found by name.</summary>
/// <remarks>
/// There is no standard for such tables. The rule: a day, a test and a value must be there; unit, low, high (or one
/// column with the whole range), laboratory and LOINC code may be. Reads only: the caller adds what was accepted.
/// </remarks>
public static partial class LabCsv
{
    public const string Format = "lab-csv";

    private const int LookedForDays = 500;

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

    /// <summary>The columns that hold a number.</summary>
    private static readonly string[] Numeric = ["value", "low", "high"];

    /// <summary>The names a column may have, for those who make such a table.</summary>
    public static IReadOnlyList<string> NamesOf(string column) => Known.First(k => k.Column == column).Names;

    /// <param name="file">Can be read from the start again.</param>
    /// <param name="today">The person's day.</param>
    /// <exception cref="ImportException">
    /// It is no table, a column is missing, or its days can be read in two ways.
    /// </exception>
    public static ImportReading Read(Stream file, LabTests tests, LocalDate today, CancellationToken stop = default)
    {
        var columns = Columns(CsvTable.Open(file));
        file.Position = 0;
        var looked = Look(CsvTable.Open(file), columns);
        file.Position = 0;
        var table = CsvTable.Open(file);
        var cells = new LabCells(table, columns);
        var reader = new LabCsvReader(cells, tests, Dates.Of(looked.Days, today), looked.DecimalComma);
        while (table.Read())
        {
            stop.ThrowIfCancellationRequested();
            reader.Take();
        }
        return new ImportReading
        {
            Format = Format,
            Rows = reader.Rows,
            Facts = reader.Facts,
            Refused = reader.Refused,
            LeftOut = [.. table.Header.Where(h => h.Length > 0 && !columns.ContainsValue(h))],
        };
    }

    private static Dictionary<string, string> Columns(CsvTable table)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (column, names) in Known)
            if (HeaderAmong(names, table) is { } header)
                found[column] = header;
        foreach (var needed in (string[])["day", "test", "value"])
            if (!found.ContainsKey(needed))
                throw new ImportException(ImportProblem.NoSuchColumn, needed);
        return found;
    }

    private static string? HeaderAmong(string[] names, CsvTable table) =>
        names.Select(n => table.Header.FirstOrDefault(h => LabTests.Plain(h) == n)).FirstOrDefault(h => h is not null);

    /// <summary>How the file writes days and numbers: one row alone could be read in two ways.</summary>
    private static (IReadOnlyCollection<string> Days, bool DecimalComma) Look(
        CsvTable table,
        Dictionary<string, string> columns
    )
    {
        var cells = new LabCells(table, columns);
        var days = new HashSet<string>(StringComparer.Ordinal);
        var comma = false;
        while (table.Read())
        {
            if (days.Count < LookedForDays && cells["day"] is { Length: > 0 } day)
                days.Add(day);
            comma = comma || HasDecimalComma(cells);
        }
        return days.Count == 0 ? throw new ImportException(ImportProblem.Empty) : (days, comma);
    }

    private static bool HasDecimalComma(LabCells cells) => Numeric.Any(c => SurelyDecimalComma().IsMatch(cells[c]));

    /// <summary>The UCUM code of a printed unit; what we cannot read stays as it was printed.</summary>
    internal static string? UnitOf(LabTest? test, string printed) =>
        printed.Length == 0
            ? test?.Unit is "1"
                ? "1"
                : null
            : (test?.UnitOf(printed) ?? LabUnit.Parse(printed))?.Code ?? printed;

    /// <summary>"&lt; 0.5" as its sign and the rest.</summary>
    internal static (string? Comparator, string Plain) Split(string value) =>
        Comparator().Match(value) is { Success: true } match
            ? (
                match
                    .Groups["sign"]
                    .Value.Replace("≤", "<=", StringComparison.Ordinal)
                    .Replace("≥", ">=", StringComparison.Ordinal),
                match.Groups["rest"].Value
            )
            : (null, value);

    [GeneratedRegex(@"^\s*(?<sign><=|>=|<|>|≤|≥)\s*(?<rest>.+)$")]
    private static partial Regex Comparator();

    [GeneratedRegex(@"^\D*\d+,(\d{1,2}|\d{4,})\D*$")]
    private static partial Regex SurelyDecimalComma();
}
