namespace Inomya.Journals;

/// <summary>What a <see cref="SharedLink"/> hands over, locked with a key that is not here. Deleted when the link is over.</summary>
/// <remarks>It is in no archive, and a backup that is put back loses it: a link that was ended does not come to life again.</remarks>
public sealed record LinkFile
{
    public required Guid PersonId { get; init; }
    public required Guid LinkId { get; init; }

    /// <summary>What it is once it is unlocked, such as application/fhir+json.</summary>
    public required string ContentType { get; init; }

    /// <summary>JWE in compact form.</summary>
    public required string Locked { get; init; }
}
