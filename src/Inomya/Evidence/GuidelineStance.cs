using Inomya.Medicines;

namespace Inomya.Evidence;

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
