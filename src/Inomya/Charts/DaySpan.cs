using NodaTime;

namespace Inomya.Charts;

/// <summary>Some days in a row.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, which counts.</param>
public sealed record DaySpan(LocalDate From, LocalDate To);
