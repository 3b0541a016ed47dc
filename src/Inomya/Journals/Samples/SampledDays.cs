using Inomya.Vocabulary;

namespace Inomya.Journals;

/// <summary>What devices measured now and then: a value a day, of the device with the most samples that day.</summary>
/// <remarks>Devices are never mixed: two that measure the same differ by how they do it. A sample belongs to the day it ends on.</remarks>
internal static class SampledDays
{
    private const long Hour = 3_600_000;

    public static IEnumerable<DeviceDay> Of(string measure, DailyRule rule, SampleRows rows, DayEdges edges) =>
        from row in rows.Rows
        let day = edges.DayOf(row.Last)
        where day is not null
        group row by day.Value into onDay
        let most = onDay
            .GroupBy(r => r.Device)
            .OrderByDescending(d => d.Count())
            .ThenBy(d => DeviceRank.Of(rows.Devices[d.Key]))
            .ThenBy(d => rows.Devices[d.Key], StringComparer.Ordinal)
            .First()
            .OrderBy(r => r.End)
            .ToList()
        select new DeviceDay(measure, rows.Devices[most[0].Device], onDay.Key, Combine(rule, most), most.Count);

    private static double Combine(DailyRule rule, List<SampleRow> samples) =>
        rule == DailyRule.HourlyMean
            ? samples.GroupBy(s => s.End / Hour).Average(hour => hour.Average(s => s.Value))
            : DailyValues.Combine(rule, samples.Select(s => s.Value));
}
