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
        if (!match.Success)
            return null;
        var (hour, minute) = (Number(match, "hour"), Number(match, "minute"));
        var half = match.Groups["half"].Value.ToLowerInvariant();
        if (half.Length > 0 && hour is < 1 or > 12)
            return null;
        var ofDay = half switch
        {
            "" => hour,
            "a" => hour % 12,
            _ => hour % 12 + 12,
        };
        return ofDay < 24 && minute < 60 ? new LocalTime(ofDay, minute) : null;
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
