using Inomya.Journals;
using NodaTime;

namespace Inomya.Movement;

/// <summary>The parts of the body, as exercises name them, that the person marked as painful on a day.</summary>
public static class PainToday
{
    private const string Pain = "pain";

    /// <returns>Empty also when nothing was marked: that is not a day without pain.</returns>
    public static async Task<IReadOnlySet<string>> PartsAsync(
        Journal journal,
        LocalDate day,
        MovementRules rules,
        CancellationToken stop = default
    )
    {
        var marked = (await journal.EntriesAsync(day, day, stop))
            .Where(e => e.Measure == Pain && e.Region is not null && e.Value > 0)
            .Select(e => e.Region!)
            .ToHashSet();
        return rules.PainRegions.Where(r => r.Value.Exists(marked.Contains)).Select(r => r.Key).ToHashSet();
    }
}
