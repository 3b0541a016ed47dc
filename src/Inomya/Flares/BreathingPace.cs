namespace Inomya.Flares;

/// <summary>A pace to breathe by.</summary>
public sealed class BreathingPace
{
    public int InSeconds { get; set; }
    public int OutSeconds { get; set; }

    /// <summary>After so long it ends by itself.</summary>
    public int Minutes { get; set; }
}
