using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Web.Shell;

/// <summary>Days as addresses and form fields write them: yyyy-MM-dd, in every language.</summary>
public static class IsoDay
{
    public static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    [return: NotNullIfNotNull(nameof(day))]
    public static string? Iso(LocalDate? day) => day is { } d ? Iso(d) : null;

    /// <summary>Null when it is not a day.</summary>
    public static LocalDate? DayOf(string? text) =>
        LocalDatePattern.Iso.Parse(text ?? "") is { Success: true, Value: var day } ? day : null;
}
