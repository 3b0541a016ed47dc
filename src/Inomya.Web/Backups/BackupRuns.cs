using Inomya.Backups;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Web.Backups;

/// <summary>Backups of the journal that this app is run on: by the plan, and on a tap.</summary>
public sealed class BackupRuns(RunningJournal running, BackupSecrets secrets)
{
    /// <summary>The data folder; null where the journal is in a database, whose host makes the backups.</summary>
    public Task<string?> FolderAsync(CancellationToken stop = default) =>
        WithAsync((store, _) => Task.FromResult(FolderOf(store)), stop);

    /// <summary>Makes one now. How it went is written down; nothing that fails is silent.</summary>
    public Task<BackupLog> RunAsync(CancellationToken stop = default) =>
        WithAsync(
            async (store, person) =>
            {
                if (FolderOf(store) is not { } folder)
                    return new BackupLog();
                var round = new BackupRound(store, folder, BackupPlan.Read(folder), secrets.Unprotect);
                return await round.RunAsync(await ZoneOfAsync(store, person, stop), stop);
            },
            stop
        );

    /// <summary>Where the person's days begin and end; this machine's zone while the journal does not say.</summary>
    public Task<DateTimeZone> ZoneAsync(CancellationToken stop = default) =>
        WithAsync((store, person) => ZoneOfAsync(store, person, stop), stop);

    private BackupKey KeyIn(string folder) => BackupRound.KeyOf(BackupPlan.Read(folder), secrets.Unprotect);

    /// <summary>Tries out a copy beside the running journal; how it went is written down.</summary>
    /// <exception cref="BackupException">The copy does not open, or a drill is under way.</exception>
    /// <exception cref="BackupPlaceException">The copy cannot be brought here.</exception>
    public Task<DrillResult> DrillAsync(IBackupPlace place, BackupCopy copy, CancellationToken stop = default) =>
        WithAsync(
            async (store, _) =>
            {
                var folder = FolderOf(store)!;
                var key = KeyIn(folder);
                using var drill = BackupDrill.In(folder);
                var file = drill.PathOf(copy.Name);
                await place.FetchAsync(copy.Name, file, stop);
                return await drill.RunAsync(file, key, store.Place, store.Clock, stop);
            },
            stop
        );

    private static string? FolderOf(JournalStore store) => Path.GetDirectoryName(store.Place.File);

    private static async Task<DateTimeZone> ZoneOfAsync(JournalStore store, Guid person, CancellationToken stop)
    {
        try
        {
            var journal = await store.OfAsync(person, stop);
            return journal.Days.ZoneAt(journal.Now);
        }
        catch (JournalStorageException)
        {
            return DateTimeZoneProviders.Tzdb.GetSystemDefault();
        }
    }

    private async Task<T> WithAsync<T>(Func<JournalStore, Guid, Task<T>> work, CancellationToken stop)
    {
        var (store, person) = await running.EnterAsync(stop);
        try
        {
            return await work(store, person);
        }
        finally
        {
            running.Leave();
        }
    }
}
