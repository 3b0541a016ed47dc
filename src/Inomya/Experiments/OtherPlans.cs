using Inomya.Content;
using Inomya.Journals;
using Inomya.Series;

namespace Inomya.Experiments;

/// <summary>
/// Experiments whose plan is not one of blocks with and without something: a food trial, or how often one is asked.
/// </summary>
public static class OtherPlans
{
    public const string Food = "food",
        Tracking = "tracking";

    /// <summary>Those of a kind, the newest first.</summary>
    public static async Task<IReadOnlyList<Experiment>> OfAsync(
        Journal journal,
        string kind,
        CancellationToken stop = default
    ) => [.. (await journal.AllAsync<Experiment>(stop)).Where(e => e.Kind == kind).OrderByDescending(e => e.Start)];

    /// <summary>
    /// The one of any kind that waits or goes on; null when there is none. One about food does not while food is put
    /// away.
    /// </summary>
    public static async Task<Experiment?> OpenAsync(Journal journal, FoodTags food, CancellationToken stop = default)
    {
        var open = (await journal.AllAsync<Experiment>(stop))
            .Where(e => e.Kind is not null && e.StoppedOn is null && e.LastPlanned >= journal.Today)
            .ToList();
        if (open.Exists(e => e.Kind == Food) && await FoodPutAway.IsAsync(journal, food, stop))
            open.RemoveAll(e => e.Kind == Food);
        return open.FirstOrDefault();
    }

    /// <summary>Stops one that waits or goes on, for good; the plan stays as it was locked.</summary>
    /// <returns>The change; null when there was none that goes on.</returns>
    public static async Task<Change?> StopAsync(
        Journal journal,
        Experiment experiment,
        string reason,
        string? submission,
        CancellationToken stop = default
    ) =>
        experiment.StoppedOn is not null || experiment.LastPlanned < journal.Today
            ? null
            : await journal.RecordAsync(
                new Draft("experiment", submission).Correct(
                    experiment,
                    experiment with
                    {
                        StoppedOn = journal.Today,
                        StopReason = reason,
                    }
                ),
                stop
            );
}
