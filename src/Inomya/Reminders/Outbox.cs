using Inomya.Content;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Reminders;

/// <summary>How one round of the outbox went.</summary>
public readonly record struct OutboxRound(int Queued, int Sent, int Dropped, int Failed);

/// <summary>Puts reminders that fall due in the journal's queue, and hands them to the mail server.</summary>
/// <remarks>
/// Each occurrence has one row, made from what it is of and the day: however many processes look, restart or are killed, it is sent once.
/// Where a process died while it handed a mail over, nobody can know whether the server had taken it. It is then not sent again, and the page
/// says so: a second call to take a dose does more harm than a missing one.
/// </remarks>
public sealed class Outbox(Journal journal, Words words, Mailer mailer)
{
    /// <summary>A reminder that could not be sent for this long has lost its sense, and would come at the wrong time.</summary>
    public static readonly Duration Stale = Duration.FromHours(12);

    /// <summary>Waits after failed tries; the last one is kept to.</summary>
    private static readonly Duration[] Waits = [Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(15), Duration.FromMinutes(30)];

    /// <summary>Queues what fell due, then sends what may go out. Does nothing while mail is switched off.</summary>
    public async Task<OutboxRound> RunAsync(CancellationToken stop = default)
    {
        var settings = await ReminderSettings.ReadAsync(journal, stop);
        if (settings is not { ByMail: true, Mail: { } mail, MailSince: { } since }) return default;
        var now = journal.Now;
        var after = Instant.Max(since, now - Stale);
        var source = await ReminderSource.ReadAsync(journal, journal.Days.DayOf(after).PlusDays(-2), stop);
        // what is due now, and what an appointment's or a quiet time's shift brings with it
        var due = ReminderPlan.Between(settings, source, after, now, journal.Days).ToDictionary(o => o.Id);
        var round = new OutboxRound(await QueueAsync(due.Values, settings, now, stop), 0, 0, 0);
        foreach (var waiting in await journal.MailsDueAsync(now, stop))
        {
            var outcome = await SendAsync(waiting, due, settings, mail, source, now, stop);
            round = outcome switch
            {
                MailState.Sent => round with { Sent = round.Sent + 1 },
                MailState.Dropped => round with { Dropped = round.Dropped + 1 },
                _ => round with { Failed = round.Failed + 1 },
            };
            if (outcome == MailState.Queued) break;   // the server is not there: the others wait for the next round too
        }
        return round;
    }

    /// <summary>Asks for a reminder again in a while; the one that still waits goes no more.</summary>
    /// <param name="of">The occurrence that was told, or would have been.</param>
    public static async Task SnoozeAsync(Journal journal, Occurrence of, Duration wait, CancellationToken stop = default)
    {
        var at = journal.Now + wait;
        if ((await journal.MailsAsync(Instant.MinValue, stop)).FirstOrDefault(m => m.Id == of.Id) is { State: MailState.Queued } waiting)
            await journal.MoveAsync(waiting, waiting with { State = MailState.Dropped, Problem = "snoozed" }, stop);
        await journal.QueueAsync(new ReminderMail
        {
            PersonId = journal.Person.Id, Id = Occurrence.IdOf(of.Reminder, of.Day, $"again {at}"), Reminder = of.Reminder, Day = of.Day, At = of.At, NotBefore = at,
        }, stop);
    }

    private async Task<int> QueueAsync(IEnumerable<Occurrence> due, ReminderSettings settings, Instant now, CancellationToken stop)
    {
        var known = (await journal.MailsAsync(now - Stale - Stale, stop)).Select(m => m.Id).ToHashSet();
        var queued = 0;
        foreach (var occurrence in due.Where(o => !known.Contains(o.Id)))
            if (await journal.QueueAsync(new ReminderMail
            {
                PersonId = journal.Person.Id, Id = occurrence.Id, Reminder = occurrence.Reminder, Day = occurrence.Day, At = occurrence.At,
                NotBefore = ReminderPlan.AfterQuiet(settings, occurrence.RemindAt, journal.Days),
            }, stop)) queued++;
        return queued;
    }

    /// <returns>Queued when it has to be tried again.</returns>
    private async Task<MailState> SendAsync(
        ReminderMail waiting, IReadOnlyDictionary<Guid, Occurrence> due, ReminderSettings settings, MailSettings mail, ReminderSource source, Instant now, CancellationToken stop)
    {
        var occurrence = due.GetValueOrDefault(waiting.Id) ?? OccurrenceOf(waiting, settings, source);
        if (now - Instant.Max(waiting.At, waiting.Tries == 0 ? waiting.NotBefore : waiting.At) > Stale) return await DropAsync(waiting, "late", stop);
        if (occurrence is null) return await DropAsync(waiting, "off", stop);
        if (ReminderPlan.IsDone(occurrence, source)) return await DropAsync(waiting, "done", stop);
        var claimed = waiting with { State = MailState.Sending, Tries = waiting.Tries + 1, Problem = null };
        if (!await journal.MoveAsync(waiting, claimed, stop)) return MailState.Dropped;   // another process has it
        var problem = await mailer.SendAsync(mail, CalendarFeed.TitleOf(occurrence, settings, words), TextOf(occurrence), waiting.Id, stop);
        if (problem is null)
        {
            await journal.MoveAsync(claimed, claimed with { State = MailState.Sent, SentAt = now }, CancellationToken.None);
            return MailState.Sent;
        }
        var wait = Waits[Math.Min(claimed.Tries, Waits.Length) - 1];
        await journal.MoveAsync(claimed, claimed with { State = problem == Mailer.Unknown ? MailState.Sending : MailState.Queued, NotBefore = now + wait, Problem = problem }, CancellationToken.None);
        return MailState.Queued;
    }

    private async Task<MailState> DropAsync(ReminderMail waiting, string why, CancellationToken stop)
    {
        await journal.MoveAsync(waiting, waiting with { State = MailState.Dropped, Problem = why }, stop);
        return MailState.Dropped;
    }

    /// <summary>The occurrence of a row that waited or was snoozed, as the plan is now; null when the plan has it no more.</summary>
    private Occurrence? OccurrenceOf(ReminderMail waiting, ReminderSettings settings, ReminderSource source)
    {
        var lead = Duration.FromMinutes(settings.AppointmentLeadMinutes);
        return ReminderPlan.Between(settings, source, waiting.At - lead - Duration.FromMinutes(1), waiting.At, journal.Days).FirstOrDefault(o => o.Reminder == waiting.Reminder && o.Day == waiting.Day);
    }

    private string TextOf(Occurrence occurrence)
    {
        var local = occurrence.At.InZone(journal.Days.ZoneAt(occurrence.At));
        return words["reminders.mail.text", ("day", words.LongDay(local.Date)), ("time", local.TimeOfDay.ToString("HH:mm", words.Culture))];
    }
}
