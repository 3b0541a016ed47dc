using System.Globalization;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing.Devices;

/// <summary>On whose clock a list of minutes of Fitbit is: UTC, or the person's wall clock.</summary>
/// <remarks>
/// Both have been seen, and no file says it. People sleep at night: read on the right clock, the small hours have fewest
/// steps. Only where they have less than half on the wall clock is it that; else it is UTC, which an export of 2026
/// was found to be minute by minute beside its own table in UTC.
/// </remarks>
internal static class FitbitClock
{
    private static readonly (LocalTime From, LocalTime To) SmallHours = (new LocalTime(1, 0), new LocalTime(5, 0));

    public static bool IsLocal(BroughtFile file, DayClock days)
    {
        double local = 0,
            utc = 0;
        using var stream = file.Open();
        using var records = new JsonRecords(stream, null);
        while (records.TryNext(out _, out var record))
            if (Read(record) is { } minute)
            {
                local += IsSmallHour(minute.Wall.TimeOfDay) ? minute.Value : 0;
                utc += IsSmallHour(OnTheWall(minute.Wall, days)) ? minute.Value : 0;
            }
        return local < utc / 2;
    }

    private static (LocalDateTime Wall, double Value)? Read(System.Text.Json.JsonElement record)
    {
        if (record.ValueKind != System.Text.Json.JsonValueKind.Object)
            return null;
        var written = record.TryGetProperty("dateTime", out var time) ? DeviceTimes.Parse(time.ToString()) : null;
        return
            written is { } moment
            && record.TryGetProperty("value", out var value)
            && double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and < 1e9
            ? (moment.Wall, number)
            : null;
    }

    private static LocalTime OnTheWall(LocalDateTime utc, DayClock days)
    {
        var instant = utc.InUtc().ToInstant();
        return instant.InZone(days.ZoneAt(instant)).TimeOfDay;
    }

    private static bool IsSmallHour(LocalTime time) => time >= SmallHours.From && time < SmallHours.To;
}
