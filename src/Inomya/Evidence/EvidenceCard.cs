using Inomya.Journals;
using Inomya.Medicines;
using NodaTime;

namespace Inomya.Evidence;

/// <summary>What is known about one treatment: the evidence card.</summary>
/// <remarks>
/// Its words are locale keys: treatment.ID.name and treatment.ID.what, treatment.caution.KEY, treatment.stance.STANCE.
/// </remarks>
public sealed record EvidenceCard
{
    public required string Id { get; init; }
    public required TreatmentKind Kind { get; init; }

    /// <summary>Id of the <see cref="Substance"/> it is about; null for what is no single substance.</summary>
    public string? Substance { get; init; }

    /// <summary>Id of the only <see cref="Product"/> it is about; null for all.</summary>
    public string? Product { get; init; }

    public IReadOnlyList<Approval> Approvals { get; init; } = [];
    public IReadOnlyList<GuidelineStance> Stances { get; init; } = [];
    public IReadOnlyList<PublishedEffect> Effects { get; init; } = [];

    /// <summary>What trying it costs; our own estimate, not evidence.</summary>
    public Size Money { get; init; }
    public Size Hours { get; init; }
    public Size Effort { get; init; }

    /// <summary>When something may first be felt; null when not known.</summary>
    public DayRange? FirstEffect { get; init; }

    /// <summary>The slow-drug clock: no verdict before this.</summary>
    public required DayRange JudgeAfter { get; init; }

    /// <summary>What the times rest on.</summary>
    public required Basis Timing { get; init; }

    /// <summary>Last parts of the locale keys treatment.caution.KEY.</summary>
    public IReadOnlyList<string> Cautions { get; init; } = [];

    public OnOffTrial OnOffTrial { get; init; }

    /// <summary>The day on which the card was last gone through.</summary>
    public required LocalDate Reviewed { get; init; }
}
