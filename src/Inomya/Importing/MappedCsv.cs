using System.Globalization;
using System.Text;
using System.Text.Json;
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
        using var table = CsvTable.Open(file);
        foreach (var column in map.Columns.Keys.Append(map.Date.Column))
            if (!table.Has(column))
                throw new ImportException("no-such-column", column);
        var numbers = map.Numbers;
        var columns = map.Columns.Select(c => new Column(c.Key, c.Value, numbers, measures, regions, days)).ToList();

        var rows = new List<(long Line, string Day, int Cells, string[] Values)>();
        while (table.Read())
        {
            stop.ThrowIfCancellationRequested();
            rows.Add((table.Line, table[map.Date.Column], table.Cells, [.. columns.Select(c => table[c.Name])]));
        }
        var dates = map.Date.Format is { } format
            ? new Dates(format, today)
            : Dates.Of([.. rows.Select(r => r.Day)], today);

        var facts = new List<Recorded>(columns.Select(c => c.Own).OfType<OwnMeasure>().DistinctBy(o => o.Id));
        var refused = new List<RefusedRow>();
        var seen = new Dictionary<(string, LocalDateTime), int>();
        foreach (var row in rows)
        {
            var (at, whyNot) = dates.ReadTime(row.Day);
            if (row.Cells != table.Header.Count)
                refused.Add(new RefusedRow(row.Line, "wrong-number-of-cells", $"{row.Cells}"));
            else if (whyNot is not null)
                refused.Add(new RefusedRow(row.Line, whyNot, row.Day, map.Date.Column));
            else
                ReadCells(row.Line, at, row.Values);
        }
        return new ImportReading
        {
            Format = Format,
            Rows = rows.Count,
            Facts = facts,
            Refused = refused,
            LeftOut = [.. table.Header.Where(h => h != map.Date.Column && !map.Columns.ContainsKey(h))],
        };

        void ReadCells(long line, LocalDateTime at, string[] values)
        {
            ZonedDateTime? when = dates.WithTime ? days.At(at) : null;
            for (var i = 0; i < columns.Count; i++)
            {
                var (entry, why) = columns[i].Read(values[i], at, when, NthThen(seen, columns[i].Name, at));
                if (entry is not null)
                    facts.Add(entry);
                if (why is not null)
                    refused.Add(new RefusedRow(line, why, values[i], columns[i].Name));
            }
        }
    }

    private static int NthThen(Dictionary<(string, LocalDateTime), int> seen, string column, LocalDateTime at) =>
        seen[(column, at)] = seen.GetValueOrDefault((column, at)) + 1;

    /// <summary>One column with what the map and the measure say about it.</summary>
    private sealed class Column
    {
        private readonly MappedColumn _map;
        private readonly NumberFormatInfo _numbers;
        private readonly Measure _measure;
        private readonly Scale? _scale;
        private readonly HashSet<string> _missingTexts;
        private readonly HashSet<double> _missingNumbers;
        private readonly DayClock _days;

        public Column(
            string name,
            MappedColumn map,
            NumberFormatInfo numbers,
            MeasureList measures,
            IReadOnlySet<string> regions,
            DayClock days
        )
        {
            (Name, _map, _numbers, _days) = (name, map, numbers, days);
            if (map.Region is not null && !regions.Contains(map.Region))
                throw new ImportException("no-such-region", map.Region);
            _scale = map.Scale switch
            {
                null => null,
                [var low, var top] when low < top => new Scale(low, top),
                _ => throw new ImportException("bad-scale", name),
            };
            Own = measures.Find(map.Measure) is null ? OwnMeasureOf(map, _scale) : null;
            _measure = measures.Find(map.Measure) ?? Own!.ToMeasure();
            _missingTexts =
            [
                .. map.NotRecorded.Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!),
            ];
            _missingNumbers =
            [
                .. map.NotRecorded.Where(v => v.ValueKind == JsonValueKind.Number).Select(v => v.GetDouble()),
            ];
        }

        public string Name { get; }

        /// <summary>
        /// The measure of their own that this column brings with it; null for a measure that is there.
        /// </summary>
        public OwnMeasure? Own { get; }

        /// <summary>The entry of a cell; neither for a cell that was not recorded.</summary>
        public (Entry? Entry, string? Refused) Read(string cell, LocalDateTime at, ZonedDateTime? when, int nth)
        {
            if (cell.Length == 0 || _missingTexts.Contains(cell))
                return default;
            if (!double.TryParse(cell, NumberStyles.Float, _numbers, out var value))
                return (null, "not-a-number");
            if (_missingNumbers.Contains(value))
                return default;
            var scale = _scale ?? _measure.Scale;
            if (_measure.Refuses(value, scale) is { } why)
                return (null, why);
            return (
                new Entry
                {
                    Id = Recorded.ImportId(
                        Format,
                        Name,
                        _measure.Id,
                        _map.Region ?? "",
                        when is null ? $"{at:uuuu-MM-dd}" : $"{at:uuuu-MM-dd'T'HH:mm:ss}",
                        $"{nth}"
                    ),
                    Measure = _measure.Id,
                    Region = _map.Region,
                    Value = value,
                    Unit = _map.Unit ?? _measure.Unit,
                    Source = Format,
                    Day = when is { } moment ? _days.DayOf(moment.ToInstant()) : at.Date,
                    At = when?.ToInstant(),
                    Zone = when?.Zone.Id,
                    ScaleLow = scale?.Low,
                    ScaleTop = scale?.Top,
                },
                null
            );
        }
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
        if (!name.Any(char.IsLetterOrDigit))
            return $"own_{string.Join('_', name.Trim().EnumerateRunes().Select(r => r.Value.ToString("x", CultureInfo.InvariantCulture)))}";
        var id = new StringBuilder("own_");
        foreach (var c in name.Trim().ToLowerInvariant())
            if (char.IsLetterOrDigit(c))
                id.Append(c);
            else if (id[^1] != '_')
                id.Append('_');
        return id.ToString().TrimEnd('_');
    }
}
