using Inomya.Content;
using NodaTime.Text;

namespace Inomya.History;

/// <summary>Days that are known to the year or month only, in words.</summary>
public static class PartialDayWords
{
    /// <summary>As people write it: "2019", "March 2019", "14 Mar 2019".</summary>
    public static string PartialDay(this Words words, string partial) =>
        partial.Length switch
        {
            10 when LocalDatePattern.Iso.Parse(partial) is { Success: true } day => words.ShortDay(day.Value),
            7 when YearMonthPattern.Iso.Parse(partial) is { Success: true } month => YearMonthPattern
                .Create(words["history.format.month"], words.Culture)
                .Format(month.Value),
            _ => partial,
        };
}
