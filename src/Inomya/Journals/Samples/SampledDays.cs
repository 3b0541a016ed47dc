using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Journals;

/// <summary>What devices measured now and then: a value a day, of the device with the most samples that day.</summary>
/// <remarks>Devices are never mixed: two that measure the same differ by how they do it. A sample belongs to the day it ends on.</remarks>
internal static class SampledDays
{
    private const long Hour = 3_600_000;

    public static IEnumerable<DeviceDay> Of(string measure, DailyRule rule, SampleRows rows, DayEdges edges)
    {
        var onDay = new List<SampleRow>();
        LocalDate? day = null;
        foreach (var row in InOrderOfDays(rows.Rows))
        {
            var its = edges.DayOf(row.Last);
            if (its != day && day is { } over)
                yield return DayOf(measure, rule, rows, over, onDay);
            if (its != day)
                onDay.Clear();
            day = its;
            onDay.Add(row);
        }
        if (day is { } last)
            yield return DayOf(measure, rule, rows, last, onDay);
    }

    /// <summary>Rows are in order of their start, and only one that is long ends out of order.</summary>
    private static IEnumerable<SampleRow> InOrderOfDays(SampleRow[] rows)
    {
        for (var i = 1; i < rows.Length; i++)
            if (rows[i].Last < rows[i - 1].Last)
                return rows.OrderBy(r => r.Last);
        return rows;
    }

    private static DeviceDay DayOf(string measure, DailyRule rule, SampleRows rows, LocalDate day, List<SampleRow> all)
    {
        var most = all.GroupBy(r => r.Device)
            .OrderByDescending(d => d.Count())
            .ThenBy(d => DeviceRank.Of(rows.Devices[d.Key]))
            .ThenBy(d => rows.Devices[d.Key], StringComparer.Ordinal)
            .First()
            .OrderBy(r => r.End)
            .ToList();
        return new DeviceDay(measure, rows.Devices[most[0].Device], day, Combine(rule, most), most.Count);
    }

    private static double Combine(DailyRule rule, List<SampleRow> samples) =>
        rule == DailyRule.HourlyMean
            ? samples.GroupBy(s => s.End / Hour).Average(hour => hour.Average(s => s.Value))
            : DailyValues.Combine(rule, samples.Select(s => s.Value));
}
