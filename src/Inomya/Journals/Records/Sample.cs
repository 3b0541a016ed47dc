using NodaTime;

namespace Inomya.Journals;

/// <summary>One value from a device, for a stretch of time.</summary>
public sealed record Sample
{
    public required Guid PersonId { get; init; }
    public required int SourceId { get; init; }
    public required Instant Start { get; init; }

    /// <summary>At or after <see cref="Start"/>.</summary>
    public required Instant End { get; init; }

    /// <summary>In the unit of the stream's measure.</summary>
    public required double Value { get; init; }
}
