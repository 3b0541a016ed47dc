using NodaTime;

namespace Inomya.Treatments;

/// <summary>What to know before one more dose of a course is taken.</summary>
/// <param name="Last">When the same was last taken; null when no time is known.</param>
/// <param name="Warnings">What speaks against one more now; empty when nothing does by what is noted.</param>
/// <param name="CountsOpen">Planned doses without an answer were counted as taken.</param>
public sealed record BeforeTaking(Instant? Last, IReadOnlyList<DoseWarning> Warnings, bool CountsOpen)
{
    public static BeforeTaking Nothing { get; } = new(null, [], false);
}
