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
        var draft = new Draft("import");
        var same = 0;
        var changed = 0;
        await using (var db = _store.Place.OpenDb())
        {
            var rows = new PersonRows(db, Person.Id);
            var byHand = await rows.Of<Change>()
                .Where(c => c.Kind != "import" && c.Kind != "undo")
                .Select(c => c.Id)
                .ToHashSetAsync(stop);
            foreach (var table in FactTable.All)
            {
                var latest = await table.LatestAsync(rows, facts, stop);
                foreach (var fact in facts.Where(table.Holds).DistinctBy(f => f.Id))
                {
                    if (!latest.TryGetValue(fact.Id, out var there))
                        draft.Add(fact);
                    else if (
                        there.VoidedById is { } taken
                            ? byHand.Contains(taken)
                            : byHand.Contains(there.ChangeId) || IsSame(there, fact)
                    )
                        same++;
                    else if (there.VoidedById is null)
                        Correct(there, fact);
                    else
                        draft.Add(fact);
                }
            }
        }
        var added = draft.Added.Count - changed;
        var change = tryOnly || draft.IsEmpty ? null : await RecordAsync(draft, stop);
        return new Imported(added, same, changed, change);

        void Correct(Recorded there, Recorded fact)
        {
            changed++;
            draft.Remove(there).Add(fact);
        }
    }

    private static bool IsSame(Recorded there, Recorded fact) =>
        there with
        {
            PersonId = default,
            ChangeId = default,
            VoidedById = null,
        } == fact with { PersonId = default, ChangeId = default, VoidedById = null };
}
