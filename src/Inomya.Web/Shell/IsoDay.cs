using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Web.Shell;

/// <summary>Days as addresses and form fields write them: yyyy-MM-dd, in every language.</summary>
public static class IsoDay
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    public static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    [return: NotNullIfNotNull(nameof(day))]
    public static string? Iso(LocalDate? day) => day is { } d ? Iso(d) : null;

    /// <summary>Null when it is not a day, or one that nobody who lives can mean: no calendar has a day after its last.</summary>
    public static LocalDate? DayOf(string? text) =>
        LocalDatePattern.Iso.Parse(text ?? "") is { Success: true, Value: var day } && IsOfALife(day) ? day : null;

    private static bool IsOfALife(LocalDate day) => day.Year is >= FirstYear and <= LastYear;
}
