using System.Data.Common;
using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Inomya.Journals;

/// <summary>One encrypted file that holds a whole journal, whichever storage it comes from or goes to.</summary>
/// <remarks>
/// Inside are a manifest and a SQLite journal, compressed, in authenticated chunks (<see cref="BackupSealer"/>).
/// Everything is streamed; memory does not grow with the journal. Whatever is made is made beside its place and moved
/// there when it is whole.
/// </remarks>
public static class Backup
{
    /// <summary>Writes a backup of a journal as it is at this moment; others may go on writing to it.</summary>
    /// <param name="workFolder">
    /// For the plain snapshot while it is being encrypted: the data folder, which is the owner's alone.
    /// </param>
    /// <param name="of">Whose journal; null for everyone's.</param>
    /// <exception cref="BackupException">Another backup is under way.</exception>
    /// <exception cref="JournalStorageException">The journal cannot be read.</exception>
    public static async Task<BackupManifest> WriteAsync(
        JournalPlace place,
        string file,
        BackupKey key,
        string workFolder,
        IClock clock,
        Guid? of = null,
        CancellationToken stop = default
    )
    {
        using var work = BackupWork.In(workFolder);
        try
        {
            await SnapshotAsync(place, work.Snapshot, of, stop);
            var manifest = BackupManifest.Of(work.Snapshot, clock.GetCurrentInstant(), stop);
            await WriteWholeAsync(file, key, manifest, work.Snapshot, stop);
            return manifest;
        }
        catch (DbException e)
        {
            throw new JournalStorageException($"{place.Name}: no backup was made. {e.Message}", e);
        }
    }

