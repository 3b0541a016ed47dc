using NodaTime;

namespace Inomya.Links;

/// <summary>An app that may read a part of the record as FHIR, and until when.</summary>
public sealed record FhirToken
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }

    /// <summary>SHA-256 of its secret, which is kept nowhere.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The kinds of resources that it may read.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    public required Instant Since { get; init; }
    public required Instant Until { get; init; }

    /// <summary>About when it last read, to the hour; null while it did not.</summary>
    public Instant? LastUse { get; init; }
}
