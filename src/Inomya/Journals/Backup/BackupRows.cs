using System.Data;
using Microsoft.EntityFrameworkCore;

namespace Inomya.Journals;

/// <summary>Copies every row of every table of the model from one storage to another, a row at a time.</summary>
internal static class BackupRows
{
    /// <summary>All rows as they are at one moment, into empty tables; all of them or none.</summary>
    public static async Task CopyAsync(JournalDb from, JournalDb to, CancellationToken stop)
    {
        await using var moment = await from.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        await using var all = await to.Database.BeginTransactionAsync(stop);
        foreach (var table in Tables(from))
            await table.CopyAsync(from, to, stop);
        await all.CommitAsync(stop);
    }

    /// <summary>Is there any row at all?</summary>
    public static async Task<bool> AnyAsync(JournalDb db, CancellationToken stop)
    {
        foreach (var table in Tables(db))
            if (await table.AnyAsync(db, stop))
                return true;
        return false;
    }

    private static IEnumerable<Table> Tables(JournalDb db) =>
        db
            .Model.GetEntityTypes()
            .Select(t => (Table)Activator.CreateInstance(typeof(Table<>).MakeGenericType(t.ClrType))!);

    private abstract class Table
    {
        public abstract Task CopyAsync(JournalDb from, JournalDb to, CancellationToken stop);

        public abstract Task<bool> AnyAsync(JournalDb db, CancellationToken stop);
    }

#pragma warning disable RS0030 // a backup is of everyone: whole tables, not one person's rows
    private sealed class Table<T> : Table
        where T : class
    {
        public override Task CopyAsync(JournalDb from, JournalDb to, CancellationToken stop) =>
            RowWriter.InsertAsync(to, from.Set<T>().AsNoTracking().AsEnumerable(), replace: false, stop);

        public override Task<bool> AnyAsync(JournalDb db, CancellationToken stop) => db.Set<T>().AnyAsync(stop);
    }
#pragma warning restore RS0030
}
