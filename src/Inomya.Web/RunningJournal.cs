using Inomya.Journals;
using NodaTime;

namespace Inomya.Web;

/// <summary>The journal that this app is run on, and whose. A restored one takes its place while the app goes on.</summary>
/// <param name="opening">The journal that is being opened meanwhile.</param>
public sealed class RunningJournal(Task<(JournalStore Store, Guid Person)> opening) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private volatile Task<(JournalStore Store, Guid Person)> _open = opening;

    /// <summary>Waits while the journal is being opened or restored.</summary>
    public Task<(JournalStore Store, Guid Person)> OpenAsync() => _open;

    /// <summary>
    /// Can this person make a backup of the whole storage and put one back? Only where it is a file that holds nobody else.
    /// </summary>
    public async Task<bool> IsOneFileAsync(CancellationToken stop = default) =>
        (await _open.WaitAsync(stop)).Store is { Place.File: not null } store
        && (await store.PeopleAsync(stop)).Count <= 1;

    /// <summary>
    /// Puts a backup in the place of the journal, which is kept beside it. Whoever asks for the journal meanwhile waits.
    /// </summary>
    /// <returns>What was restored, and where the journal is that was here.</returns>
    /// <exception cref="BackupException">It cannot be restored; the journal is as it was.</exception>
    public async Task<(BackupManifest Manifest, string? Old)> RestoreAsync(
        string file,
        BackupKey key,
        CancellationToken stop = default
    )
    {
        await _oneAtATime.WaitAsync(stop);
        try
        {
            return await RestoreAloneAsync(file, key, stop);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task<(BackupManifest, string?)> RestoreAloneAsync(string file, BackupKey key, CancellationToken stop)
    {
        var (store, person) = await _open;
        var waiting = new TaskCompletionSource<(JournalStore, Guid)>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        _open = waiting.Task;
        var now = (store, person);
        try
        {
            var folder = Path.GetDirectoryName(store.Place.File)!;
            var at = store.Clock.GetCurrentInstant();
            var restored = await Backup.RestoreAsync(file, key, store.Place, folder, store.Clock, at, stop);
            now = await OpenedAsync(store.Place, store.Clock, person);
            return restored;
        }
        finally
        {
            waiting.SetResult(now);
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private static async Task<(JournalStore, Guid)> OpenedAsync(JournalPlace place, IClock clock, Guid before)
    {
        var store = await JournalStore.OpenAsync(place, clock, CancellationToken.None);
        var people = await store.PeopleAsync(CancellationToken.None);
        var same = people.FirstOrDefault(p => p.Id == before) ?? (people is [var first, ..] ? first : null);
        return (store, (same ?? await store.AddFirstPersonAsync("", DateTimeZone.Utc.Id, CancellationToken.None)).Id);
    }
}
