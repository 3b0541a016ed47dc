using Inomya.Vocabulary;

namespace Inomya.Checkins;

/// <summary>An answer that cannot be recorded.</summary>
public sealed record RefusedAnswer(Question Question, double Value, RefusalReason Why);
