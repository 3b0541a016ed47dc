using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Importing.Devices;

/// <summary>The ways in which devices write a moment, each told by its form alone.</summary>
internal static partial class DeviceTimes
{
    private const int FirstYear = 1000,
        LastYear = 9000;

    private static readonly LocalDatePattern Day = LocalDatePattern.Iso;

    /// <summary>As old exports of Fitbit write it; the US order is theirs always.</summary>
    private static readonly LocalDatePattern UsDay = LocalDatePattern.CreateWithInvariantCulture("MM'/'dd'/'uu");

    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern Seconds = LocalTimePattern.CreateWithInvariantCulture(
        "HH:mm:ss.FFFFFFFFF"
    );

    /// <summary>"2026-06-29T08:00:40.123+02:00", with "T" or a space, any fraction, and a zone or none.</summary>
    public static (LocalDateTime Wall, Offset? Offset)? Parse(string text)
    {
        if (Moment().Match(text) is not { Success: true } match)
            return null;
        var zone = match.Groups["zone"].Value;
        var offset = zone.Length > 0 ? OffsetOf(zone) : null;
        return WallOf(match) is { } wall && (zone.Length == 0 || offset is not null) ? (wall, offset) : null;
    }

    /// <summary>A day without an hour is its midnight.</summary>
    private static LocalDateTime? WallOf(Match match)
    {
        var time = match.Groups["time"] is { Success: true, Value: var written } ? TimeOf(written) : LocalTime.Midnight;
        return DateOf(match.Groups["day"].Value) is { } day && time is { } clock ? day + clock : null;
    }

    public static LocalDate? DateOf(string text) =>
        UsDay.Parse(text) is { Success: true, Value: var us } ? InThisCentury(us)
        : Day.Parse(text) is { Success: true, Value: var day } && day.Year is > FirstYear and < LastYear ? day
        : null;

    public static LocalTime? TimeOf(string text) =>
        Seconds.Parse(text) is { Success: true, Value: var seconds } ? seconds
        : Minutes.Parse(text) is { Success: true, Value: var minutes } ? minutes
        : null;

    /// <summary>"UTC+0200", "+02:00", "Z".</summary>
    public static Offset? OffsetOf(string text)
    {
        if (Zone().Match(text.Trim()) is not { Success: true } match)
            return null;
        if (!match.Groups["hours"].Success)
            return NodaTime.Offset.Zero;
        var minutes = NumberOf(match.Groups["hours"]) * 60 + NumberOf(match.Groups["minutes"]);
        return minutes <= 18 * 60
            ? NodaTime.Offset.FromSeconds(minutes * (match.Groups["sign"].Value == "-" ? -60 : 60))
            : null;
    }

    /// <summary>Since 1970, in so many parts of a second; null for what is no time of this age.</summary>
    public static Instant? SinceEpoch(string text, double perSecond) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var count)
        && count / (decimal)perSecond is > -30_000_000_000m and < 200_000_000_000m and var seconds
            ? Instant.FromUnixTimeTicks((long)(seconds * NodaConstants.TicksPerSecond))
            : null;

    private static LocalDate InThisCentury(LocalDate day) => day.Year < 100 ? day.PlusYears(2000) : day;

    private static int NumberOf(Group group) =>
        group.Success && group.Length > 0 ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(?<day>\d{4}-\d\d-\d\d|\d\d/\d\d/\d\d)([T ](?<time>\d\d:\d\d(:\d\d(\.\d{1,9})?)?))?\s*(?<zone>Z|UTC|[+-]\d\d:?\d\d)?$"
    )]
    private static partial Regex Moment();

    [GeneratedRegex(@"^(Z|UTC|GMT)?((?<sign>[+-])(?<hours>\d\d):?(?<minutes>\d\d)?)?$")]
    private static partial Regex Zone();
}