    private static async Task WriteWholeAsync(
        string file,
        BackupKey key,
        BackupManifest manifest,
        string snapshot,
        CancellationToken stop
    )
    {
        var half = $"{file}.part";
        try
        {
            await using (var target = PrivateFile.Create(half))
            {
                await SealAsync(target, key, manifest, snapshot, stop);
                target.Flush(flushToDisk: true);
            }
            File.Move(half, file, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
    }

    /// <summary>
    /// The restore drill: restores to the work folder, compares every table with the manifest, and leaves nothing
    /// behind.
    /// </summary>
    /// <exception cref="BackupException">It cannot be opened, or what it holds is not what it says.</exception>
    public static async Task<BackupManifest> VerifyAsync(
        string file,
        BackupKey key,
        string workFolder,
        CancellationToken stop = default
    )
    {
        using var work = BackupWork.In(workFolder);
        return await UnpackAsync(file, key, work.Snapshot, stop);
    }

    /// <summary>What kind of key a backup was made with.</summary>
    /// <exception cref="BackupException">"not-a-backup" or "newer".</exception>
    public static BackupKeyKind KeyKindOf(string file)
    {
        using var source = File.OpenRead(file);
        return BackupHeader.Read(source).Kind;
    }

    /// <summary>
    /// Puts a journal back: into a place that has none, beside those of others in a database, or in the place of a file,
    /// which is kept beside.
    /// </summary>
    /// <param name="replaceAt">
    /// Null to refuse a place that has a journal; else the time that the old file gets in its name.
    /// </param>
    /// <param name="workFolder">The folder of the new journal, or any private one for a database.</param>
    /// <param name="ofOne">Refuses a backup that holds more than one person's journal.</param>
    /// <returns>What was restored, and where the file it replaced is now.</returns>
    public static async Task<(BackupManifest Manifest, string? Old)> RestoreAsync(
        string file,
        BackupKey key,
        JournalPlace place,
        string workFolder,
        IClock clock,
        Instant? replaceAt = null,
        bool ofOne = false,
        CancellationToken stop = default
    )
    {
        if (place.File is { } there && File.Exists(there) && replaceAt is null)
            throw new BackupException("there-is-a-journal");
        using var work = BackupWork.In(workFolder);
        var manifest = await UnpackAsync(file, key, work.Snapshot, stop);
        // opening it brings an older schema up to date and refuses a newer one, while it still stands beside
        var restored = JournalPlace.InFile(work.Snapshot);
        var store = await JournalStore.OpenAsync(restored, clock, stop);
        if (ofOne && (await store.PeopleAsync(stop)).Count > 1)
            throw new BackupException("others-too");
        await CloseLinksAsync(restored, stop);
        if (place.File is null)
            await IntoDatabaseAsync(restored, place, clock, stop);
        restored.Close();
        return (
            manifest,
            place.File is { } target ? Place(work.Snapshot, target, replaceAt ?? clock.GetCurrentInstant()) : null
        );
    }

    /// <summary>A link that was ended since the backup was made must not open again.</summary>
    private static async Task CloseLinksAsync(JournalPlace restored, CancellationToken stop)
    {
        await using var db = restored.OpenForNobody();
        await db.Database.ExecuteSqlAsync($"DELETE FROM link_files", stop);
    }

    internal static async Task SnapshotAsync(JournalPlace place, string snapshot, Guid? of, CancellationToken stop)
    {
        if (place.File is { } file && !File.Exists(file))
            throw new BackupException("no-journal");
        await using var db = place.OpenForNobody();
        if (place.File is null || of is not null)
        {
            await CopyAsync(db, snapshot, of, stop);
            return;
        }
        PrivateFile.Create(snapshot).Dispose();
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {snapshot}", stop);
    }

    private static async Task CopyAsync(JournalDb from, string snapshot, Guid? of, CancellationToken stop)
    {
        var copy = JournalPlace.InFile(snapshot);
        PrivateFile.Create(snapshot).Dispose();
        await using (var to = copy.OpenForNobody())
        {
            await to.Database.MigrateAsync(stop);
            await BackupRows.CopyAsync(from, to, of, stop);
        }
        copy.Close();
    }

    private static async Task SealAsync(
        FileStream target,
        BackupKey key,
        BackupManifest manifest,
        string snapshot,
        CancellationToken stop
    )
    {
        var (header, chunkKey) = BackupHeader.New(key);
        var head = header.ToBytes();
        target.Write(head);
        await using var sealer = new BackupSealer(target, chunkKey, head);
        await PackAsync(sealer, manifest, snapshot, stop);
        sealer.Complete();
    }

    private static async Task PackAsync(
        BackupSealer sealer,
        BackupManifest manifest,
        string snapshot,
        CancellationToken stop
    )
    {
        await using var packed = new ZLibStream(sealer, CompressionLevel.Fastest, leaveOpen: true);
        manifest.Write(packed);
        await using var plain = File.OpenRead(snapshot);
        await plain.CopyToAsync(packed, stop);
    }

    /// <summary>Opens a backup into a journal file and checks every table of it.</summary>
    private static async Task<BackupManifest> UnpackAsync(
        string file,
        BackupKey key,
        string into,
        CancellationToken stop
    )
    {
        var manifest = await DecryptAsync(file, key, into, stop);
        return IsWhole(into) && manifest.Tables.SequenceEqual(BackupManifest.Of(into, default, stop).Tables)
            ? manifest
            : throw new BackupException("not-as-it-says");
    }

    private static async Task<BackupManifest> DecryptAsync(
        string file,
        BackupKey key,
        string into,
        CancellationToken stop
    )
    {
        await using var source = File.OpenRead(file);
        var header = BackupHeader.Read(source);
        await using var opener = new BackupOpener(source, header.KeyOf(key), header.ToBytes());
        await using var packed = new ZLibStream(opener, CompressionMode.Decompress, leaveOpen: true);
        var manifest = BackupManifest.Read(packed);
        await using var target = PrivateFile.Create(into);
        await packed.CopyToAsync(target, stop);
        // to the end, so that the last chunk is checked too
        await opener.CopyToAsync(Stream.Null, stop);
        target.Flush(flushToDisk: true);
        return manifest;
    }

    private static bool IsWhole(string file)
    {
        using var db = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()
        );
        db.Open();
        using var check = db.CreateCommand();
        check.CommandText = "PRAGMA journal_mode = WAL; PRAGMA integrity_check";
        using var rows = check.ExecuteReader();
        return rows.NextResult() && rows.Read() && rows.GetString(0) == "ok";
    }

    private static async Task IntoDatabaseAsync(
        JournalPlace restored,
        JournalPlace place,
        IClock clock,
        CancellationToken stop
    )
    {
        await JournalStore.OpenAsync(place, clock, stop);
        await using var from = restored.OpenForNobody();
        await using var to = place.OpenForNobody();
        await BackupRows.CopyAsync(from, to, of: null, stop);
    }

    private static string? Place(string restored, string target, Instant replaceAt)
    {
        if (JournalPlace.FilesOf(target).All(f => !File.Exists(f)))
        {
            File.Move(restored, target);
            return null;
        }
        var old = $"{target}.{replaceAt:uuuuMMdd'T'HHmmss'Z'}.old";
        LetGo(target);
        MoveFiles(target, old);
        try
        {
            // whoever opened the path in between made an empty file there
            foreach (var stray in JournalPlace.FilesOf(target))
                File.Delete(stray);
            File.Move(restored, target);
            // nor does anybody write on into the file that was moved away
            JournalPlace.CloseFiles();
        }
        catch (IOException)
        {
            MoveFiles(old, target);
            throw;
        }
        return File.Exists(old) ? old : null;
    }

    private static void MoveFiles(string from, string to)
    {
        foreach (var (now, then) in JournalPlace.FilesOf(from).Zip(JournalPlace.FilesOf(to)))
            if (File.Exists(now))
                File.Move(now, then, overwrite: true);
    }

    /// <summary>Brings a journal file to rest, in one file; refuses while another process has it open.</summary>
    private static void LetGo(string file)
    {
        JournalPlace.CloseFiles();
        // a log that was left alone belongs to a journal that is gone: SQLite would write it into the next one
        if (!File.Exists(file))
            return;
        try
        {
            IntoOneFile(file);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SqliteError.Busy or SqliteError.Locked)
        {
            throw new BackupException("journal-in-use", e);
        }
        catch (SqliteException)
        {
            // damaged beyond opening, which is why it is being replaced: it is kept as it is
        }
    }

    private static void IntoOneFile(string file)
    {
        using var db = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Pooling = false,
                DefaultTimeout = 2,
            }.ToString()
        );
        db.Open();
        using var rest = db.CreateCommand();
        rest.CommandText = "PRAGMA journal_mode = DELETE";
        rest.ExecuteNonQuery();
    }
}
