using NodaTime;

namespace Inomya.Backups;

/// <summary>How putting a backup back went, when it was tried beside the running journal.</summary>
/// <param name="At">When it was tried.</param>
/// <param name="MadeAt">The moment the backup holds.</param>
/// <param name="Copy">Which file.</param>
/// <param name="Pages">How many pages were the same.</param>
/// <param name="OfPages">Of how many.</param>
/// <param name="Counts">How many counts were the same.</param>
/// <param name="OfCounts">Of how many.</param>
/// <param name="Different">Addresses of pages and names of counts that were not.</param>
public sealed record DrillResult(
    Instant At,
    Instant MadeAt,
    string Copy,
    int Pages,
    int OfPages,
    int Counts,
    int OfCounts,
    IReadOnlyList<string> Different
)
{
    /// <summary>A drill that compared nothing has shown nothing.</summary>
    public bool Passed => OfPages > 0 && OfCounts > 0 && Pages == OfPages && Counts == OfCounts;
}
