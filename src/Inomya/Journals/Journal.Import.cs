using Microsoft.EntityFrameworkCore;

namespace Inomya.Journals;

public sealed partial class Journal
{
    /// <summary>Takes in the facts of a file, in one change that can be undone.</summary>
    /// <remarks>
    /// A fact is known again by its id (<see cref="Recorded.ImportId"/>). The same fact is not written again; one that the file changed is
    /// corrected; one that the person corrected or removed by hand stays as they left it.
    /// </remarks>
    /// <param name="tryOnly">Only count.</param>
    public async Task<Imported> ImportAsync(
        IReadOnlyList<Recorded> facts,
        bool tryOnly = false,
        CancellationToken stop = default
    )
    {
        var import = await CompareAsync(facts, stop);
        var change = tryOnly || import.Draft.IsEmpty ? null : await RecordAsync(import.Draft, stop);
        return new Imported(import.Added, import.Same, import.Changed, change);
    }

    private async Task<ImportDraft> CompareAsync(IReadOnlyList<Recorded> facts, CancellationToken stop)
    {
        await using var db = _store.Place.OpenDb();
        var rows = new PersonRows(db, Person.Id);
        var import = new ImportDraft(await ChangesByHandAsync(rows, StopOr(stop)));
        foreach (var table in FactTable.All)
        {
            var latest = await table.LatestAsync(rows, facts, StopOr(stop));
            foreach (var fact in facts.Where(table.Holds).DistinctBy(f => f.Id))
                import.Take(fact, latest.GetValueOrDefault(fact.Id));
        }
        return import;
    }

    private static Task<HashSet<Guid>> ChangesByHandAsync(PersonRows rows, CancellationToken stop) =>
        rows.Of<Change>().Where(c => c.Kind != "import" && c.Kind != "undo").Select(c => c.Id).ToHashSetAsync(stop);
}
