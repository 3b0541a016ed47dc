namespace Inomya.Calm;

/// <summary>A pace to breathe by.</summary>
/// <param name="InSeconds">Seconds of breathing in.</param>
/// <param name="OutSeconds">Seconds of breathing out.</param>
/// <param name="Minutes">After so long it ends by itself.</param>
public sealed record BreathingPace(double InSeconds, double OutSeconds, int Minutes);
