using System.Collections.Frozen;
using NodaTime.TimeZones;

namespace Inomya.Vocabulary;

/// <summary>The countries of ISO 3166, by their code of two letters; their names are words (country.ES).</summary>
public static class Countries
{
    private static readonly TzdbDateTimeZoneSource Zones = TzdbDateTimeZoneSource.Default;

    /// <summary>Every country that has a time zone, which is every one where people live.</summary>
    public static IReadOnlyCollection<string> All { get; } =
        (Zones.ZoneLocations ?? []).Select(l => l.CountryCode).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The code as the list has it; null when there is no such country, or none is given.</summary>
    public static string? Find(string? code) => All.FirstOrDefault(c => c.Equals(code?.Trim(), Ignore));

    /// <summary>The country a time zone is in; null for zones of many countries, such as UTC. A guess to ask about, never an answer.</summary>
    public static string? OfZone(string? zone) =>
        zone is null ? null
        : At(zone) is { } there ? there
        : Zones.CanonicalIdMap.TryGetValue(zone, out var named) ? At(named)
        : null;

    private const StringComparison Ignore = StringComparison.OrdinalIgnoreCase;

    private static string? At(string zone) => Zones.ZoneLocations?.FirstOrDefault(l => l.ZoneId == zone)?.CountryCode;
}
