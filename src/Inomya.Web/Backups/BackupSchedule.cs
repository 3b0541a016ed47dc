using Inomya.Backups;
using NodaTime;
using Quartz;

namespace Inomya.Web.Backups;

/// <summary>Tells Quartz when the next backup is due. One that was missed while the machine was off runs at the start.</summary>
public sealed class BackupSchedule(BackupRuns runs, IServiceProvider services)
{
    private static readonly TriggerKey Planned = new("planned"),
        Repeated = new("repeated");

    private static readonly TimeSpan UntilAgain = TimeSpan.FromHours(1);

    /// <summary>To be called at the start, and when the plan was changed.</summary>
    public async Task ApplyAsync(CancellationToken stop = default)
    {
        if (await SchedulerAsync(stop) is not { } scheduler || await runs.FolderAsync(stop) is not { } folder)
            return;
        await scheduler.UnscheduleJob(Planned, stop);
        var plan = BackupPlan.Read(folder);
        if (plan.Every == BackupEvery.Never)
            return;
        var zone = await runs.ZoneAsync(stop);
        var due = DueAt(plan, BackupLog.Read(folder), zone);
        await scheduler.ScheduleJob(
            TriggerBuilder
                .Create()
                .WithIdentity(Planned)
                .ForJob(BackupJob.Key)
                .StartAt(due.ToDateTimeOffset())
                .WithSchedule(Schedule(plan, zone))
                .Build(),
            cancellationToken: stop
        );
    }

    /// <summary>Once more in an hour, however often it is called until then.</summary>
    public async Task AgainAsync(CancellationToken stop = default)
    {
        if (await SchedulerAsync(stop) is not { } scheduler)
            return;
        await scheduler.UnscheduleJob(Repeated, stop);
        await scheduler.ScheduleJob(
            TriggerBuilder
                .Create()
                .WithIdentity(Repeated)
                .ForJob(BackupJob.Key)
                .StartAt(TimeProvider.System.GetUtcNow() + UntilAgain)
                .Build(),
            cancellationToken: stop
        );
    }

    /// <summary>When a backup is due: the first time of the plan after the newest good one, or after it was switched on.</summary>
    internal static Instant DueAt(BackupPlan plan, BackupLog log, DateTimeZone zone)
    {
        var since = plan.Since ?? default;
        var last = log.GoodAt is { } good && good > since ? good : (Instant?)null;
        var local = (last ?? since).InZone(zone).LocalDateTime;
        var day = local.Date;
        if (last is not null && plan.Every == BackupEvery.Weekly)
            day = day.PlusWeeks(1);
        else if (local.TimeOfDay >= plan.At)
            day = day.PlusDays(1);
        return day.At(plan.At).InZoneLeniently(zone).ToInstant();
    }

    private static CalendarIntervalScheduleBuilder Schedule(BackupPlan plan, DateTimeZone zone) =>
        CalendarIntervalScheduleBuilder
            .Create()
            .WithInterval(1, plan.Every == BackupEvery.Weekly ? IntervalUnit.Week : IntervalUnit.Day)
            .InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(zone.Id))
            .PreserveHourOfDayAcrossDaylightSavings(true)
            .WithMisfireInstruction(CalendarIntervalTriggerMisfireInstruction.FireAndProceed);

    /// <summary>Null where nothing runs by itself, as in a drill.</summary>
    private async Task<IScheduler?> SchedulerAsync(CancellationToken stop) =>
        services.GetService(typeof(ISchedulerFactory)) is ISchedulerFactory factory
            ? await factory.GetScheduler(stop)
            : null;
}
