namespace Inomya.Movement;

/// <summary>One pose of a drawing. A point is [x, y], y downward.</summary>
public sealed class DrawnPhase
{
    /// <summary>"side", "front", or "close" for a part of the body that is drawn by shapes alone.</summary>
    public string View { get; init; } = "";
    public List<double> Head { get; init; } = [];
    public List<double> Neck { get; init; } = [];

    /// <summary>Where the face looks: [1, 0] to the right, [0, 0] at us.</summary>
    public List<double> Face { get; init; } = [];

    /// <summary>A point that the back bends through; empty where it is straight.</summary>
    public List<double> Back { get; init; } = [];

    /// <summary>The side of the body toward us; null where there is no figure.</summary>
    public DrawnSide? Near { get; init; }
    public DrawnSide? Far { get; init; }
    public List<DrawnProp> Props { get; init; } = [];
    public List<DrawnArrow> Arrows { get; init; } = [];
}
