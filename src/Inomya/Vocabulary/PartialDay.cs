using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Vocabulary;

/// <summary>A day as exactly as someone knows it: 2019, 2019-03 or 2019-03-14.</summary>
public static partial class PartialDay
{
    private static readonly YearMonthPattern Month = YearMonthPattern.Iso;

    /// <summary>The last day it can mean; null when the text is none.</summary>
    public static LocalDate? EndOf(string? text)
    {
        if (text is null)
            return null;
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day })
            return day;
        if (Month.Parse(text) is { Success: true, Value: var month })
            return month.ToDateInterval().End;
        return YearIn(text) is { } year ? new LocalDate(year, 12, 31) : null;
    }

    private static int? YearIn(string text) =>
        text.Length == 4
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year > 0
            ? year
            : null;

    /// <summary>The first day it can mean; null when the text is none.</summary>
    public static LocalDate? StartOf(string? text) =>
        EndOf(text) is not { } end ? null
        : text!.Length == 4 ? new LocalDate(end.Year, 1, 1)
        : text.Length == 7 ? end.With(DateAdjusters.StartOfMonth)
        : end;

    /// <summary>Reads what was typed: also 03/2019, 3.2019, 14.03.2019 (day first), and 14/03/2019 or 03/14/2019 where only one order can be meant.</summary>
    /// <param name="latest">Later has not come yet.</param>
    /// <returns>Null when it is none, or later than <paramref name="latest"/>.</returns>
    public static string? Read(string typed, LocalDate latest)
    {
        var match = Shapes().Match(typed.Trim());
        if (!match.Success)
            return null;
        var (year, month, day) = (Number(match, "year")!.Value, Number(match, "month"), Number(match, "day"));
        return IsInCalendar(year, month, day) && new LocalDate(year, month ?? 1, day ?? 1) <= latest
            ? Write(year, month, day)
            : null;
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : null;

    private static bool IsInCalendar(int year, int? month, int? day) =>
        year >= 1900
        && month is not (< 1 or > 12)
        && (day is null || (day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month!.Value)));

    private static string Write(int year, int? month, int? day) =>
        string.Create(CultureInfo.InvariantCulture, $"{year:0000}") + Written(month) + Written(day);

    private static string Written(int? part) =>
        part is null ? "" : string.Create(CultureInfo.InvariantCulture, $"-{part:00}");

    /// <summary>Year first; day first with points; day or month first with slashes, where the day is no month.</summary>
    [GeneratedRegex(
        """
            ^(?:(?<year>\d{4})(?:-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?)?
              |(?:(?<day>\d{1,2})\.)?(?<month>\d{1,2})[./](?<year>\d{4})
              |(?<day>1[3-9]|[23]\d)/(?<month>\d{1,2})/(?<year>\d{4})
              |(?<month>\d{1,2})/(?<day>1[3-9]|[23]\d)/(?<year>\d{4}))$
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Shapes();
}
