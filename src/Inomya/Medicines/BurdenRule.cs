namespace Inomya.Medicines;

/// <summary>An effect that adds up over medicines.</summary>
/// <param name="Weights">What each group adds; of several that match, the highest counts.</param>
/// <param name="Levels">From which sum on it is told, mildest first.</param>
public sealed record BurdenRule(
    string Id,
    IReadOnlyList<BurdenWeight> Weights,
    IReadOnlyList<BurdenLevel> Levels,
    string Action,
    Basis Basis
) : IRule;
