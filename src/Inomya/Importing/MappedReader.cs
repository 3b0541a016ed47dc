using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing;

/// <summary>Turns the rows of a mapped table into entries; what cannot be one is refused by line and column.</summary>
internal sealed class MappedReader(string dateColumn, IReadOnlyList<CsvColumn> columns, Dates dates, DayClock days)
{
    private readonly Dictionary<(string Column, LocalDateTime At), int> _seen = [];

    public List<Recorded> Facts { get; } = [.. columns.Select(c => c.Own).OfType<OwnMeasure>().DistinctBy(o => o.Id)];
    public List<RefusedRow> Refused { get; } = [];

    /// <param name="cells">How many cells a whole row has.</param>
    public void Read(MappedRow row, int cells)
    {
        var (time, whyNot) = dates.ReadTime(row.Day);
        if (row.Cells != cells)
            Refuse(row, RefusalReason.WrongNumberOfCells, $"{row.Cells}");
        else if (whyNot is { } reason)
            Refuse(row, reason, row.Day, dateColumn);
        else
            ReadCells(row, time);
    }

    private void ReadCells(MappedRow row, WrittenTime time)
    {
        var when = MomentOf(time);
        var at = when?.LocalDateTime ?? time.Wall;
        foreach (var (column, cell) in columns.Zip(row.Values))
            Keep(row, column.Name, cell, column.Read(cell, at, when, NthThen(column.Name, at)));
    }

    private void Keep(MappedRow row, string column, string cell, (Entry? Entry, RefusalReason? Refused) read)
    {
        if (read.Entry is { } entry)
            Facts.Add(entry);
        if (read.Refused is { } reason)
            Refuse(row, reason, cell, column);
    }

    /// <summary>The moment where the person was; null for a day without an hour.</summary>
    private ZonedDateTime? MomentOf(WrittenTime time)
    {
        if (time.Instant is { } instant)
            return instant.InZone(days.ZoneAt(instant));
        return time.HasTime ? days.At(time.Wall) : null;
    }

    private void Refuse(MappedRow row, RefusalReason why, string value, string? column = null) =>
        Refused.Add(new RefusedRow(row.Line, why, value, column));

    private int NthThen(string column, LocalDateTime at) =>
        _seen[(column, at)] = _seen.GetValueOrDefault((column, at)) + 1;
}
