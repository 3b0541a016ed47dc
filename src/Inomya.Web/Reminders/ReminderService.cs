using Inomya.Reminders;
using Inomya.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Inomya.Web.Reminders;

/// <summary>
/// Looks every minute whether a reminder has to go out. Where mail is off it finds that out once, and then asks nothing
/// until <see cref="Wake"/>.
/// </summary>
public sealed partial class ReminderService(
    IServiceScopeFactory scopes,
    ReminderSecrets secrets,
    Languages languages,
    TimeProvider time,
    ILogger<ReminderService> log
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private volatile bool _asleep;

    /// <summary>Mail was off when it last looked.</summary>
    internal bool IsAsleep => _asleep;

    /// <summary>To be called when the settings have changed.</summary>
    public void Wake() => _asleep = false;

    /// <summary>What happens each minute.</summary>
    internal Task TickAsync(CancellationToken stop = default) => _asleep ? Task.CompletedTask : RunOnceAsync(stop);

    /// <summary>One round for the person of this app.</summary>
    public async Task<MailRound> RunOnceAsync(CancellationToken stop = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var journal = await scope.ServiceProvider.GetRequiredService<PersonJournal>().OpenAsync();
        _asleep = true; // before it looks: who switches mail on meanwhile wakes it
        if ((await ReminderSettings.ReadAsync(journal, stop)).ByMail)
            Wake();
        return await new MailDelivery(
            journal,
            languages.In(journal.Person.Language),
            new Mailer(secrets.Unprotect)
        ).RunAsync(stop);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TickAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // the kind of mistake alone: its text could hold an address
                RoundFailed(log, e.GetType().Name);
            }
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "A round of reminders failed: {Kind}. The next one is in a minute."
    )]
    private static partial void RoundFailed(ILogger log, string kind);
}
