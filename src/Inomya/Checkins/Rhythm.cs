using Inomya.Journals;
using NodaTime;

namespace Inomya.Checkins;

/// <summary>How often a person wants to be asked.</summary>
public static class Rhythm
{
    /// <summary>How it is kept: as "daily" or "weekly".</summary>
    public static readonly SettingKey Setting = new("rhythm");

    public const string Daily = "daily",
        Weekly = "weekly";

    private const int DaysBetween = 7;

    public static string Of(IReadOnlyDictionary<SettingKey, string> settings) =>
        settings.GetValueOrDefault(Setting) == Weekly ? Weekly : Daily;

    /// <summary>
    /// The next day on which the person is asked; null when that is this day or was before. Anyone may record any day
    /// at any time.
    /// </summary>
    public static LocalDate? NextAsked(DayRead read) =>
        Of(read.Settings) == Weekly && Checkin.LastBefore(read, DaysBetween - 1) is { } last
            ? last.Day.PlusDays(DaysBetween)
            : null;
}
