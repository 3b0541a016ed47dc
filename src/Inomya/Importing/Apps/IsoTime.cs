using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Importing.Apps;

/// <summary>A day or a moment as programs write it: 2026-03-24, 2026-03-24 8:05, 2026-03-24T08:05:12.5+0100.</summary>
internal static partial class IsoTime
{
    /// <summary>Other years are no diary's; an hour of theirs may be outside what an instant can hold.</summary>
    private const int FirstYear = 1800,
        LastYear = 2999;

    /// <summary>Null for what is none.</summary>
    public static WrittenTime? Parse(string cell)
    {
        var match = Form().Match(cell);
        if (DayOf(match) is not { } day)
            return null;
        if (!match.Groups["hour"].Success || day.Year is < FirstYear or > LastYear)
            return new WrittenTime(day.AtMidnight(), null, false);
        return TimeOf(match) is { } time ? At(day + time, match.Groups["zone"]) : null;
    }

    private static WrittenTime At(LocalDateTime wall, Group zone) =>
        new(wall, zone.Success ? wall.WithOffset(OffsetOf(zone.Value)).ToInstant() : null, true);

    private static LocalDate? DayOf(Match match) =>
        match.Success && LocalDatePattern.Iso.Parse(match.Groups["day"].Value) is { Success: true, Value: var day }
            ? day
            : null;

    private static LocalTime? TimeOf(Match match)
    {
        var (hour, minute) = (Number(match, "hour"), Number(match, "minute"));
        var second = match.Groups["second"].Success ? Number(match, "second") : 0;
        return hour < 24 && minute < 60 && second < 60 ? new LocalTime(hour, minute, second) : null;
    }

    private static Offset OffsetOf(string zone)
    {
        if (zone == "Z")
            return Offset.Zero;
        var figures = zone[1..].Replace(":", "", StringComparison.Ordinal).PadRight(4, '0');
        var minutes = 60 * Number(figures[..2]) + Number(figures[2..]);
        return Offset.FromSeconds((zone[0] == '-' ? -60 : 60) * minutes);
    }

    private static int Number(Match match, string group) => Number(match.Groups[group].Value);

    private static int Number(string figures) => int.Parse(figures, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})([T ](?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2})([.,][0-9]+)?)?( ?(?<zone>Z|[+-](0[0-9]|1[0-4])(:?[0-5][0-9])?))?)?$"
    )]
    private static partial Regex Form();
}
