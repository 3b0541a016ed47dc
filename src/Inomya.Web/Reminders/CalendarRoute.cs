using Inomya.Journals;
using Inomya.Reminders;
using Inomya.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Inomya.Web.Reminders;

/// <summary>GET /calendar/SECRET.ics: the reminders as a calendar. Any other secret, an old one or a calendar that is off gives the same 404.</summary>
public static class CalendarRoute
{
    public const string Root = "/calendar";

    public static void MapCalendar(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Root + "/{secret}.ics", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string secret,
        PersonJournal person,
        [FromServices] ReminderSecrets secrets,
        Languages languages
    )
    {
        var journal = await person.OpenAsync();
        var settings = await ReminderSettings.ReadAsync(journal);
        if (
            settings.Feed is not { } kept
            || secrets.Unprotect(kept) is not { } wanted
            || !ReminderSettings.SameSecret(wanted, secret)
        )
            return Results.NotFound();
        var now = journal.Now;
        var source = await ReminderSource.ReadAsync(
            journal,
            journal.Days.DayOf(now - CalendarFeed.Behind).PlusDays(-1)
        );
        var occurrences = ReminderPlan.Between(
            settings,
            source,
            now - CalendarFeed.Behind,
            now + CalendarFeed.Ahead,
            journal.Days
        );
        var told = occurrences.Select(o => o.Id).ToHashSet();
        var snoozed = (await journal.MailsAsync(now - CalendarFeed.Behind))
            .Where(m => m.NotBefore > m.At && m.State != MailState.Dropped && !told.Contains(m.Id))
            .Select(m => m.NotBefore);
        return Results.Text(
            CalendarFeed.Write(
                occurrences,
                snoozed,
                settings,
                journal.Days,
                languages.In(journal.Person.Language),
                now
            ),
            "text/calendar; charset=utf-8"
        );
    }
}
