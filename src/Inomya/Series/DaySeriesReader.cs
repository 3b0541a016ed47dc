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
        var food = await FoodDays.ReadAsync(journal, catalogue, from, to, stop);
        var recorded = DaysOf(points, [.. device, .. food], taken).ToList();
        if (recorded.Count == 0)
            return null;

        var table = new DayTable(from ?? recorded.Min(), to ?? recorded.Max(), measures);
        table.AddPoints(points);
        table.AddDevices(device);
        table.AddDevices(food);
        table.AddTaken(taken);
        return table.ToSeries();
    }

    /// <summary>The last days up to one that was read already, without treatments; null when nothing was recorded in them.</summary>
    public static DaySeries? Of(DayRead read, MeasureList measures, int days)
    {
        var first = read.Day.PlusDays(1 - days);
        var points = ColumnsOf(read.Before.Where(p => p.Day >= first).Concat(ValuesOf(read.Entries)));
        var device = read.Devices.Where(d => d.Day >= first).ToList();
        if (points.Count == 0 && device.Count == 0)
            return null;
        var table = new DayTable(first, read.Day, measures);
        table.AddPoints(points);
        table.AddDevices(device);
        return table.ToSeries();
    }

    private static IEnumerable<PastValue> ValuesOf(IEnumerable<Entry> entries) =>
        entries
            .Where(e => e.Value is not null)
            .Select(e => new PastValue(e.Day, e.Measure, e.Region, e.Value!.Value, e.ScaleLow, e.ScaleTop, e.Source));

    private static List<PointColumn> ColumnsOf(IEnumerable<PastValue> values) =>
        [
            .. values
                .GroupBy(p => (p.Measure, p.Region, p.ScaleLow, p.ScaleTop))
                .Select(c => new PointColumn(
                    c.Key.Measure,
                    c.Key.Region,
                    c.Key.ScaleLow,
                    c.Key.ScaleTop,
                    [.. c.Select(p => p.Day.ToEpochDay())],
                    [.. c.Select(p => p.Value)]
                )),
        ];

    private static IEnumerable<LocalDate> DaysOf(
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
        return InOrder(
            intakes.Where(i => names.ContainsKey(i.TreatmentId)).Select(i => TakenOf(i, names[i.TreatmentId]))
        );
    }

    private static IReadOnlyList<(string Name, LocalDate Day, double Value)> InOrder(
        IEnumerable<(string Name, LocalDate Day, double Value)> taken
    ) => [.. taken.OrderBy(t => t.Name, StringComparer.Ordinal).ThenBy(t => t.Day).ThenBy(t => t.Value)];

    private static (string Name, LocalDate Day, double Value) TakenOf(Intake intake, string treatment) =>
        (treatment, intake.Day, intake.Status == IntakeStatus.Skipped ? 0.0 : 1.0);
}
