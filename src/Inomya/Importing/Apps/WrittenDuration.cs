using System.Globalization;
using System.Text.RegularExpressions;

namespace Inomya.Importing.Apps;

/// <summary>A length of time as apps write it: 1:10:00, 9:45, -0:-30:-20.</summary>
internal static partial class WrittenDuration
{
    /// <summary>Seconds of "h:mm:ss", each part with its sign; null for what is none.</summary>
    public static double? Seconds(string text)
    {
        if (!Parts().IsMatch(text))
            return null;
        var parts = text.Split(':').Select(p => double.Parse(p, CultureInfo.InvariantCulture)).ToList();
        return 3600 * parts[0] + 60 * parts[1] + parts[2];
    }

    /// <summary>Hours of "h:mm"; null for what is none.</summary>
    public static double? Hours(string text) => HoursAndMinutes().IsMatch(text) ? Seconds($"{text}:0") / 3600 : null;

    [GeneratedRegex("^-?[0-9]{1,6}:-?[0-9]{1,2}:-?[0-9]{1,2}$")]
    private static partial Regex Parts();

    [GeneratedRegex("^[0-9]{1,3}:[0-5][0-9]$")]
    private static partial Regex HoursAndMinutes();
}
