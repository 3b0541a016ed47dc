using Inomya.Backups;
using Inomya.Journals;
using Microsoft.Extensions.Hosting;

namespace Inomya.Web.Backups;

/// <summary>At the start: what a drill that was killed left goes, and the schedule of backups begins.</summary>
public sealed class BackupStart(BackupRuns runs, BackupSchedule schedule) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // a journal that is long in opening must not hold up the start
        try
        {
            if (await runs.FolderAsync(stoppingToken) is { } folder)
                BackupDrill.ClearLeft(folder);
            await schedule.ApplyAsync(stoppingToken);
        }
        catch (Exception e)
            when (e
                    is JournalStorageException
                        or BackupPlaceException
                        or OperationCanceledException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            // there is no journal to make backups of, or no plan that can be read: page and doctor tell of it
        }
    }
}
