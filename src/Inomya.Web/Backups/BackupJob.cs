using Microsoft.Extensions.Logging;
using Quartz;

namespace Inomya.Web.Backups;

/// <summary>Makes a backup by the plan; one that fails is tried again in an hour.</summary>
[DisallowConcurrentExecution]
public sealed partial class BackupJob(BackupRuns runs, BackupSchedule schedule, ILogger<BackupJob> log) : IJob
{
    public static readonly JobKey Key = new("backup");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if ((await runs.RunAsync(cancellationToken)).Failure is { } failure)
            {
                RunFailed(log, failure.Why);
                await schedule.AgainAsync(cancellationToken);
            }
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // the kind of mistake alone: its text could hold a path or an address
            RunFailed(log, e.GetType().Name);
            await schedule.AgainAsync(cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A backup failed: {Kind}. It is tried again in an hour.")]
    private static partial void RunFailed(ILogger log, string kind);
}
