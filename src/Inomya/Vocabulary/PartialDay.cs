using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Vocabulary;

/// <summary>A day as exactly as someone knows it: 2019, 2019-03 or 2019-03-14.</summary>
public static class PartialDay
{
    private static readonly YearMonthPattern Month = YearMonthPattern.Iso;

    /// <summary>The last day it can mean; null when the text is none.</summary>
    public static LocalDate? EndOf(string? text)
    {
        if (text is null) return null;
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day }) return day;
        if (Month.Parse(text) is { Success: true, Value: var month }) return month.ToDateInterval().End;
        return text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0 ? new LocalDate(year, 12, 31) : null;
    }

    /// <summary>The first day it can mean; null when the text is none.</summary>
    public static LocalDate? StartOf(string? text) => EndOf(text) is not { } end ? null
        : text!.Length == 4 ? new LocalDate(end.Year, 1, 1)
        : text.Length == 7 ? end.With(DateAdjusters.StartOfMonth)
        : end;
}
