namespace Inomya.Movement;

/// <summary>A number of the rules with where it is from.</summary>
public sealed class RuleNumber
{
    public double Value { get; init; }

    /// <summary>Key of <see cref="MovementRules.Sources"/>.</summary>
    public string Source { get; init; } = "";
}
