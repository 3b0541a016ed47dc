using Inomya.Content;
using NodaTime;

namespace Inomya.Web.SupportPacks;

/// <summary>How long ago a day was, in words, no finer than it matters.</summary>
public static class PackAge
{
    private const int MonthsOfYear = 12;

    /// <summary>From here on years are told.</summary>
    private const int MonthsTold = 2 * MonthsOfYear;

    /// <param name="since">On or before <paramref name="today"/>.</param>
    public static string Of(Words words, LocalDate since, LocalDate today)
    {
        var months = Period.Between(since, today, PeriodUnits.Months).Months;
        return months switch
        {
            0 => words.Count("support.age.days", Period.DaysBetween(since, today)),
            < MonthsTold => words.Count("support.age.months", months),
            _ => words.Count("support.age.years", months / MonthsOfYear),
        };
    }
}
