using Inomya.Content;
using Inomya.Journals;

namespace Inomya.Series;

/// <summary>
/// Whether everything about food is put away: with an eating disorder, counting and leaving out can do harm.
/// </summary>
public static class FoodPutAway
{
    /// <summary>The gate that asks for it.</summary>
    public const string Gate = "eating-disorder";

    /// <summary>It was told, as a condition or as the answer to the gate.</summary>
    public static async Task<bool> IsAsync(Journal journal, FoodTags tags, CancellationToken stop = default) =>
        await ByConditionAsync(journal, tags, stop) || await ByAnswerAsync(journal, stop);

    /// <summary>A condition that goes on names an eating disorder.</summary>
    public static async Task<bool> ByConditionAsync(Journal journal, FoodTags tags, CancellationToken stop = default) =>
        (await journal.AllAsync<HistoryItem>(stop)).Any(h =>
            h.Kind == HistoryKind.Condition && h.Until is null && tags.PutsAway(h.Text)
        );

    /// <summary>
    /// The gate was answered with yes. That does not grow old: it stays put away until the person says otherwise.
    /// </summary>
    public static async Task<bool> ByAnswerAsync(Journal journal, CancellationToken stop = default) =>
        (await journal.FindAsync<GateAnswer>(GateAnswer.IdOf(Gate), stop)) is { Yes: true };
}
