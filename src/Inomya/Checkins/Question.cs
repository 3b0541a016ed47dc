namespace Inomya.Checkins;

/// <summary>One question of a check-in: a measure, and a body region where it is asked by region.</summary>
public readonly record struct Question(string Measure, string? Region = null);
