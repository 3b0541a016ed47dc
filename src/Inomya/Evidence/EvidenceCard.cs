using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Treatments;
using NodaTime;

namespace Inomya.Evidence;

/// <summary>What one guideline says about one treatment.</summary>
public enum Stance
{
    NoStatement,
    StrongFor,
    WeakFor,
    For,
    Consider,
    PartOfCare,
    WeakAgainst,
    StrongAgainst,
    Against,
    Insufficient,
}

/// <summary>How sure the body of evidence is, in GRADE's words.</summary>
public enum Certainty
{
    NotStated,
    VeryLow,
    Low,
    Moderate,
    High,
}

/// <summary>A rough size: of money, hours or effort.</summary>
public enum Size
{
    None,
    Low,
    Medium,
    High,
}

/// <summary>Whether trying a treatment on and off by oneself makes sense and is safe.</summary>
public enum OnOffTrial
{
    Allowed,

    /// <summary>Has withdrawal effects or is prescribed: planned with a doctor or not at all.</summary>
    DoctorOnly,

    /// <summary>What it does stays too long, or is not of that kind.</summary>
    NotUseful,
}

/// <summary>One guideline's stance, kept apart from all others: guidelines disagree, and that is shown.</summary>
/// <param name="Body">Who says it: "EULAR", "NICE".</param>
/// <param name="Grade">Grade of recommendation as the guideline writes it; null when it gives none.</param>
/// <param name="Level">Level of evidence as the guideline writes it; null when it gives none.</param>
/// <param name="Agreement">Share of its group that agreed, as written; null when it gives none.</param>
/// <param name="Population">
/// Last part of the locale key treatment.population.KEY, where it is not about fibromyalgia; else null.
/// </param>
public sealed record GuidelineStance(
    string Body,
    int Year,
    Stance Stance,
    string? Grade,
    string? Level,
    string? Agreement,
    string? Population,
    Basis Basis
);

/// <summary>
/// A published effect. Which numbers there are depends on <paramref name="Key"/>; the sentence is treatment.effect.KEY.
/// </summary>
/// <param name="With">How many of <paramref name="Per"/> had the outcome with the treatment.</param>
/// <param name="Without">How many of <paramref name="Per"/> had it without.</param>
/// <param name="Change">A difference on the scale that the sentence names.</param>
/// <param name="Low">Lower end of its 95 % interval, or of the range given.</param>
/// <param name="High">Upper end.</param>
public sealed record PublishedEffect(
    string Key,
    double? With,
    double? Without,
    int? Per,
    double? Change,
    double? Low,
    double? High,
    Certainty Certainty,
    Basis Basis
);

/// <summary>Where a medicine is approved for fibromyalgia, and since when.</summary>
public sealed record Approval(string Where, LocalDate? Since, Basis Basis);

/// <summary>A span of days, such as the time until a first effect.</summary>
public readonly record struct DayRange(int From, int To);

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
