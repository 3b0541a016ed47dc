namespace Inomya.Journals;

/// <summary>Something the person takes or does against the condition.</summary>
public sealed record Treatment : Recorded
{
    public required string Name { get; init; }
    public TreatmentKind Kind { get; init; }

    /// <summary>What it is taken for, in the person's words.</summary>
    public string? Purpose { get; init; }
}
