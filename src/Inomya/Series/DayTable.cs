using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Series;

/// <summary>The columns of a stretch of days while they are filled; a day without a value stays NaN.</summary>
internal sealed class DayTable(LocalDate first, LocalDate last, MeasureList measures)
{
    private readonly int _firstDay = first.ToEpochDay();
    private readonly int _days = Period.DaysBetween(first, last) + 1;
    private readonly Dictionary<ColumnName, double[]> _columns = [];

    public DaySeries ToSeries() =>
        new(
            first,
            _days,
            [
                .. _columns
                    .Where(c => c.Value.Any(v => !double.IsNaN(v)))
                    .Select(c => new DayColumn(c.Key, measures.Find(c.Key.Measure), c.Value))
                    .OrderBy(c => measures.PlaceOf(c.Key.Measure))
                    .ThenBy(c => c.Key.Name, StringComparer.Ordinal),
            ]
        );

    public void AddPoints(IEnumerable<PointColumn> points)
    {
        foreach (var column in points.GroupBy(KeyOf))
            Add(column.Key, [.. column]);
    }

    /// <summary>What the person typed for a day stands before these; of two devices the first given.</summary>
    public void AddDevices(IEnumerable<DevicePoint> points)
    {
        foreach (var point in points)
        {
            var column = Column(new ColumnName(point.Measure));
            var row = point.Day.ToEpochDay() - _firstDay;
            if (double.IsNaN(column[row]))
                column[row] = point.Value;
        }
    }

    public void AddTaken(IEnumerable<(string Name, LocalDate Day, double Value)> taken)
    {
        foreach (var (name, day, value) in taken)
            Column(ColumnName.OfTreatment(name))[day.ToEpochDay() - _firstDay] = value;
    }

    /// <summary>The column that points belong to: their scale is named only where it is not the measure's own.</summary>
    private ColumnName KeyOf(PointColumn points)
    {
        Scale? scale = points.ScaleLow is { } low && points.ScaleTop is { } top ? new Scale(low, top) : null;
        return new ColumnName(
            points.Measure,
            points.Region,
            scale == measures.Find(points.Measure)?.Scale ? null : scale
        );
    }

    /// <summary>One column from the points of one scale, or of several that are the same to the measure.</summary>
    private void Add(ColumnName key, IReadOnlyList<PointColumn> parts)
    {
        var measure = measures.Find(key.Measure);
        if (measure?.Kind == MeasureKind.Text)
            return;
        var (on, values) = parts is [var only] ? (only.Days, only.Values) : Merged(parts);
        Fill(Column(key), measure?.Daily ?? DailyRule.Mean, on, values);
    }

    private void Fill(double[] column, DailyRule rule, IReadOnlyList<int> on, IReadOnlyList<double> values)
    {
        for (var i = 0; i < on.Count; )
        {
            var next = NextDay(on, i);
            column[on[i] - _firstDay] =
                next == i + 1 ? values[i] : DailyValues.Combine(rule, values.Skip(i).Take(next - i));
            i = next;
        }
    }

    private static int NextDay(IReadOnlyList<int> on, int at)
    {
        var next = at + 1;
        while (next < on.Count && on[next] == on[at])
            next++;
        return next;
    }

    private static (IReadOnlyList<int> Days, IReadOnlyList<double> Values) Merged(IReadOnlyList<PointColumn> parts)
    {
        var points = parts.SelectMany(p => p.Days.Zip(p.Values)).OrderBy(p => p.First).ToList();
        return ([.. points.Select(p => p.First)], [.. points.Select(p => p.Second)]);
    }

    private double[] Column(ColumnName key)
    {
        if (_columns.TryGetValue(key, out var column))
            return column;
        column = new double[_days];
        Array.Fill(column, double.NaN);
        return _columns[key] = column;
    }
}
