using NodaTime;

namespace Inomya.Importing;

/// <summary>An app or device that may send what it measured, and nothing else: it cannot read a thing.</summary>
public sealed record Bridge
{
    public required Guid Id { get; init; }

    /// <summary>As the person calls it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of its secret; the secret itself is shown once and kept nowhere.</summary>
    public required byte[] Hash { get; init; }

    public required Instant Since { get; init; }

    /// <summary>When something last came; null where nothing did.</summary>
    public Instant? LastArrival { get; init; }

    /// <summary>How often something came.</summary>
    public int Arrivals { get; init; }
}
