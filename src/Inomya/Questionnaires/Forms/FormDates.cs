using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Questionnaires;

/// <summary>Days and moments as FHIR writes them, whole or in part: a year, a month, a day, a moment with its offset.</summary>
public static partial class FormDates
{
    private static readonly LocalDateTimePattern[] OnTheWall =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss"),
    ];

    /// <summary>A year, a month of it, or a day that there is.</summary>
    public static bool IsDate(string text) =>
        PartialDate().IsMatch(text) && (text.Length < 10 || LocalDatePattern.Iso.Parse(text).Success);

    /// <summary>
    /// A date, or a moment with its offset from "2026-11-30 14:05": that of the person where none is written; null when
    /// it is neither.
    /// </summary>
    /// <param name="zone">Where the person is; null where that is not known, so that an offset must be written.</param>
    public static string? Moment(string text, DateTimeZone? zone)
    {
        if (IsDate(text) || OffsetDateTimePattern.ExtendedIso.Parse(text).Success)
            return text;
        var wall = text.Replace(' ', 'T');
        foreach (var pattern in OnTheWall)
            if (zone is not null && pattern.Parse(wall) is { Success: true, Value: var at } && IsAnyWhere(at))
                return OffsetDateTimePattern.Rfc3339.Format(zone.AtLeniently(at).ToOffsetDateTime());
        return null;
    }

    /// <summary>What a field that picks a moment shows; null for what it cannot, such as a month.</summary>
    public static string? OnTheClock(string moment) =>
        OffsetDateTimePattern.ExtendedIso.Parse(moment) is { Success: true, Value: var at }
            ? OnTheWall[0].Format(at.LocalDateTime)
            : null;

    /// <summary>Below, at or above 0; null where one is too coarse to tell, as a month beside a day of it.</summary>
    public static int? Compare(string a, string b)
    {
        if (a == b)
            return 0;
        if (Instant(a) is { } x && Instant(b) is { } y)
            return x.CompareTo(y);
        var shared = Math.Min(DayLength(a), DayLength(b));
        var order = string.CompareOrdinal(a, 0, b, 0, shared);
        return order == 0 ? null : order;
    }

    private static Instant? Instant(string text) =>
        OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var at }
        && IsAnyWhere(at.LocalDateTime)
            ? at.ToInstant()
            : null;

    /// <summary>A moment in every zone: the first and the last year of the calendar are not.</summary>
    private static bool IsAnyWhere(LocalDateTime at) => at.Year is > 1 and < 9999;

    private static int DayLength(string text) => Math.Min(text.Length, "2026-11-30".Length);

    [GeneratedRegex(@"^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$")]
    private static partial Regex PartialDate();
}
