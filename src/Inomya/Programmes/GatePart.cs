namespace Inomya.Programmes;

/// <summary>What gates can close, such as "sleep.window".</summary>
/// <remarks>Its words are <c>gate.part.ID</c>.</remarks>
public sealed class GatePart
{
    public string Id { get; set; } = "";

    /// <summary>The page above it, to which the way back leads.</summary>
    public string Path { get; set; } = "";
}
