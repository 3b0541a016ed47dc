using System.Collections.Concurrent;
using Inomya.Journals;
using Inomya.Reminders;
using Inomya.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Inomya.Web.Reminders;

/// <summary>
/// Sends the reminders that have to go out, for everyone whose journal is here. For whom mail is off it finds that out
/// once, and then asks nothing until <see cref="Wake"/>.
/// </summary>
public sealed partial class ReminderService(
    IServiceScopeFactory scopes,
    ReminderSecrets secrets,
    Languages languages,
    ILogger<ReminderService> log
)
{
    /// <summary>For whom mail is on, or was when it was last looked.</summary>
    private readonly ConcurrentDictionary<Guid, bool> _awake = new();

    private volatile bool _hasLooked;

    /// <summary>Mail was off for everyone when it last looked.</summary>
    internal bool IsAsleep => _hasLooked && _awake.IsEmpty;

    /// <summary>To be called when the settings of a person have changed.</summary>
    public void Wake(Guid person) => _awake[person] = true;

    /// <summary>What <see cref="ReminderJob"/> does each minute.</summary>
    internal Task TickAsync(CancellationToken stop = default) => IsAsleep ? Task.CompletedTask : RunOnceAsync(stop);

    /// <summary>One round for everyone; what fails for one holds up nobody else.</summary>
    public async Task<MailRound> RunOnceAsync(CancellationToken stop = default)
    {
        var all = new MailRound();
        foreach (var person in await WhomAsync(stop))
            try
            {
                all += await RunForAsync(person, stop);
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                // the kind of mistake alone: its text could hold an address
                RoundFailed(log, e.GetType().Name);
            }
        return all;
    }

    private async Task<IReadOnlyCollection<Guid>> WhomAsync(CancellationToken stop)
    {
        if (_hasLooked)
            return [.. _awake.Keys];
        await using var scope = scopes.CreateAsyncScope();
        var everyone = await scope.ServiceProvider.GetRequiredService<PersonJournal>().PeopleAsync(stop);
        foreach (var person in everyone)
            Wake(person);
        _hasLooked = true;
        return everyone;
    }

    private async Task<MailRound> RunForAsync(Guid person, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        _awake.TryRemove(person, out _); // before it looks: who switches mail on meanwhile wakes it
        if (await scope.ServiceProvider.GetRequiredService<PersonJournal>().OfAsync(person) is not { } journal)
            return default;
        if ((await ReadOrWakeAsync(journal, stop)).ByMail)
            Wake(person);
        return await DeliveryFor(journal).RunAsync(stop);
    }

    private MailDelivery DeliveryFor(Journal journal) =>
        new(journal, languages.In(journal.Person.Language), new Mailer(secrets.Unprotect));

    /// <summary>One that cannot be read just now is asked again in a minute.</summary>
    private async Task<ReminderSettings> ReadOrWakeAsync(Journal journal, CancellationToken stop)
    {
        try
        {
            return await ReminderSettings.ReadAsync(journal, stop);
        }
        catch (JournalStorageException)
        {
            Wake(journal.Person.Id);
            throw;
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "A round of reminders failed: {Kind}. The next one is in a minute."
    )]
    private static partial void RoundFailed(ILogger log, string kind);
}
