using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Exports;

/// <summary>How values stand in files for machines: ISO 8601, a point for decimals, null for what is not known.</summary>
internal static class Written
{
    public static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    public static string? Day(LocalDate? day) => day is { } d ? LocalDatePattern.Iso.Format(d) : null;

    public static string? Moment(Instant? at) => at is { } i ? InstantPattern.ExtendedIso.Format(i) : null;

    public static string? Time(LocalTime? time) => time is { } t ? LocalTimePattern.ExtendedIso.Format(t) : null;
}
