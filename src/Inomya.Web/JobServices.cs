using Inomya.Web.Backups;
using Inomya.Web.Reminders;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Inomya.Web;

/// <summary>What runs by itself, with Quartz: in memory, since each job knows from what is stored what it has to do.</summary>
public static class JobServices
{
    /// <summary>A backup and a round of reminders; neither waits for the other.</summary>
    private const int AtOnce = 2;

    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddQuartz(jobs =>
        {
            jobs.UseInMemoryStore();
            jobs.UseDefaultThreadPool(AtOnce);
            jobs.AddJob<BackupJob>(job => job.WithIdentity(BackupJob.Key).StoreDurably());
            jobs.ScheduleJob<ReminderJob>(trigger =>
                trigger
                    .StartAt(TimeProvider.System.GetUtcNow() + ReminderJob.Every)
                    .WithSimpleSchedule(every => every.WithInterval(ReminderJob.Every).RepeatForever())
            );
        });
        services.AddQuartzHostedService();
        return services.AddHostedService<BackupStart>();
    }
}
