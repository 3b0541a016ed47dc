using System.Globalization;
using System.Text;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing;

/// <summary>Any table with a day column, read as a map says.</summary>
public static class MappedCsv
{
    public const string Format = "csv";

    /// <summary>Reads every row; a bad cell is refused by line and column and never stops the file.</summary>
    /// <param name="today">The person's day: a later one has not come yet.</param>
    /// <param name="days">To which day an hour belongs, where the file gives hours.</param>
    /// <exception cref="ImportException">The map does not fit the file, or the file is no table.</exception>
    public static ImportReading Read(
        Stream file,
        CsvMap map,
        MeasureList measures,
        IReadOnlySet<string> regions,
        LocalDate today,
        DayClock days,
        CancellationToken stop = default
    )
    {
        using var table = CsvTable.Open(file, header => NamesOf(map).All(header.Contains));
        CheckColumns(table, map);
        var context = new ColumnContext(measures, regions, days);
        var columns = map.Columns.Select(c => new CsvColumn(c.Key, c.Value, context)).ToList();
        var rows = RowsOf(table, map.Date.Column, columns, stop);
        foreach (var (i, column) in columns.Index())
            column.Marks = map.MarksOf(rows.Select(r => r.Values[i]), table.Separator);
        var dates = Dates.Of([.. rows.Select(r => r.Day)], today, map.Date.Format, days);
        var reader = new MappedReader(map.Date.Column, columns, dates, days);
        foreach (var row in rows)
            reader.Read(row, table.Header.Count);
        return new ImportReading
        {
            Format = Format,
            Rows = rows.Count,
            Facts = reader.Facts,
            Refused = reader.Refused,
            LeftOut = LeftOut(table, map),
        };
    }

    private static IReadOnlyList<string> LeftOut(CsvTable table, CsvMap map) =>
        [.. table.Header.Where(h => h != map.Date.Column && !map.Columns.ContainsKey(h)).Distinct(), .. table.Twice];

    private static IEnumerable<string> NamesOf(CsvMap map) => map.Columns.Keys.Append(map.Date.Column);

    private static void CheckColumns(CsvTable table, CsvMap map)
    {
        foreach (var column in NamesOf(map))
            if (!table.Has(column))
                throw new ImportException(ImportProblem.NoSuchColumn, column);
    }

    private static List<MappedRow> RowsOf(
        CsvTable table,
        string date,
        IReadOnlyList<CsvColumn> columns,
        CancellationToken stop
    )
    {
        var rows = new List<MappedRow>();
        while (table.Read())
        {
            stop.ThrowIfCancellationRequested();
            rows.Add(new(table.Line, table[date], table.Cells, [.. columns.Select(c => table[c.Name])]));
        }
        return rows;
    }

    /// <summary>A measure of the person's own for a name that no measure has.</summary>
    internal static OwnMeasure OwnMeasureOf(MappedColumn map, Scale? scale)
    {
        var id = OwnId(map.Measure);
        return new OwnMeasure
        {
            Id = Recorded.ImportId("own-measure", id),
            Measure = id,
            Name = map.Measure,
            Better = map.Better,
            Kind = scale is null ? MeasureKind.Quantity : MeasureKind.Scale,
            ScaleLow = scale?.Low,
            ScaleTop = scale?.Top,
            Unit = map.Unit ?? (scale is null ? "1" : "{score}"),
            Role = map.Role ?? (scale is null ? MeasureRole.Numeric : MeasureRole.Ordinal),
        };
    }

    /// <summary>
    /// "Chest pain " → "own_chest_pain"; a name without a letter or digit, such as one emoji, keeps its characters
    /// apart by number.
    /// </summary>
    public static string OwnId(string name)
    {
        var trimmed = name.Trim();
        if (!trimmed.Any(char.IsLetterOrDigit))
            return $"own_{NumbersOf(trimmed)}";
        var id = new StringBuilder("own_");
        foreach (var c in trimmed.ToLowerInvariant())
            if (char.IsLetterOrDigit(c))
                id.Append(c);
            else if (id[^1] != '_')
                id.Append('_');
        return id.ToString().TrimEnd('_');
    }

    private static string NumbersOf(string characters) =>
        string.Join('_', characters.EnumerateRunes().Select(r => r.Value.ToString("x", CultureInfo.InvariantCulture)));
}
