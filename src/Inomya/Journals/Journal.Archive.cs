using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Inomya.Journals;

public sealed partial class Journal
{
    /// <summary>Is this an archive that <see cref="WriteArchiveAsync"/> wrote? The stream is left at its start.</summary>
    /// <param name="file">Can be read from the start again.</param>
    public static bool IsArchive(Stream file) => ArchiveReader.Recognises(file);

    /// <summary>
    /// Writes every row of this person, each version of each fact and each change too, as they are at one moment.
    /// </summary>
    /// <param name="readme">What a person reads who finds the file.</param>
    /// <param name="withoutSecrets">What may stand of a setting, and the names of what was left out.</param>
    public async Task WriteArchiveAsync(
        Stream to,
        string readme,
        Func<Setting, (Setting? Kept, IReadOnlyList<string> LeftOut)> withoutSecrets,
        CancellationToken stop = default
    )
    {
        await using var db = _store.Place.OpenDb(Person.Id);
        try
        {
            await using var moment = await MomentAsync(db, StopOr(stop));
            var rows = new PersonRows(db);
            var settings = await rows.Of<Setting>().Where(s => s.Key != JournalVersion.Key).ToListAsync(StopOr(stop));
            var parted = settings.ConvertAll(s => withoutSecrets(s));
            using var archive = new ArchiveWriter(to, Now.ToDateTimeOffset());
            archive.AddText("README.txt", readme);
            await AddTablesAsync(
                archive,
                ArchiveTable.Of(db.Model),
                rows,
                [.. parted.Select(p => p.Kept).OfType<object>()]
            );
            archive.AddManifest([.. parted.SelectMany(p => p.LeftOut)]);
        }
        catch (DbException e)
        {
            throw Failed(e);
        }
    }

    private static async Task AddTablesAsync(
        ArchiveWriter archive,
        IReadOnlyList<ArchiveTable> tables,
        PersonRows rows,
        IReadOnlyList<object> settings
    )
    {
        foreach (var table in tables)
        {
            await archive.AddJsonAsync(table, RowsOf());
            await archive.AddCsvAsync(table, RowsOf());

            IAsyncEnumerable<object> RowsOf() =>
                table.Type.ClrType == typeof(Setting) ? settings.ToAsyncEnumerable() : table.ReadAsync(rows);
        }
    }

    /// <summary>Takes an archive in, all of it or nothing: see <see cref="ArchiveImport"/>.</summary>
    /// <param name="name">What it is called, for messages.</param>
    /// <param name="tryOnly">Only count.</param>
    /// <exception cref="ArchiveException">It is not what its manifest says.</exception>
    public async Task<ArchiveTaken> TakeInAsync(
        Stream file,
        string name,
        bool tryOnly = false,
        CancellationToken stop = default
    )
    {
        using var archive = await ArchiveReader.OpenAsync(file, name, StopOr(stop));
        await using var db = _store.Place.OpenDb(Person.Id);
        try
        {
            return await TakeInAsync(db, archive, tryOnly, StopOr(stop));
        }
        catch (DbException e)
        {
            throw Failed(e);
        }
    }

    private async Task<ArchiveTaken> TakeInAsync(
        JournalDb db,
        ArchiveReader archive,
        bool tryOnly,
        CancellationToken stop
    )
    {
        await using var all = await db.Database.BeginTransactionAsync(stop);
        var import = new ArchiveImport(db, new PersonRows(db), archive, TablesIn(db));
        var taken = await import.RunAsync(stop);
        if (taken.Added + taken.Changed > 0 && !tryOnly)
        {
            await JournalVersion.NextAsync(db, Person.Id, stop);
            await all.CommitAsync(stop);
        }
        return taken;
    }

    /// <summary>Others go on writing meanwhile: SQLite's own beginning would keep them waiting.</summary>
    private static async Task<IDbContextTransaction> MomentAsync(JournalDb db, CancellationToken stop)
    {
        if (db.Database.GetDbConnection() is not SqliteConnection file)
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        await db.Database.OpenConnectionAsync(stop);
        return (await db.Database.UseTransactionAsync(file.BeginTransaction(deferred: true), stop))!;
    }
}
