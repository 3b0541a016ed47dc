using Inomya.Journals;
using NodaTime;

namespace Inomya.Backups;

/// <summary>One run by the plan: makes a backup, reads it back, brings it to each place, and lets old copies go.</summary>
/// <param name="folder">The data folder.</param>
/// <param name="unprotect">Opens what was encrypted with the keys of this machine; null when they do not fit.</param>
public sealed class BackupRound(JournalStore store, string folder, BackupPlan plan, Func<string, string?> unprotect)
{
    private const string FileName = "inomya-backup.new";

    /// <summary>Where the copies go by this plan.</summary>
    /// <exception cref="BackupPlaceException">"store-secret": the key of the store cannot be read here any more.</exception>
    public static IReadOnlyList<IBackupPlace> PlacesOf(BackupPlan plan, Func<string, string?> unprotect)
    {
        var places = new List<IBackupPlace>();
        if (plan.Folder is { } chosen)
            places.Add(new FolderPlace(chosen, plan.Id));
        if (plan.Store is { } s3)
            places.Add(
                unprotect(s3.Secret) is { } secret
                    ? new S3Place(s3, secret, plan.Id)
                    : throw new BackupPlaceException("store-secret", s3.Bucket)
            );
        return places;
    }

    /// <summary>The key that copies are sealed with.</summary>
    /// <exception cref="BackupException">"key-unreadable": none was made, or the keys of this machine are others now.</exception>
    public static BackupKey KeyOf(BackupPlan plan, Func<string, string?> unprotect) =>
        plan.Key is { } kept && unprotect(kept) is { } paper
            ? BackupKey.FromPaper(paper)
            : throw new BackupException("key-unreadable");

    /// <summary>How it went, which is written down in the data folder too. Nothing that fails is silent.</summary>
    /// <param name="zone">Where the person's days begin and end.</param>
    public async Task<BackupLog> RunAsync(DateTimeZone zone, CancellationToken stop = default)
    {
        var now = store.Clock.GetCurrentInstant();
        var log = BackupLog.Read(folder) with { TriedAt = now };
        var sealedFile = Path.Combine(folder, FileName);
        try
        {
            var places = PlacesOf(plan, unprotect);
            await MakeAsync(sealedFile, stop);
            log = await PutAsync(log with { Failure = null }, places, sealedFile, zone, now, stop);
        }
        catch (Exception e) when (FailureOf(e, now) is { } failure)
        {
            log = log with { Failure = failure };
        }
        finally
        {
            File.Delete(sealedFile);
        }
        log.Write(folder);
        if (log.GoodAt == now)
            await LastBackup.WriteAsync(folder, now, stop);
        return log;
    }

    /// <summary>A file that does not open again is no backup: it is read back before it counts.</summary>
    private async Task MakeAsync(string file, CancellationToken stop)
    {
        var key = plan.IsOnPaper ? KeyOf(plan, unprotect) : throw new BackupException("key-not-on-paper");
        await Backup.WriteAsync(store.Place, file, key, folder, store.Clock, stop: stop);
        await Backup.VerifyAsync(file, key, folder, stop);
    }

    /// <summary>A place that fails keeps no other from getting its copy.</summary>
    private async Task<BackupLog> PutAsync(
        BackupLog log,
        IReadOnlyList<IBackupPlace> places,
        string file,
        DateTimeZone zone,
        Instant now,
        CancellationToken stop
    )
    {
        var states = new List<PlaceState>();
        foreach (var place in places)
            try
            {
                await place.PutAsync(file, BackupNames.Of(plan.Id, now), stop);
                log = log with { GoodAt = now };
                states.Add(await ThinAsync(place, zone, now, stop));
            }
            catch (BackupPlaceException e)
            {
                log = log with { Failure = new BackupFailure(now, e.Why, e.Place) };
                states.AddRange(log.Places.Where(p => p.Name == place.Name));
            }
        return places.Count > 0
            ? log with
            {
                Places = states,
            }
            : log with
            {
                Failure = new BackupFailure(now, "no-place", null),
            };
    }

    private async Task<PlaceState> ThinAsync(IBackupPlace place, DateTimeZone zone, Instant now, CancellationToken stop)
    {
        var copies = await place.CopiesAsync(stop);
        var old = KeepRule.Of(plan.Keep).ToDelete(copies, zone);
        foreach (var copy in old)
            await place.DeleteAsync(copy.Name, stop);
        return PlaceState.Of(place, [.. copies.Except(old)], now);
    }

    /// <summary>Null for a stop alone: nothing else may be silent.</summary>
    private static BackupFailure? FailureOf(Exception e, Instant now) =>
        e switch
        {
            BackupPlaceException place => new BackupFailure(now, place.Why, place.Place),
            BackupException backup => new BackupFailure(now, backup.Why, null),
            JournalStorageException => new BackupFailure(now, "journal-unreadable", null),
            IOException or UnauthorizedAccessException => new BackupFailure(now, "not-written", null),
            OperationCanceledException => null,
            _ => new BackupFailure(now, "failed-otherwise", null),
        };
}
