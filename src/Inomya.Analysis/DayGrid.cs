namespace Inomya.Analysis;

/// <summary>A table laid out on the calendar: one slot a day from first to last, NaN where nothing was recorded.</summary>
internal sealed class DayGrid
{
    private readonly DailyTable _table;

    public DayGrid(DailyTable table)
    {
        _table = table;
        FirstDay = table.Days.Count == 0 ? 0 : table.Days[0];
        Length = table.SpanDays;
    }

    /// <summary>Only the first slots of another.</summary>
    public DayGrid(DayGrid whole, int length) => (_table, FirstDay, Length) = (whole._table, whole.FirstDay, length);

    public int FirstDay { get; }
    public int Length { get; }

    /// <summary>0 is Monday: 1970-01-01 was a Thursday.</summary>
    public int Weekday(int slot) => (int)((((long)FirstDay + slot + 3) % 7 + 7) % 7);

    public double[]? Column(string name) => _table.Find(name) is { } values ? Spread(values) : null;

    private double[] Spread(double[] values)
    {
        var slots = new double[Length];
        Array.Fill(slots, double.NaN);
        for (var row = 0; row < values.Length && _table.Days[row] - FirstDay < Length; row++)
            slots[_table.Days[row] - FirstDay] = values[row];
        return slots;
    }
}
