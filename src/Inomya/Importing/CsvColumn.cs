using System.Text.Json;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing;

/// <summary>One column with what the map and the measure say about it.</summary>
internal sealed class CsvColumn
{
    private readonly MappedColumn _map;
    private readonly ColumnContext _context;
    private readonly Measure _measure;
    private readonly Scale? _scale;
    private readonly HashSet<string> _missingTexts;
    private readonly HashSet<double> _missingNumbers;
    private readonly Dictionary<string, double> _words;

    /// <exception cref="ImportException">The region or the scale that the map gives is none.</exception>
    public CsvColumn(string name, MappedColumn map, ColumnContext context)
    {
        (Name, _map, _context) = (name, map, context);
        if (map.Region is not null && !context.Regions.Contains(map.Region))
            throw new ImportException(ImportProblem.NoSuchRegion, map.Region);
        _scale = ScaleOf(map, name);
        var known = context.Measures.Find(map.Measure);
        Own = known is null ? MappedCsv.OwnMeasureOf(map, _scale) : null;
        _measure = known ?? Own!.ToMeasure();
        _missingTexts = [.. NotRecorded(map, JsonValueKind.String).Select(v => v.GetString()!)];
        _words = new(map.Words, StringComparer.OrdinalIgnoreCase);
        _missingNumbers = [.. NotRecorded(map, JsonValueKind.Number).Select(v => v.GetDouble())];
    }

    public string Name { get; }

    /// <summary>How the column writes fractions, once all of it was looked at.</summary>
    public DecimalMarks Marks { get; set; } = DecimalMarks.Shown([], "");

    /// <summary>
    /// The measure of their own that this column brings with it; null for a measure that is there.
    /// </summary>
    public OwnMeasure? Own { get; }

    private Scale? RatedOn => _scale ?? _measure.Scale;

    /// <summary>The entry of a cell; neither for a cell that was not recorded.</summary>
    public (Entry? Entry, RefusalReason? Refused) Read(string cell, LocalDateTime at, ZonedDateTime? when, int nth)
    {
        if (cell.Length == 0 || _missingTexts.Contains(cell))
            return default;
        var (value, whyNot) = ValueOf(cell);
        if (whyNot is not null)
            return (null, whyNot);
        if (_missingNumbers.Contains(value))
            return default;
        return _measure.Refuses(value, RatedOn) is { } why
            ? (null, why)
            : (EntryOf(IdOf(at, when, nth), value, at.Date, when), null);
    }

    private (double Value, RefusalReason? Refused) ValueOf(string cell) =>
        _words.TryGetValue(cell, out var meant) ? (meant, null) : Marks.Read(cell);

    private Entry EntryOf(Guid id, double value, LocalDate written, ZonedDateTime? when) =>
        new()
        {
            Id = id,
            Measure = _measure.Id,
            Region = _map.Region,
            Value = value,
            Unit = _map.Unit ?? _measure.Unit,
            Source = MappedCsv.Format,
            Day = when is { } moment ? _context.Days.DayOf(moment.ToInstant()) : written,
            At = when?.ToInstant(),
            Zone = when?.Zone.Id,
            ScaleLow = RatedOn?.Low,
            ScaleTop = RatedOn?.Top,
        };

    /// <summary>The same for the same cell of a later file; the nth value of a moment is another one.</summary>
    private Guid IdOf(LocalDateTime at, ZonedDateTime? when, int nth) =>
        Recorded.ImportId(
            MappedCsv.Format,
            Name,
            _measure.Id,
            _map.Region ?? "",
            when is null ? $"{at:uuuu-MM-dd}" : $"{at:uuuu-MM-dd'T'HH:mm:ss}",
            $"{nth}"
        );

    private static Scale? ScaleOf(MappedColumn map, string name) =>
        map.Scale switch
        {
            null => null,
            [var low, var top] when low < top => new Scale(low, top),
            _ => throw new ImportException(ImportProblem.BadScale, name),
        };

    private static IEnumerable<JsonElement> NotRecorded(MappedColumn map, JsonValueKind kind) =>
        map.NotRecorded.Where(v => v.ValueKind == kind);
}
