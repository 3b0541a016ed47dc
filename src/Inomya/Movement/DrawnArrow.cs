namespace Inomya.Movement;

/// <summary>How a part moves.</summary>
public sealed class DrawnArrow
{
    public List<double> From { get; init; } = [];
    public List<double> To { get; init; } = [];

    /// <summary>How far it bulges to the left of its way; 0 is straight.</summary>
    public double Bend { get; init; }

    /// <summary>Has a head at both ends.</summary>
    public bool Both { get; init; }
}
