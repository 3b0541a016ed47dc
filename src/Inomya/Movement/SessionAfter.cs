using Inomya.Journals;

namespace Inomya.Movement;

/// <summary>A session with what came after it.</summary>
/// <param name="Rise">The largest rise above the usual on the days after, on a scale of 10; NaN when not known.</param>
public sealed record SessionAfter(MovementSession Session, Aftermath After, double Rise);
