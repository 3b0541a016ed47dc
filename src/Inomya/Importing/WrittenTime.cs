using NodaTime;

namespace Inomya.Importing;

/// <summary>A day, or a time of a day, as a file gives it.</summary>
/// <param name="Wall">What stands there; of an instant, in the zone in which it was written.</param>
/// <param name="Instant">The moment, where the file says of which zone its hours are; else null.</param>
/// <param name="HasTime">False for a day without an hour.</param>
public readonly record struct WrittenTime(LocalDateTime Wall, Instant? Instant, bool HasTime);
