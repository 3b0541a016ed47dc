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
        Journal journal,
        MeasureCatalogue catalogue,
        LocalDate? from = null,
        LocalDate? to = null,
        CancellationToken stop = default
    )
    {
        var measures = await journal.MeasuresAsync(catalogue, stop);
        var points = await journal.PointsAsync(from, to, stop);
        var device = await journal.DevicePointsAsync(from, to, stop);
        var taken = await TakenAsync(journal, from, to, stop);
        if (points.Count == 0 && device.Count == 0 && taken.Count == 0)
            return null;

        var first = from ?? Days(points, device, taken).Min();
        var days = Period.DaysBetween(first, to ?? Days(points, device, taken).Max()) + 1;
        var table = new Builder(first.ToEpochDay(), days, measures);
        foreach (var column in points.GroupBy(table.KeyOf))
            table.Add(column.Key, [.. column]);
        foreach (var value in device)
            table.AddWhereMissing(value);
        foreach (var (name, day, value) in taken)
            table.Set(new ColumnKey(name), day.ToEpochDay(), value);
        return new DaySeries(first, days, table.Columns);
    }

    /// <summary>The last days up to one that was read already, without treatments; null when nothing was recorded in them.</summary>
    public static DaySeries? Of(DayRead read, MeasureList measures, int days)
    {
        var first = read.Day.PlusDays(1 - days);
        var points = read
            .Before.Where(p => p.Day >= first)
            .Concat(
                read.Entries.Where(e => e.Value is not null)
                    .Select(e => new PastValue(
                        e.Day,
                        e.Measure,
                        e.Region,
                        e.Value!.Value,
                        e.ScaleLow,
                        e.ScaleTop,
                        e.Source
                    ))
            )
            .GroupBy(p => (p.Measure, p.Region, p.ScaleLow, p.ScaleTop))
            .Select(c => new PointColumn(
                c.Key.Measure,
                c.Key.Region,
                c.Key.ScaleLow,
                c.Key.ScaleTop,
                [.. c.Select(p => p.Day.ToEpochDay())],
                [.. c.Select(p => p.Value)]
            ))
            .ToList();
        var device = read.Devices.Where(d => d.Day >= first).ToList();
        if (points.Count == 0 && device.Count == 0)
            return null;
        var table = new Builder(first.ToEpochDay(), days, measures);
        foreach (var column in points.GroupBy(table.KeyOf))
            table.Add(column.Key, [.. column]);
        foreach (var value in device)
            table.AddWhereMissing(value);
        return new DaySeries(first, days, table.Columns);
    }

    private static IEnumerable<LocalDate> Days(
        IReadOnlyList<PointColumn> points,
        IReadOnlyList<DevicePoint> device,
        IReadOnlyList<(string, LocalDate Day, double)> taken
    ) =>
        points
            .SelectMany(p => new[] { p.Days[0], p.Days[^1] })
            .Select(Epoch.ToLocalDate)
            .Concat(device.Select(d => d.Day))
            .Concat(taken.Select(t => t.Day));

    /// <summary>For each treatment, 1 on days it was taken and 0 on days it was skipped; a day without either stays missing.</summary>
    private static async Task<IReadOnlyList<(string Name, LocalDate Day, double Value)>> TakenAsync(
        Journal journal,
        LocalDate? from,
        LocalDate? to,
        CancellationToken stop
    )
    {
        var names = (await journal.AllAsync<Treatment>(stop)).ToDictionary(t => t.Id, t => t.Name);
        var intakes = await journal.IntakesAsync(from ?? LocalDate.MinIsoValue, to ?? LocalDate.MaxIsoValue, stop);
        return
        [
            .. intakes
                .Where(i => names.ContainsKey(i.TreatmentId))
                .Select(i => ($"took:{names[i.TreatmentId]}", i.Day, i.Status == IntakeStatus.Skipped ? 0.0 : 1.0))
                .OrderBy(i => i.Item1, StringComparer.Ordinal)
                .ThenBy(i => i.Day)
                .ThenBy(i => i.Item3),
        ];
    }

    /// <summary>Makes the columns of a table.</summary>
    private sealed class Builder(int firstDay, int days, MeasureList measures)
    {
        private readonly Dictionary<ColumnKey, double[]> _columns = [];

        public IReadOnlyList<DayColumn> Columns =>
            [
                .. _columns
                    .Where(c => c.Value.Any(v => !double.IsNaN(v)))
                    .Select(c => new DayColumn(c.Key, measures.Find(c.Key.Measure), c.Value))
                    .OrderBy(c => measures.PlaceOf(c.Key.Measure))
                    .ThenBy(c => c.Key.Name, StringComparer.Ordinal),
            ];

        /// <summary>The column that points belong to: their scale is named only where it is not the measure's own.</summary>
        public ColumnKey KeyOf(PointColumn points)
        {
            Scale? scale = points.ScaleLow is { } low && points.ScaleTop is { } top ? new Scale(low, top) : null;
            return new ColumnKey(
                points.Measure,
                points.Region,
                scale == measures.Find(points.Measure)?.Scale ? null : scale
            );
        }

        /// <summary>One column from the points of one scale, or of several that are the same to the measure.</summary>
        public void Add(ColumnKey key, IReadOnlyList<PointColumn> parts)
        {
            var measure = measures.Find(key.Measure);
            if (measure?.Kind == MeasureKind.Text)
                return;
            var (on, values) = parts is [var only] ? (only.Days, only.Values) : Merged(parts);
            var column = Column(key);
            for (var i = 0; i < on.Count; )
            {
                var last = i;
                while (last + 1 < on.Count && on[last + 1] == on[i])
                    last++;
                column[on[i] - firstDay] =
                    last == i
                        ? values[i]
                        : DailyValues.Combine(measure?.Daily ?? DailyRule.Mean, values.Skip(i).Take(last - i + 1));
                i = last + 1;
            }
        }

        public void AddWhereMissing(DevicePoint point)
        {
            var column = Column(new ColumnKey(point.Measure));
            var row = point.Day.ToEpochDay() - firstDay;
            if (double.IsNaN(column[row]))
                column[row] = point.Value;
        }

        public void Set(ColumnKey key, int day, double value) => Column(key)[day - firstDay] = value;

        private static (IReadOnlyList<int> Days, IReadOnlyList<double> Values) Merged(IReadOnlyList<PointColumn> parts)
        {
            var points = parts.SelectMany(p => p.Days.Zip(p.Values)).OrderBy(p => p.First).ToList();
            return ([.. points.Select(p => p.First)], [.. points.Select(p => p.Second)]);
        }

        private double[] Column(ColumnKey key)
        {
            if (_columns.TryGetValue(key, out var column))
                return column;
            column = new double[days];
            Array.Fill(column, double.NaN);
            return _columns[key] = column;
        }
    }
}
