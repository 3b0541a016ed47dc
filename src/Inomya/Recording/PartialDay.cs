using System.Globalization;
using System.Text.RegularExpressions;
using Inomya.Content;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Recording;

/// <summary>A day as exactly as a person knows it: "2019", "2019-03" or "2019-03-14", as <see cref="Journals.HistoryItem"/> keeps it.</summary>
public static partial class PartialDay
{
    /// <summary>Reads what was typed: also 03/2019, 3.2019 and 14.03.2019 (day first).</summary>
    /// <param name="latest">Later has not come yet.</param>
    /// <returns>Null when it is none, or later than <paramref name="latest"/>.</returns>
    public static string? Read(string typed, LocalDate latest)
    {
        var match = YearFirst().Match(typed.Trim());
        if (!match.Success) match = YearLast().Match(typed.Trim());
        if (!match.Success) return null;
        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        int? month = match.Groups["month"].Success ? int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture) : null;
        int? day = match.Groups["day"].Success ? int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture) : null;
        if (year < 1900 || month is < 1 or > 12 || (day is { } d && (d < 1 || d > CalendarSystem.Iso.GetDaysInMonth(year, month!.Value)))) return null;
        return new LocalDate(year, month ?? 1, day ?? 1) > latest ? null
            : string.Create(CultureInfo.InvariantCulture, $"{year:0000}") + (month is null ? "" : string.Create(CultureInfo.InvariantCulture, $"-{month:00}")) + (day is null ? "" : string.Create(CultureInfo.InvariantCulture, $"-{day:00}"));
    }

    /// <summary>As people write it: "2019", "March 2019", "14 Mar 2019".</summary>
    public static string Say(Words words, string partial) => partial.Length switch
    {
        10 when LocalDatePattern.Iso.Parse(partial) is { Success: true } day => words.ShortDay(day.Value),
        7 when YearMonthPattern.Iso.Parse(partial) is { Success: true } month => YearMonthPattern.Create(words["history.format.month"], words.Culture).Format(month.Value),
        _ => partial,
    };

    [GeneratedRegex(@"^(?<year>\d{4})(-(?<month>\d{1,2})(-(?<day>\d{1,2}))?)?$")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^((?<day>\d{1,2})\.)?(?<month>\d{1,2})[./](?<year>\d{4})$")]
    private static partial Regex YearLast();
}
