using NodaTime;

namespace Inomya.Pacing;

/// <summary>A day of too much that was followed by a day of little.</summary>
public sealed record Bust(LocalDate Boom, LocalDate Day);
