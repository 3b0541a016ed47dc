namespace Inomya.Medicines;

/// <summary>A combination that matters.</summary>
/// <param name="Number">Its row in the list it was taken from; null for a row of our own.</param>
/// <param name="Sides">Two, or three where only all three together matter.</param>
/// <param name="FromAge">Applies from this age in years, where the age is known to be reached; null at any age.</param>
/// <param name="Mechanism">
/// Of the rules of one mechanism that hold for two names only the one that weighs most is told; null: always told.
/// </param>
/// <param name="Text">Last part of the locale key of what could happen; rules with the same effect share it.</param>
/// <param name="Action">Last part of the locale key of what to do.</param>
public sealed record CombinationRule(
    string Id,
    string? Mechanism,
    string Text,
    int? Number,
    FindingKind Kind,
    Severity Severity,
    IReadOnlyList<RuleSide> Sides,
    int? FromAge,
    string Action,
    Basis Basis
) : IRule;
