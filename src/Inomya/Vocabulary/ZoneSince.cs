using NodaTime;

namespace Inomya.Vocabulary;

/// <summary>From an instant on, the person lived in this zone.</summary>
/// <param name="Since">The first instant in the zone.</param>
/// <param name="Zone">IANA name, such as "Europe/Madrid".</param>
public sealed record ZoneSince(Instant Since, string Zone);
