using Microsoft.Extensions.Logging;
using Quartz;

namespace Inomya.Web.Reminders;

/// <summary>Looks every minute whether a reminder has to go out.</summary>
[DisallowConcurrentExecution]
public sealed partial class ReminderJob(ReminderService service, ILogger<ReminderJob> log) : IJob
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await service.TickAsync(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // the kind of mistake alone: its text could hold an address
            RoundFailed(log, e.GetType().Name);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "A round of reminders failed: {Kind}. The next one is in a minute."
    )]
    private static partial void RoundFailed(ILogger log, string kind);
}
