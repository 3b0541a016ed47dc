using System.Text.Json;
using NodaTime;

namespace Inomya.Importing.Apps;

/// <summary>The times of Open-Meteo: ISO in one offset for all, or seconds since 1970.</summary>
internal static class OpenMeteoTime
{
    private const double FirstSecond = -5e9,
        LastSecond = 3e10;

    public static Instant? InstantOf(JsonElement time, int offset)
    {
        if (time.Number() is > FirstSecond and < LastSecond and var seconds)
            return Instant.FromUnixTimeSeconds((long)seconds);
        return IsoTime.Parse(time.Text() ?? "") is { } written
            ? written.Wall.WithOffset(Offset.Zero).ToInstant() - Duration.FromSeconds(offset)
            : null;
    }

    public static LocalDate? DayOf(JsonElement time, int offset)
    {
        if (time.Number() is > FirstSecond and < LastSecond and var seconds)
            return Instant.FromUnixTimeSeconds((long)seconds + offset).InUtc().Date;
        return IsoTime.Parse(time.Text() ?? "")?.Wall.Date;
    }
}
