namespace Inomya.Movement;

/// <summary>A thing beside the figure.</summary>
public sealed class DrawnProp
{
    /// <summary>floor, wall, rail, step, mat, pillow, band, weight, chair, chair-front, bike, water, shape.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Where it stands, for things of a fixed form.</summary>
    public List<double> At { get; init; } = [];

    /// <summary>"left" for a chair whose back is at the right.</summary>
    public string? Faces { get; init; }
    public List<List<double>> Points { get; init; } = [];

    /// <summary>Of a shape, in units of the drawing.</summary>
    public double Width { get; init; }

    /// <summary>Of a shape: near or far.</summary>
    public string? Tone { get; init; }

    /// <summary>Drawn over the figure.</summary>
    public bool Front { get; init; }
}
