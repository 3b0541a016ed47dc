using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Inomya.Journals;

public sealed partial class Journal
{
    /// <summary>
    /// Notes that somebody other than the person comes to this journal. To be called before anything is shown or done:
    /// where it fails, neither is.
    /// </summary>
    /// <param name="audit">Whose journal, when and its id are filled in here, whatever they are.</param>
    public async Task AuditAsync(Audit audit, CancellationToken stop = default)
    {
        _store.RefuseIfDamaged();
        var kept = audit with { PersonId = Person.Id, Id = _store.NextChangeId(), At = Now };
        await using var db = _store.Place.OpenDb(Person.Id);
        try
        {
            // no new version of the journal: nothing that is worked out from it is another for having been seen
            await using var all = await db.Database.BeginTransactionAsync(StopOr(stop));
            await RowWriter.InsertAsync(db, [kept], replace: false, StopOr(stop));
            await all.CommitAsync(StopOr(stop));
        }
        catch (DbException e)
        {
            throw Failed(e);
        }
    }

    /// <summary>Who came to this journal, newest first.</summary>
    /// <param name="most">How many at the most.</param>
    public Task<IReadOnlyList<Audit>> AuditsAsync(int most = 200, CancellationToken stop = default) =>
        ReadAsync(rows => rows.Of<Audit>().OrderByDescending(a => a.Id).Take(most), stop);
}
