using Inomya.Journals;
using NodaTime;

namespace Inomya.Web;

/// <summary>The journal that this app is run on, and whose. A restored one takes its place while the app goes on.</summary>
/// <param name="opening">The journal that is being opened meanwhile.</param>
public sealed class RunningJournal(Task<(JournalStore Store, Guid Person)> opening) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private volatile Task<(JournalStore Store, Guid Person)> _open = opening;
    private int _inUse;

    /// <summary>By how many it is read or written now.</summary>
    internal int InUse => Volatile.Read(ref _inUse);

    /// <summary>How long a restore waits for what is being read and written to end; then it is refused.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// The journal, to be given back by <see cref="Leave"/>. Waits while it is being opened or restored.
    /// </summary>
    public async Task<(JournalStore Store, Guid Person)> EnterAsync(CancellationToken stop = default)
    {
        while (true)
        {
            var open = _open;
            var journal = await open.WaitAsync(stop);
            Interlocked.Increment(ref _inUse);
            if (ReferenceEquals(open, _open))
                return journal;
            Interlocked.Decrement(ref _inUse);
        }
    }

    /// <summary>Opened, and nothing is being put in its place.</summary>
    public bool IsOpen => _open.IsCompletedSuccessfully;

    /// <summary>Part of it could not be read: nothing is written until a backup is put back.</summary>
    public bool IsDamaged => _open is { IsCompletedSuccessfully: true, Result.Store.IsDamaged: true };

    /// <summary>Keeps in mind what is the matter with the storage, if that is what failed.</summary>
    public void Remember(Exception e)
    {
        if (_open is { IsCompletedSuccessfully: true, Result.Store: var store })
            store.Remember(e);
    }

    /// <summary>Told when the person of a journal that was put back has another id than the one before.</summary>
    internal Func<Guid, Guid, Task> PersonMoved { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Nothing is read or written any more by whoever entered.</summary>
    public void Leave() => Interlocked.Decrement(ref _inUse);

    /// <summary>
    /// Can this person make a backup of the whole storage and put one back? Only where it is a file that holds nobody else.
    /// </summary>
    public async Task<bool> IsOneFileAsync(CancellationToken stop = default)
    {
        var (store, _) = await EnterAsync(stop);
        try
        {
            // of a file that is damaged it cannot be told, and a restore refuses a backup of several
            return store.Place.File is not null && (store.IsDamaged || (await store.PeopleAsync(stop)).Count <= 1);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>
    /// Puts a backup in the place of the journal, which is kept beside it. Whoever asks for the journal meanwhile waits.
    /// </summary>
    /// <returns>What was restored, and where the journal is that was here.</returns>
    /// <exception cref="BackupException">
    /// It cannot be restored, or another one is being put back already; the journal is as it was.
    /// </exception>
    public async Task<(BackupManifest Manifest, string? Old)> RestoreAsync(
        string file,
        BackupKey key,
        CancellationToken stop = default
    )
    {
        // not one after the other: the second would take the place of what was just put back
        if (!await _oneAtATime.WaitAsync(TimeSpan.Zero, stop))
            throw new BackupException("under-way");
        try
        {
            return await RestoreAloneAsync(file, key, stop);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>
    /// Deletes all of a person for good, while nobody reads or writes; they go on with an empty journal.
    /// </summary>
    /// <param name="person">Whoever asks for it: with several people here, not the one whose this app is at home.</param>
    /// <param name="folders">Where files wait or are kept that were sent in.</param>
    /// <exception cref="BackupException">The journal is being read or written; nothing was deleted.</exception>
    public async Task<Forgotten> ForgetAsync(
        Guid person,
        IReadOnlyList<string?> folders,
        CancellationToken stop = default
    )
    {
        if (!await _oneAtATime.WaitAsync(TimeSpan.Zero, stop))
            throw new BackupException("under-way");
        try
        {
            return await AloneAsync(
                async (store, home) =>
                {
                    var done = await Forgetting.RunAsync(store, person, folders, stop);
                    var fresh = await store.AddPersonAsync("", DateTimeZone.Utc.Id, stop: CancellationToken.None);
                    if (person == home)
                        return (done, (store, fresh.Id));
                    await PersonMoved(person, fresh.Id);
                    return (done, (store, home));
                },
                stop
            );
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private Task<(BackupManifest, string?)> RestoreAloneAsync(string file, BackupKey key, CancellationToken stop) =>
        AloneAsync(
            async (store, person) =>
            {
                var folder = Path.GetDirectoryName(store.Place.File)!;
                var at = store.Clock.GetCurrentInstant();
                var restored = await Backup.RestoreAsync(
                    file,
                    key,
                    store.Place,
                    folder,
                    store.Clock,
                    at,
                    ofOne: true,
                    stop
                );
                return (restored, await OpenedAsync(store.Place, store.Clock, person));
            },
            stop
        );

    /// <summary>Does what nobody else may read or write meanwhile, and goes on with the journal that it gives.</summary>
    private async Task<T> AloneAsync<T>(
        Func<JournalStore, Guid, Task<(T Done, (JournalStore Store, Guid Person) Now)>> work,
        CancellationToken stop
    )
    {
        var (store, person) = await _open;
        var waiting = new TaskCompletionSource<(JournalStore, Guid)>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        _open = waiting.Task;
        var now = (store, person);
        try
        {
            await AloneAsync(stop);
            (var done, now) = await work(store, person);
            await PersonMoved(person, now.person);
            return done;
        }
        finally
        {
            waiting.SetResult(now);
        }
    }

    /// <summary>Until nobody but the request that restores has the journal: what they write would go into the old file.</summary>
    private async Task AloneAsync(CancellationToken stop)
    {
        for (var waited = TimeSpan.Zero; InUse > 1; waited += Look)
        {
            if (waited >= Patience)
                throw new BackupException("journal-in-use");
            await Task.Delay(Look, stop);
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
