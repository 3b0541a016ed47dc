using System.Data;
using Microsoft.EntityFrameworkCore;

namespace Inomya.Journals;

/// <summary>
/// Copies every row of every table of the model from one storage to another, a row at a time: one person after the
/// other, since a server gives out nobody else's.
/// </summary>
internal static class BackupRows
{
    /// <summary>All rows as they are at one moment, into tables that have none of these people; all of them or none.</summary>
    /// <param name="of">Whose; null for everyone's.</param>
    /// <exception cref="BackupException">"there-already": one of them has a journal there.</exception>
    public static async Task CopyAsync(JournalDb from, JournalDb to, Guid? of, CancellationToken stop)
    {
        await using var moment = await from.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        await using var all = await to.Database.BeginTransactionAsync(stop);
        var there = await PeopleAsync(to, stop);
        foreach (var person in (await PeopleAsync(from, stop)).Where(p => of is null || p == of))
        {
            if (there.Contains(person))
                throw new BackupException("there-already");
            from.Person = to.Person = person;
            foreach (var table in ArchiveTable.Of(from.Model))
                await table.CopyAsync(from, to, stop);
        }
        await all.CommitAsync(stop);
    }

    private static async Task<List<Guid>> PeopleAsync(JournalDb db, CancellationToken stop) =>
        (await JournalStore.PeopleIn(db).ToListAsync(stop)).ConvertAll(p => p.Id);
}
