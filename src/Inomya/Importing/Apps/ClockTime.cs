using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Inomya.Importing.Apps;

/// <summary>A time of day as apps write it: 18:50, 6:50 pm, 6:50 p. m.</summary>
internal static partial class ClockTime
{
    /// <summary>Null for what is none.</summary>
    public static LocalTime? Parse(string cell)
    {
        var match = Form().Match(cell);
        return match.Success && HourOf(match) is { } hour && Number(match, "minute") is < 60 and var minute
            ? new LocalTime(hour, minute)
            : null;
    }

    /// <summary>A day without an hour where there is no time of day.</summary>
    public static WrittenTime? On(LocalDate? day, LocalTime? time)
    {
        if (day is not { } date)
            return null;
        return time is { } clock
            ? new WrittenTime(date + clock, null, true)
            : new WrittenTime(date.AtMidnight(), null, false);
    }

    private static int? HourOf(Match match)
    {
        var hour = Number(match, "hour");
        return match.Groups["half"].Value switch
        {
            "" => hour < 24 ? hour : null,
            _ when hour is < 1 or > 12 => null,
            "a" or "A" => hour % 12,
            _ => hour % 12 + 12,
        };
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    /// <summary>The spaces before "pm" are what the phone's language has there, often one that does not break.</summary>
    [GeneratedRegex(
        @"^(?<hour>[0-9]{1,2})[:.](?<minute>[0-9]{2})(:[0-9]{2})?([\s\u00A0\u202F]*(?<half>[ap])\.?[\s\u00A0\u202F]?m\.?)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Form();
}
