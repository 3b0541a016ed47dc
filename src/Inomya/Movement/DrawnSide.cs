namespace Inomya.Movement;

/// <summary>The joints of one side of the body; hand and toe are where these end.</summary>
public sealed class DrawnSide
{
    public List<double> Shoulder { get; init; } = [];
    public List<double> Elbow { get; init; } = [];
    public List<double> Wrist { get; init; } = [];
    public List<double> Hand { get; init; } = [];
    public List<double> Hip { get; init; } = [];
    public List<double> Knee { get; init; } = [];
    public List<double> Ankle { get; init; } = [];
    public List<double> Toe { get; init; } = [];
}
