using Inomya.Journals;
using Inomya.Reminders;
using Inomya.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Inomya.Web.Reminders;

/// <summary>GET /calendar/SECRET.ics: the reminders as a calendar. Any other secret, an old one or a calendar that is off gives the same 404.</summary>
public static class CalendarRoute
{
    public const string Root = "/calendar";

    public static void MapCalendar(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Root + "/{secret}.ics", HandleAsync).AllowAnonymous();

    private static async Task<IResult> HandleAsync(
        string secret,
        [FromServices] IServiceScopeFactory scopes,
        [FromServices] ReminderSecrets secrets,
        Languages languages,
        CancellationToken stop
    )
    {
        foreach (var person in await WhoseAsync(scopes, secret, stop))
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<PersonJournal>().OfAsync(person) is not { } journal)
                continue;
            var settings = await ReminderSettings.ReadAsync(journal, stop);
            if (IsWanted(settings, secrets, secret))
                return Results.Text(
                    await WriteAsync(journal, settings, languages, journal.Now),
                    "text/calendar; charset=utf-8"
                );
        }
        return Results.NotFound();
    }

    /// <summary>A secret says whose it is. One of before does not: everyone's is looked at.</summary>
    private static async Task<IReadOnlyList<Guid>> WhoseAsync(
        IServiceScopeFactory scopes,
        string secret,
        CancellationToken stop
    )
    {
        if (ReminderSettings.WhoseFeed(secret) is { } person)
            return [person];
        if (secret.Length != ReminderSettings.OldFeedSecretLength)
            return [];
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PersonJournal>().PeopleAsync(stop);
    }

    private static bool IsWanted(ReminderSettings settings, ReminderSecrets secrets, string secret) =>
        settings.Feed is { } kept
        && secrets.Unprotect(kept) is { } wanted
        && ReminderSettings.SameSecret(wanted, secret);

    private static async Task<string> WriteAsync(
        Journal journal,
        ReminderSettings settings,
        Languages languages,
        Instant now
    )
    {
        var (from, to) = (now - CalendarFeed.Behind, now + CalendarFeed.Ahead);
        var source = await ReminderSource.ReadAsync(journal, journal.Days.DayOf(from).PlusDays(-1));
        var occurrences = ReminderPlan.Between(settings, source, from, to, journal.Days);
        var snoozed = await SnoozedAsync(journal, from, occurrences.Select(o => o.Id).ToHashSet());
        var words = languages.In(journal.Person.Language);
        return CalendarFeed.Write(occurrences, snoozed, settings, journal.Days, words, now);
    }

    /// <summary>When what was put off is told again, except for what the calendar tells anyway.</summary>
    private static async Task<IEnumerable<Instant>> SnoozedAsync(Journal journal, Instant since, HashSet<Guid> told) =>
        (await journal.MailsAsync(since))
            .Where(m => m.NotBefore > m.At && m.State != MailState.Dropped && !told.Contains(m.Id))
            .Select(m => m.NotBefore);
}
