namespace Inomya.Journals;

/// <summary>Something the person must not have, and what it does to them.</summary>
public sealed record Allergy : Recorded
{
    public required string Name { get; init; }

    /// <summary>What happened, in the person's words.</summary>
    public string? Reaction { get; init; }
}
