namespace Inomya.Journals;

/// <summary>Nights of which a device gives only the sums: so many hours asleep, so many of them deep.</summary>
/// <remarks>A sum is of the day on which its stretch ends, whole: a night is never divided at midnight. Of two devices the one worn closer is believed.</remarks>
internal static class NightSums
{
    public static IEnumerable<DeviceDay> Of(string measure, SampleRows rows, DayEdges edges) =>
        from row in rows.Rows
        let day = edges.DayOf(row.Last)
        where day is not null
        group row by day.Value into onDay
        let first = onDay
            .GroupBy(r => r.Device)
            .OrderBy(d => DeviceRank.Of(rows.Devices[d.Key]))
            .ThenBy(d => rows.Devices[d.Key], StringComparer.Ordinal)
            .First()
            .ToList()
        select new DeviceDay(measure, rows.Devices[first[0].Device], onDay.Key, first.Sum(r => r.Value), first.Count);
}
