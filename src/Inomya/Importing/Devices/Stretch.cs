using NodaTime;

namespace Inomya.Importing.Devices;

/// <summary>What a value is of: from one instant to another, or a moment.</summary>
/// <remarks>No <see cref="Interval"/>, since a file may say that something ended before it started.</remarks>
internal readonly record struct Stretch(Instant Start, Instant End)
{
    public static Stretch At(Instant moment) => new(moment, moment);

    public static Stretch? At(Instant? moment) => Between(moment, moment);

    public static Stretch? Between(Instant? start, Instant? end) =>
        start is { } from && end is { } to ? new Stretch(from, to) : null;

    public bool Overlaps(Stretch other) => other.End > Start && other.Start < End;

    /// <summary>From an instant on; null where it is not known.</summary>
    public static Stretch? Lasting(Instant? start, Duration length) =>
        start is { } from ? new Stretch(from, from + length) : null;
}
