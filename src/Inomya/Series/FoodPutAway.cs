using Inomya.Content;
using Inomya.Journals;

namespace Inomya.Series;

/// <summary>
/// Whether everything about food is put away: with an eating disorder, counting and leaving out can do harm.
/// </summary>
public static class FoodPutAway
{
    /// <summary>A condition that goes on names an eating disorder.</summary>
    public static async Task<bool> IsAsync(Journal journal, FoodTags tags, CancellationToken stop = default) =>
        (await journal.AllAsync<HistoryItem>(stop)).Any(h =>
            h.Kind == HistoryKind.Condition && h.Until is null && tags.PutsAway(h.Text)
        );
}
