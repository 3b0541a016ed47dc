using NodaTime;

namespace Inomya.Journals;

/// <summary>A self-experiment whose plan was locked. Only stopping it may make a new version.</summary>
public sealed record Experiment : Recorded
{
    /// <summary>The locked plan as JSON, to the byte.</summary>
    public required string Protocol { get; init; }

    /// <summary>
    /// SHA-256 of <see cref="Protocol"/> as UTF-8, in hexadecimal: a plan that was changed afterwards no longer fits
    /// it.
    /// </summary>
    public required string ProtocolHash { get; init; }

    /// <summary>The first day of the first block.</summary>
    public required LocalDate Start { get; init; }

    /// <summary>
    /// What kind of plan it is, where it is not one of blocks with and without something: "food" or "tracking". Null
    /// for one of blocks.
    /// </summary>
    public string? Kind { get; init; }

    /// <summary>The last planned day of a plan that has a kind; one of blocks tells it by its protocol.</summary>
    public LocalDate? LastPlanned { get; init; }

    /// <summary>The last day that was kept; null unless the person stopped early.</summary>
    public LocalDate? StoppedOn { get; init; }

    /// <summary>Why it was stopped, in the person's words.</summary>
    public string? StopReason { get; init; }
}
