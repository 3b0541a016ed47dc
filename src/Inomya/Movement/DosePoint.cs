namespace Inomya.Movement;

/// <summary>What studies found at so many minutes a week.</summary>
public sealed class DosePoint
{
    public double Minutes { get; init; }

    /// <summary>In standard deviations (SMD); below 0 is better.</summary>
    public double Change { get; init; }

    /// <summary>Lower and upper end of the 95 % interval.</summary>
    public double Low { get; init; }
    public double High { get; init; }

    /// <summary>Key of <see cref="MovementRules.Sources"/>.</summary>
    public string Source { get; init; } = "";
}
