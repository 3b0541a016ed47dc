using NodaTime;
using NodaTime.TimeZones;

namespace Inomya.Vocabulary;

/// <summary>Turns instants into the local days of one person.</summary>
/// <remarks>
/// A day runs from the person's day boundary to the next: with the usual 04:00, what happens at 02:30 belongs to the day before.
/// The boundary is a time on the wall clock, so a day with a clock change has 23 or 25 hours.
/// </remarks>
public sealed class DayClock
{
    /// <summary>04:00, when few people are awake.</summary>
    public static LocalTime UsualBoundary => new(4, 0);

    private readonly ZoneSince[] _zones;

    /// <param name="boundary">The local time at which a new day starts, before noon.</param>
    /// <param name="zones">The zone history in any order; the earliest one also holds for all time before it.</param>
    /// <exception cref="ArgumentException">No zone, or a boundary at or after noon.</exception>
    /// <exception cref="DateTimeZoneNotFoundException">A zone name is not an IANA name.</exception>
    public DayClock(LocalTime boundary, IEnumerable<ZoneSince> zones)
    {
        if (boundary.Hour >= 12)
            throw new ArgumentException($"{boundary} is not before noon.", nameof(boundary));
        Boundary = boundary;
        _zones = [.. zones.OrderBy(z => z.Since)];
        if (_zones.Length == 0)
            throw new ArgumentException("At least one zone is needed.", nameof(zones));
        foreach (var zone in _zones)
            _ = DateTimeZoneProviders.Tzdb[zone.Zone];
    }

    public LocalTime Boundary { get; }

    /// <summary>The days from midnight to midnight where the person was: those of what devices measure.</summary>
    public DayClock Calendar => Boundary == LocalTime.Midnight ? this : new DayClock(LocalTime.Midnight, _zones);

    /// <summary>The zone the person lived in at this instant.</summary>
    public DateTimeZone ZoneAt(Instant instant)
    {
        var name = _zones[0].Zone;
        foreach (var zone in _zones)
            if (zone.Since <= instant)
                name = zone.Zone;
        return DateTimeZoneProviders.Tzdb[name];
    }

    /// <summary>
    /// The moment the wall clock showed this where the person lived. A time that the clock or a journey skips is the
    /// first instant after the gap; one that comes twice, by the clock or by a journey, is the first of the two. So each
    /// time is one instant.
    /// </summary>
    public ZonedDateTime At(LocalDateTime onTheWall)
    {
        for (var i = 0; i < _zones.Length; i++)
        {
            var zone = DateTimeZoneProviders.Tzdb[_zones[i].Zone];
            var at = FirstInstantOf(onTheWall, zone);
            if (at < EndOfZone(i))
                return (i > 0 ? Instant.Max(at, _zones[i].Since) : at).InZone(zone);
        }
        throw new InvalidOperationException("The last zone has no end.");
    }

    /// <summary>The local day this instant belongs to.</summary>
    public LocalDate DayOf(Instant instant)
    {
        var zone = ZoneAt(instant);
        var day = instant.InZone(zone).Date;
        // Once is enough: no clock change is longer than a day.
        if (instant < StartOf(day, zone))
            return day.PlusDays(-1);
        return instant < StartOf(day.PlusDays(1), zone) ? day : day.PlusDays(1);
    }

    /// <summary>
    /// The first instant of a local day: where the clock skips the boundary, the first instant after the gap; where it shows the boundary twice, the first time.
    /// </summary>
    public Instant StartOf(LocalDate day) => At(day + Boundary).ToInstant();

    /// <summary>
    /// The instant of a time of a day, by the rule of <see cref="At"/>: before the boundary it is of the night that ends
    /// the day.
    /// </summary>
    public Instant InstantOf(LocalDate day, LocalTime time) =>
        At((time < Boundary ? day.PlusDays(1) : day) + time).ToInstant();

    private static readonly ZoneLocalMappingResolver FirstTime = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier,
        Resolvers.ReturnStartOfIntervalAfter
    );

    private Instant EndOfZone(int i) => i + 1 < _zones.Length ? _zones[i + 1].Since : Instant.MaxValue;

    private Instant StartOf(LocalDate day, DateTimeZone zone) => FirstInstantOf(day + Boundary, zone);

    private static Instant FirstInstantOf(LocalDateTime local, DateTimeZone zone) =>
        zone.ResolveLocal(local, FirstTime).ToInstant();
}
