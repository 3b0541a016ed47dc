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
        return
            text.Length == 4
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year > 0
            ? new LocalDate(year, 12, 31)
            : null;
    }

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
        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        int? month = match.Groups["month"].Success
            ? int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture)
            : null;
        int? day = match.Groups["day"].Success
            ? int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture)
            : null;
        if (
            year < 1900
            || month is < 1 or > 12
            || (day is { } d && (d < 1 || d > CalendarSystem.Iso.GetDaysInMonth(year, month!.Value)))
        )
            return null;
        return new LocalDate(year, month ?? 1, day ?? 1) > latest
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{year:0000}")
                + (month is null ? "" : string.Create(CultureInfo.InvariantCulture, $"-{month:00}"))
                + (day is null ? "" : string.Create(CultureInfo.InvariantCulture, $"-{day:00}"));
    }

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
