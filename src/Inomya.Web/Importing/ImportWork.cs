using System.Collections.Concurrent;
using System.Threading.Channels;
using Inomya.Content;
using Inomya.Importing;
using Inomya.Journals;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Inomya.Web.Importing;

/// <summary>Brings files in, one after the other, while the person does something else: each whole or not at all.</summary>
/// <remarks>
/// A file that was not ended when the app did is begun again at the next start; what the journal had taken in by then is
/// known again by its key and not written twice. One that ends the app each time is left alone after the second.
/// </remarks>
public sealed partial class ImportWork(
    RunningJournal running,
    ImportFolder folder,
    KeptFiles kept,
    MeasureCatalogue catalogue,
    TimeProvider time,
    ILogger<ImportWork> log
) : BackgroundService
{
    private const int MostStarts = 2;

    private readonly Channel<Guid> _queue = Channel.CreateUnbounded<Guid>();
    private readonly ConcurrentDictionary<Guid, ImportRun> _runs = [];

    /// <summary>How far it is; null while it waits, and once it has ended.</summary>
    public ImportProgress? ProgressOf(Guid id) => _runs.GetValueOrDefault(id)?.Progress(time);

    /// <summary>Takes a file that was sent in for the journal of a person.</summary>
    /// <returns>Ends when nothing more comes of it; null where the file is not there any more.</returns>
    public Task? Bring(Guid upload, FileImport import) =>
        folder.Find(import.Id) is { } before ? Task.CompletedTask
        : folder.Take(upload, import) ? Enqueue(import.Id)
        : null;

    /// <summary>Once more from the beginning, for one that came to nothing.</summary>
    public Task Repeat(FileImport import)
    {
        if (import.IsUnderWay || import.Stage == ImportStage.Done)
            return Task.CompletedTask;
        folder.Write(import with { Stage = ImportStage.Waiting, Starts = 0, Why = null, Detail = null });
        return Enqueue(import.Id);
    }

    /// <summary>Puts it back: nothing of it is taken in, unless all of it was a moment before.</summary>
    public Task Cancel(Guid id)
    {
        if (!_runs.TryGetValue(id, out var run))
            return Task.CompletedTask;
        run.Cancel();
        return run.Ended;
    }

    /// <summary>Forgets one that has ended, with its file where that is not kept.</summary>
    public void Dismiss(FileImport import)
    {
        if (!import.IsUnderWay)
            folder.Delete(import.Id);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the app serves meanwhile
        foreach (var import in folder.UnderWay.Where(i => !_runs.ContainsKey(i.Id)))
            if (import.Starts < MostStarts)
                _ = Enqueue(import.Id);
            else
                folder.Write(import with { Stage = ImportStage.BrokenOff });
        await foreach (var id in _queue.Reader.ReadAllAsync(stoppingToken))
            await RunAsync(id, stoppingToken);
    }

    private Task Enqueue(Guid id)
    {
        var run = _runs.GetOrAdd(id, _ => new ImportRun());
        _queue.Writer.TryWrite(id);
        return run.Ended;
    }

    private async Task RunAsync(Guid id, CancellationToken stopping)
    {
        if (!_runs.TryGetValue(id, out var run))
            return;
        try
        {
            if (folder.Find(id) is { IsUnderWay: true } import)
                await RunAsync(import with { Stage = ImportStage.Running, Starts = import.Starts + 1 }, run, stopping);
        }
        finally
        {
            _runs.TryRemove(id, out _);
            run.End();
            run.Dispose();
        }
    }

    private async Task RunAsync(FileImport import, ImportRun run, CancellationToken stopping)
    {
        folder.Write(import);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping, run.PutBack);
        var ended = await EndedAsync(import, run, stop.Token, stopping);
        if (ended.Stage == ImportStage.Done)
            PutAway(ended);
        folder.Write(ended);
    }

    private async Task<FileImport> EndedAsync(
        FileImport import,
        ImportRun run,
        CancellationToken stop,
        CancellationToken stopping
    )
    {
        try
        {
            return await BringInAsync(import, run, stop);
        }
        catch (OperationCanceledException)
        {
            // the app ends: it is begun again at the next start, and this was no failure
            return stopping.IsCancellationRequested
                ? import with
                {
                    Stage = ImportStage.Waiting,
                    Starts = import.Starts - 1,
                }
                : import with
                {
                    Stage = ImportStage.Cancelled,
                };
        }
        catch (ImportException e)
        {
            return import with { Stage = ImportStage.Refused, Why = $"import.{e.Why}", Detail = e.Detail };
        }
        catch (Exception e)
        {
            // the kind of mistake alone: its text could hold what was recorded
            Failed(log, e.GetType().Name);
            running.Remember(e);
            return import with { Stage = ImportStage.Failed, Why = WhyOf(StorageTroubles.Of(e)) };
        }
    }

    private async Task<FileImport> BringInAsync(FileImport import, ImportRun run, CancellationToken stop)
    {
        var (store, _) = await running.EnterAsync(stop);
        try
        {
            var journal = (await store.OfAsync(import.Person, stop)).Until(stop);
            await using var file = new CountedStream(File.OpenRead(folder.FileOf(import.Id)));
            run.Begin(file, time);
            var reading = await BroughtFiles.ReadAsync(journal, catalogue, file, import.Options, stop);
            run.Write();
            var done = await journal.ImportAsync(reading.Facts, samples: reading.Samples, key: import.Key, stop: stop);
            var change = done.Change ?? await journal.TakenAsync(import.Key, CancellationToken.None);
            return import with
            {
                Stage = ImportStage.Done,
                Added = done.Added,
                Same = done.Same,
                Changed = done.Changed,
                Change = change?.Id,
                Told = ImportTold.Of(reading),
            };
        }
        finally
        {
            running.Leave();
        }
    }

    /// <summary>What was taken in is kept as the person said, or goes.</summary>
    private void PutAway(FileImport import)
    {
        try
        {
            if (!import.KeepsFile || !kept.Take(folder.FileOf(import.Id), import))
                File.Delete(folder.FileOf(import.Id));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // it goes when the result is dismissed
            Failed(log, e.GetType().Name);
        }
    }

    private static string WhyOf(StorageTrouble? trouble) =>
        trouble switch
        {
            StorageTrouble.Full => "shell.error.full.text",
            StorageTrouble.ReadOnly => "shell.error.read-only.text",
            StorageTrouble.Damaged => "shell.error.damaged.text",
            StorageTrouble.Away => "shell.error.away.text",
            _ => "take-in.failed.other",
        };

    [LoggerMessage(Level = LogLevel.Error, Message = "A file could not be brought in: {Kind}.")]
    private static partial void Failed(ILogger log, string kind);
}
