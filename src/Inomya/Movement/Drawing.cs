namespace Inomya.Movement;

/// <summary>The line drawing of an exercise as data: content/exercises/drawings.yaml says what the numbers mean.</summary>
public sealed class Drawing
{
    /// <summary>The floor of every drawing, in its own units.</summary>
    public const double Floor = 180;

    public string Id { get; init; } = "";

    /// <summary>What is shown: x, y, width, height.</summary>
    public List<double> Box { get; init; } = [];

    /// <summary>Things that stand in every phase.</summary>
    public List<DrawnProp> Props { get; init; } = [];

    /// <summary>In the order of the movement.</summary>
    public List<DrawnPhase> Phases { get; init; } = [];
}
