namespace Inomya.Checkins;

/// <summary>An answer that cannot be recorded.</summary>
/// <param name="Why">Last part of the locale key refused.WHY.</param>
public sealed record RefusedAnswer(Question Question, double Value, string Why);
