using System.Globalization;
using Inomya.Content;
using Inomya.Vocabulary;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Web.Search;

/// <summary>Reads a day as people write one: "14 March", "March 14, 2026", "14 de marzo", "2026-03-14", "14/3".</summary>
public static class DayWords
{
    private const int DigitsOfYear = 4;

    /// <summary>The day; without a year the last one that has come. Null when it is no day.</summary>
    /// <param name="languages">Their names of months are known.</param>
    public static LocalDate? Read(string? written, LocalDate today, IReadOnlyList<Words> languages)
    {
        var text = (written ?? "").Trim();
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } iso)
            return iso.Value;
        var words = PlainWords
            .Of(text.Replace('.', ' '))
            .Where(w => w is not ("de" or "del" or "of" or "the"))
            .ToList();
        return words.Count switch
        {
            1 => languages.Select(l => Named(words[0], today, l)).FirstOrDefault(d => d is not null),
            2 or 3 => Read(words, today, languages),
            _ => null,
        };
    }

    private static LocalDate? Named(string word, LocalDate today, Words words) =>
        word == PlainWords.Of(words["search.today"])[0] ? today
        : word == PlainWords.Of(words["search.yesterday"])[0] ? today.PlusDays(-1)
        : null;

    private static LocalDate? Read(List<string> words, LocalDate today, IReadOnlyList<Words> languages)
    {
        var year = words.FindIndex(w => w.Length == DigitsOfYear && IsNumber(w));
        var rest = words.Where((_, i) => i != year).ToList();
        if (rest.Count != 2)
            return null;
        var month = rest.FindIndex(w => MonthOf(w, languages) is not null);
        var day = month < 0 ? NumberOf(rest[0]) : NumberOf(rest[1 - month]);
        return DayOf(
            year < 0 ? null : NumberOf(words[year]),
            month < 0 ? NumberOf(rest[1]) : MonthOf(rest[month], languages),
            day,
            today
        );
    }

    private static LocalDate? DayOf(int? year, int? month, int? day, LocalDate today)
    {
        if (month is not (>= 1 and <= 12) || day is null)
            return null;
        if (year is { } said)
            return Exists(said, month.Value, day.Value);
        // 29 February is sought in the years before too
        return Enumerable
            .Range(0, 5)
            .Select(back => Exists(today.Year - back, month.Value, day.Value))
            .FirstOrDefault(d => d <= today);
    }

    private static LocalDate? Exists(int year, int month, int day) =>
        year is >= 1900 and <= 9998 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    /// <summary>A name of a month, or its first three letters or more.</summary>
    private static int? MonthOf(string word, IReadOnlyList<Words> languages)
    {
        if (word.Length < 3 || IsNumber(word))
            return null;
        foreach (var names in languages.Select(l => l.Culture.DateTimeFormat.MonthNames))
            if (Array.FindIndex(names, n => n.Length > 0 && Begins(n, word)) is >= 0 and var at)
                return at + 1;
        return null;
    }

    private static bool Begins(string month, string word) =>
        PlainWords.Of(month)[0].StartsWith(word, StringComparison.Ordinal);

    private static bool IsNumber(string word) => word.All(char.IsAsciiDigit);

    private static int? NumberOf(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
