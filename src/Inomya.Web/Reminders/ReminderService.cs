using Inomya.Reminders;
using Inomya.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Inomya.Web.Reminders;

/// <summary>Looks every half minute whether a reminder has to go out. With mail switched off it only reads one setting.</summary>
public sealed partial class ReminderService(IServiceScopeFactory scopes, ReminderSecrets secrets, Languages languages, TimeProvider time, ILogger<ReminderService> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    /// <summary>One round for the person of this app.</summary>
    public async Task<OutboxRound> RunOnceAsync(CancellationToken stop = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var journal = await scope.ServiceProvider.GetRequiredService<PersonJournal>().OpenAsync();
        return await new Outbox(journal, languages.In(journal.Person.Language), new Mailer(secrets.Unprotect)).RunAsync(stop);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // the kind of mistake alone: its text could hold an address
                RoundFailed(log, e.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of reminders failed: {Kind}. The next one is in half a minute.")]
    private static partial void RoundFailed(ILogger log, string kind);
}
