using Inomya.Content;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Series;

/// <summary>Reads a journal as day-indexed arrays.</summary>
/// <remarks>
/// The rules: several values of a day become one by the measure's daily rule, in the order they were recorded; ratings on different scales
/// and of different regions are different columns; what the person typed for a day stands before what a device measured that day;
/// of two devices the one with more samples that day is taken. Nothing is filled in.
/// </remarks>
public static class DaySeriesReader
{
    /// <summary>The series from the first to the last day of the journal, or of the stretch asked for.</summary>
    /// <returns>Null when nothing was recorded in it.</returns>
    public static async Task<DaySeries?> ReadAsync(
        Journal journal, MeasureCatalogue catalogue, LocalDate? from = null, LocalDate? to = null, CancellationToken stop = default)
    {
        var measures = await journal.MeasuresAsync(catalogue, stop);
        var points = await journal.PointsAsync(from, to, stop);
        var device = await journal.DevicePointsAsync(from, to, stop);
        var taken = await TakenAsync(journal, from, to, stop);
        if (points.Count == 0 && device.Count == 0 && taken.Count == 0) return null;

        var first = from ?? Days(points, device, taken).Min();
        var days = Period.DaysBetween(first, to ?? Days(points, device, taken).Max()) + 1;
        var table = new Builder(first.ToEpochDay(), days, measures);
        foreach (var point in points) table.Add(point);
        table.Finish();
        foreach (var value in device) table.AddWhereMissing(value);
        foreach (var (name, day, value) in taken) table.Set(new ColumnKey(name), day.ToEpochDay(), value);
        return new DaySeries(first, days, table.Columns);
    }

    private static IEnumerable<LocalDate> Days(IReadOnlyList<Point> points, IReadOnlyList<DevicePoint> device, IReadOnlyList<(string, LocalDate Day, double)> taken) =>
        points.Select(p => p.Day).Concat(device.Select(d => d.Day)).Concat(taken.Select(t => t.Day));

    /// <summary>For each treatment, 1 on days it was taken and 0 on days it was skipped; a day without either stays missing.</summary>
    private static async Task<IReadOnlyList<(string Name, LocalDate Day, double Value)>> TakenAsync(Journal journal, LocalDate? from, LocalDate? to, CancellationToken stop)
    {
        var names = (await journal.AllAsync<Treatment>(stop)).ToDictionary(t => t.Id, t => t.Name);
        var intakes = await journal.IntakesAsync(from ?? LocalDate.MinIsoValue, to ?? LocalDate.MaxIsoValue, stop);
        return [.. intakes.Where(i => names.ContainsKey(i.TreatmentId))
            .Select(i => ($"took:{names[i.TreatmentId]}", i.Day, i.Status == IntakeStatus.Skipped ? 0.0 : 1.0))
            .OrderBy(i => i.Item1, StringComparer.Ordinal).ThenBy(i => i.Day).ThenBy(i => i.Item3)];
    }

    /// <summary>Grows columns as points come in. Points must come in order of day, then of recording.</summary>
    private sealed class Builder(int firstDay, int days, MeasureList measures)
    {
        private readonly Dictionary<ColumnKey, Growing> _columns = [];

        public IReadOnlyList<DayColumn> Columns =>
            [.. _columns.Where(c => c.Value.Values.Any(v => !double.IsNaN(v)))
                .Select(c => new DayColumn(c.Key, measures.Find(c.Key.Measure), c.Value.Values))
                .OrderBy(c => Place(c.Key.Measure)).ThenBy(c => c.Key.Name, StringComparer.Ordinal)];

        public void Add(Point point)
        {
            var measure = measures.Find(point.Measure);
            if (measure?.Kind == MeasureKind.Text) return;
            Scale? own = measure?.Scale is { } s && point.ScaleLow == s.Low && point.ScaleTop == s.Top ? null
                : point.ScaleLow is { } low && point.ScaleTop is { } top ? new Scale(low, top) : null;
            Column(new ColumnKey(point.Measure, point.Region, own)).Add(point.Day.ToEpochDay() - firstDay, point.Value, measure?.Daily ?? DailyRule.Mean);
        }

        public void Finish()
        {
            foreach (var column in _columns.Values) column.Finish();
        }

        public void AddWhereMissing(DevicePoint point)
        {
            var column = Column(new ColumnKey(point.Measure));
            var row = point.Day.ToEpochDay() - firstDay;
            if (double.IsNaN(column.Values[row])) column.Values[row] = point.Value;
        }

        public void Set(ColumnKey key, int day, double value) => Column(key).Values[day - firstDay] = value;

        private Growing Column(ColumnKey key)
        {
            if (!_columns.TryGetValue(key, out var column)) _columns[key] = column = new Growing(days);
            return column;
        }

        private int Place(string measure)
        {
            for (var i = 0; i < measures.All.Count; i++)
                if (measures.All[i].Id == measure) return i;
            return int.MaxValue;
        }
    }

    /// <summary>One column while it is read: most days have one value, so only a day with more keeps them until it ends.</summary>
    private sealed class Growing
    {
        private int _row = -1, _count;
        private double _soFar;
        private DailyRule _rule;

        public Growing(int days)
        {
            Values = new double[days];
            Array.Fill(Values, double.NaN);
        }

        public double[] Values { get; }

        public void Add(int row, double value, DailyRule rule)
        {
            if (row != _row)
            {
                Finish();
                (_row, _count, _soFar, _rule) = (row, 1, value, rule);
                return;
            }
            _count++;
            _soFar = rule switch
            {
                DailyRule.Max => Math.Max(_soFar, value),
                DailyRule.Last => value,
                _ => _soFar + value,
            };
        }

        public void Finish()
        {
            if (_row >= 0) Values[_row] = _rule == DailyRule.Mean ? _soFar / _count : _soFar;
        }
    }
}
