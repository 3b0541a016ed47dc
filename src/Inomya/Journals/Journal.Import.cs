using Microsoft.EntityFrameworkCore;

namespace Inomya.Journals;

public sealed partial class Journal
{
    /// <summary>A change of nothing but samples that a device sent by itself.</summary>
    internal const string Arrival = "arrival";

    /// <summary>Takes in the facts and the samples of a file, in one change that can be undone.</summary>
    /// <remarks>
    /// A fact is known again by its id (<see cref="Recorded.ImportId"/>). The same fact is not written again; one that the file changed is
    /// corrected; one that the person corrected or removed by hand stays as they left it. A sample is known again by its
    /// measure, device, start and end.
    /// </remarks>
    /// <param name="tryOnly">Only count.</param>
    /// <param name="key">The submission's own id, when the same one could arrive twice.</param>
    public async Task<Imported> ImportAsync(
        IReadOnlyList<Recorded> facts,
        bool tryOnly = false,
        SampleBag? samples = null,
        string? key = null,
        CancellationToken stop = default
    )
    {
        var import = await CompareAsync(facts, key, stop);
        var (added, same, changed) = await CompareAsync(samples, import.Draft, stop);
        var change = tryOnly || import.Draft.IsEmpty ? null : await RecordAsync(import.Draft, stop);
        return new Imported(import.Added + added, import.Same + same, import.Changed + changed, change);
    }

    /// <summary>Takes in what a device sent by itself: as <see cref="ImportAsync"/>, and what came in many small parts is laid together.</summary>
    public async Task<Imported> ArriveAsync(
        IReadOnlyList<Recorded> facts,
        SampleBag? samples,
        CancellationToken stop = default
    )
    {
        var import = await CompareAsync(facts, key: null, stop);
        var kind = import.Draft.IsEmpty ? Arrival : "import";
        var draft = import.Draft.As(kind);
        var (added, same, changed) = await CompareAsync(samples, draft, stop);
        var change = draft.IsEmpty ? null : await RecordAsync(draft, stop);
        if (change is { Kind: Arrival })
            await WriteAsync(
                db => TablesIn(db).LayTogetherAsync(draft.Added.OfType<SampleBlock>(), change, stop),
                stop
            );
        return new Imported(import.Added + added, import.Same + same, import.Changed + changed, change);
    }

    private async Task<(int Added, int Same, int Changed)> CompareAsync(
        SampleBag? bag,
        Draft draft,
        CancellationToken stop
    )
    {
        if (bag is null or { Count: 0 })
            return default;
        await using var db = _store.Place.OpenDb(Person.Id);
        var samples = new SampleImport(TablesIn(db));
        await samples.TakeAsync(bag, StopOr(stop));
        samples.Blocks.ForEach(block => draft.Add(block));
        return ((int)samples.Added, (int)samples.Same, (int)samples.Changed);
    }

    private async Task<ImportDraft> CompareAsync(IReadOnlyList<Recorded> facts, string? key, CancellationToken stop)
    {
        await using var db = _store.Place.OpenDb(Person.Id);
        var rows = new PersonRows(db);
        var import = new ImportDraft(await ChangesByHandAsync(rows, StopOr(stop)), key);
        foreach (var table in FactTable.All)
        {
            var latest = await table.LatestAsync(rows, facts, StopOr(stop));
            foreach (var fact in facts.Where(table.Holds).DistinctBy(f => f.Id))
                import.Take(fact, latest.GetValueOrDefault(fact.Id));
        }
        return import;
    }

    private static Task<HashSet<Guid>> ChangesByHandAsync(PersonRows rows, CancellationToken stop) =>
        rows.Of<Change>()
            .Where(c => c.Kind != "import" && c.Kind != Arrival && c.Kind != "undo")
            .Select(c => c.Id)
            .ToHashSetAsync(stop);
}
