using System.Globalization;
using System.Text.RegularExpressions;
using Inomya.Importing;
using Inomya.Journals;
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

    private const int MostText = 200;
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
        var reader = new Reader(tests, Dates.Of(looked.Days, today), looked.DecimalComma);
        while (table.Read())
        {
            stop.ThrowIfCancellationRequested();
            reader.Take(table, columns);
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
            if (
                names
                    .Select(n => table.Header.FirstOrDefault(h => LabTests.Plain(h) == n))
                    .FirstOrDefault(h => h is not null) is
                { } header
            )
                found[column] = header;
        foreach (var needed in (string[])["day", "test", "value"])
            if (!found.ContainsKey(needed))
                throw new ImportException("no-such-column", needed);
        return found;
    }

    /// <summary>How the file writes days and numbers: one row alone could be read in two ways.</summary>
    private static (IReadOnlyCollection<string> Days, bool DecimalComma) Look(
        CsvTable table,
        Dictionary<string, string> columns
    )
    {
        var (days, comma) = (new HashSet<string>(StringComparer.Ordinal), false);
        while (table.Read())
        {
            if (days.Count < LookedForDays && table[columns["day"]] is { Length: > 0 } day)
                days.Add(day);
            comma =
                comma
                || ((string[])["value", "low", "high"]).Any(c =>
                    columns.TryGetValue(c, out var name) && SurelyDecimalComma().IsMatch(table[name])
                );
        }
        return days.Count == 0 ? throw new ImportException("empty") : (days, comma);
    }

    /// <summary>A number as this file writes it; null when it is none, and no word when it could be two.</summary>
    private static (double? Number, bool Unsure) Number(string text, bool decimalComma)
    {
        var plain = text.Replace(" ", "", StringComparison.Ordinal);
        if (!decimalComma && Thousands().IsMatch(plain))
            return (null, true);
        if (decimalComma)
            plain = plain.Replace(".", "", StringComparison.Ordinal);
        plain = plain.Replace(',', '.');
        return (
            double.TryParse(
                plain,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var n
            ) && double.IsFinite(n)
                ? n
                : null,
            false
        );
    }

    private sealed class Reader(LabTests tests, Dates dates, bool decimalComma)
    {
        private readonly Dictionary<string, int> _times = new(StringComparer.Ordinal);

        public List<LabResult> Facts { get; } = [];
        public List<RefusedRow> Refused { get; } = [];
        public int Rows { get; private set; }

        public void Take(CsvTable table, Dictionary<string, string> columns)
        {
            Rows++;
            if (table.Cells != table.Header.Count)
            {
                Refuse(table, "wrong-number-of-cells", "", null);
                return;
            }
            string Cell(string column) => columns.TryGetValue(column, out var name) ? table[name] : "";
            var (day, whyNot) = dates.Read(Cell("day"));
            if (whyNot is not null)
                Refuse(table, whyNot, Cell("day"), columns["day"]);
            else if (Cell("test").Length is 0 or > MostText)
                Refuse(table, "no-test", Cell("test"), columns["test"]);
            else if (Cell("value").Length is 0 or > MostText)
                Refuse(table, "no-value", Cell("value"), columns["value"]);
            else if (Cell("loinc") is { Length: > 0 } code && !LoincCode.IsValid(code))
                Refuse(table, "not-a-loinc-code", code, columns["loinc"]);
            else
                Add(table, columns, Cell, day);
        }

        private void Add(CsvTable table, Dictionary<string, string> columns, Func<string, string> cell, LocalDate day)
        {
            var (comparator, rest) = Split(cell("value"));
            var (number, unsure) = Number(rest, decimalComma);
            if (unsure || (comparator is not null && number is null))
            {
                Refuse(table, unsure ? "number-two-ways" : "not-a-number", cell("value"), columns["value"]);
                return;
            }
            if (Range(cell) is not { } range)
            {
                Refuse(
                    table,
                    "not-a-range",
                    cell("range").Length > 0 ? cell("range") : $"{cell("low")} {cell("high")}".Trim(),
                    columns.GetValueOrDefault("range") ?? columns.GetValueOrDefault("low")
                );
                return;
            }
            var (name, loinc, lab) = (cell("test"), cell("loinc") is { Length: > 0 } code ? code : null, cell("lab"));
            var known = tests.Of(loinc, name);
            var place = (string[])
                [
                    lab,
                    known?.Id ?? LabTests.Plain(name),
                    loinc ?? "",
                    day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
                ];
            var times = _times[string.Join('\n', place)] = _times.GetValueOrDefault(string.Join('\n', place)) + 1;
            Facts.Add(
                new LabResult
                {
                    Id = Recorded.ImportId(Format, [.. place, times.ToString(CultureInfo.InvariantCulture)]),
                    Test = known?.Id ?? name,
                    Loinc = loinc ?? known?.Loinc.FirstOrDefault(),
                    Day = day,
                    Value = number,
                    Comparator = number is null ? null : comparator,
                    Text = number is null ? cell("value") : null,
                    Unit = UnitOf(known, cell("unit")),
                    RangeLow = range.Low,
                    RangeHigh = range.High,
                    Lab = lab.Length == 0 ? null : lab,
                    Source = Format,
                }
            );
        }

        /// <summary>Both ends of the range; (null, null) where none is given; null when it cannot be read.</summary>
        private (double? Low, double? High)? Range(Func<string, string> cell)
        {
            if (cell("low").Length > 0 || cell("high").Length > 0)
            {
                var (low, high) = (Number(cell("low"), decimalComma), Number(cell("high"), decimalComma));
                if (
                    (cell("low").Length > 0 && low.Number is null)
                    || (cell("high").Length > 0 && high.Number is null)
                    || low.Number > high.Number
                )
                    return null;
                return (low.Number, high.Number);
            }
            return cell("range").Length == 0
                ? (null, null)
                : RangeText.Read(cell("range"), t => Number(t, decimalComma).Number);
        }

        private void Refuse(CsvTable table, string why, string value, string? column) =>
            Refused.Add(new RefusedRow(table.Line, why, value, column));
    }

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

    [GeneratedRegex(@"^-?\d{1,3}(,\d{3})+$")]
    private static partial Regex Thousands();
}
