using NodaTime;

namespace Inomya.Journals;

/// <summary>From <see cref="Since"/> on, the person lived in <see cref="Zone"/>.</summary>
public sealed record PersonZone
{
    public required Guid PersonId { get; init; }
    public required Instant Since { get; init; }

    /// <summary>IANA name.</summary>
    public required string Zone { get; init; }
}
