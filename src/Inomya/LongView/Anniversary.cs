using NodaTime;

namespace Inomya.LongView;

/// <summary>A treatment that began or ended a whole number of years ago, about today.</summary>
/// <param name="Years">One or more.</param>
public sealed record Anniversary(LongEvent Of, int Years)
{
    /// <summary>Days before and after today that count as about today.</summary>
    private const int Around = 7;

    /// <summary>Those of some events; a year that has no 29 February has its 28th.</summary>
    public static IEnumerable<Anniversary> About(LocalDate today, IEnumerable<LongEvent> events) =>
        from e in events
        where e.Kind != LongEventKind.FlareBegan
        let years = YearsTo(e.Day, today)
        where years is not null
        orderby years descending, e.Day
        select new Anniversary(e, years.Value);

    private static int? YearsTo(LocalDate day, LocalDate today)
    {
        foreach (var years in (int[])[today.Year - day.Year, today.Year - day.Year + 1, today.Year - day.Year - 1])
            if (years > 0 && Math.Abs(Period.DaysBetween(day.PlusYears(years), today)) <= Around)
                return years;
        return null;
    }
}
