using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Inomya.Web.Shell;

/// <summary>Times of the day as people type them.</summary>
public static partial class WrittenTimes
{
    /// <summary>
    /// Times as people write them: "8, 20:30", "8am and 8 pm", "7.45". Null when something in it is no time.
    /// </summary>
    public static IReadOnlyList<LocalTime>? In(string? typed)
    {
        var times = new List<LocalTime>();
        var rest = TimePattern()
            .Replace(typed ?? "", match =>
            {
                if (!match.Groups["h"].Success)
                    return "";
                if (TimeOf(match) is not { } time)
                    return "?";
                times.Add(time);
                return "";
            });
        return rest.All(IsBetweenTimes) ? [.. times.Order()] : null;
    }

    private static bool IsBetweenTimes(char c) => c is ',' or ';' or ' ' or '\n' or '\r';

    private static LocalTime? TimeOf(Match match)
    {
        var hour = int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
        return HourOf(hour, match.Groups["half"].Value.ToLowerInvariant()) is { } ofDay and <= 23 && minute <= 59
            ? new LocalTime(ofDay, minute)
            : null;
    }

    /// <param name="half">"am" or "pm"; empty for the hour of a day.</param>
    private static int? HourOf(int typed, string half) =>
        half.Length == 0 ? typed
        : typed is < 1 or > 12 ? null
        : (typed % 12) + (half[0] == 'p' ? 12 : 0);

    [GeneratedRegex(
        @"(?<![\d:.])(?<h>\d{1,2})(?:[:.h](?<m>\d{2}))?h?\s*(?<half>[ap]\.?m\.?)?(?!\d)|\band\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex TimePattern();
}
