namespace Inomya.LookAlikes;

/// <param name="Had">Newest first; empty when none is recorded.</param>
public sealed record TestStanding(ConditionTest Test, IReadOnlyList<TestHad> Had);
