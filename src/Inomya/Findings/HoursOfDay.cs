using Inomya.Analysis;
using Inomya.Checkins;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Findings;

/// <summary>Good and bad hours of the day, from what was rated for a moment.</summary>
internal static class HoursOfDay
{
    /// <summary>
    /// The profile of an outcome. What a check-in says is about the whole day and is left out, as is everything of
    /// unknown hour.
    /// Hours are those on the wall where the person was.
    /// </summary>
    /// <returns>Null when too few days have two moments; see <see cref="HourProfile.Estimate"/>.</returns>
    public static async Task<CyclePattern?> OfAsync(
        Journal journal,
        ColumnName outcome,
        Scale? scale,
        CancellationToken stop
    )
    {
        var moments = (await journal.MomentsAsync(outcome.Measure, outcome.Region, stop))
            .Where(e => e.Source != Checkin.Source && e.Scale == scale)
            .ToList();
        return HourProfile.Estimate(
            moments.ConvertAll(e => e.Day.ToEpochDay()),
            moments.ConvertAll(e => HourOf(e, journal)),
            moments.ConvertAll(e => e.Value!.Value)
        );
    }

    private static double HourOf(Entry entry, Journal journal)
    {
        var at = entry.At!.Value;
        var zone = entry.Zone is { } id ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) : null;
        return at.InZone(zone ?? journal.Days.ZoneAt(at)).TimeOfDay.TickOfDay / (double)NodaConstants.TicksPerHour;
    }
}
