using Inomya.Content;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Reminders;

/// <summary>Puts reminders that fall due in the journal's queue, and hands them to the mail server.</summary>
/// <remarks>
/// Each occurrence has one row, made from what it is of and the day: however many processes look, restart or are
/// killed, it is sent once. Where a process died while it handed a mail over, nobody can know whether the server had
/// taken it. It is then not sent again, and the page says so: a second call to take a dose does more harm than a
/// missing one.
/// </remarks>
public sealed class MailDelivery(Journal journal, Words words, Mailer mailer)
{
    /// <summary>
    /// A reminder that could not be sent for this long has lost its sense, and would come at the wrong time.
    /// </summary>
    public static readonly Duration Stale = Duration.FromHours(12);

    /// <summary>Waits after failed tries; the last one is kept to.</summary>
    private static readonly Duration[] Waits =
    [
        Duration.FromMinutes(1),
        Duration.FromMinutes(5),
        Duration.FromMinutes(15),
        Duration.FromMinutes(30),
    ];

    /// <summary>
    /// As many as fit in <see cref="Stale"/>: counted, since a snooze moves the time from which it would be measured.
    /// </summary>
    private static readonly int MostTries =
        Waits.Length + (int)((Stale - Waits.Aggregate(Duration.Zero, (sum, wait) => sum + wait)) / Waits[^1]);

    /// <summary>Queues what fell due, then sends what may go out. Does nothing while mail is switched off.</summary>
    public async Task<MailRound> RunAsync(CancellationToken stop = default)
    {
        var settings = await ReminderSettings.ReadAsync(journal, stop);
        if (settings is not { ByMail: true, Mail: { } mail, MailSince: { } since })
            return default;
        var now = journal.Now;
        var after = Instant.Max(since, now - Stale);
        var source = await ReminderSource.ReadAsync(journal, journal.Days.DayOf(after).PlusDays(-2), stop);
        // what is due now, and what an appointment's or a quiet time's shift brings with it
        var due = ReminderPlan.Between(settings, source, after, now, journal.Days).ToDictionary(o => o.Id);
        var queued = await QueueAsync(due.Values, settings, now, stop);
        var (ready, dropped) = await ReadyAsync(due, settings, source, now, stop);
        var writer = new LetterWriter(words, settings, journal.Days);
        var (sent, failed) = await SendAllAsync(writer.Letters(ready), writer, mail, now, stop);
        return new MailRound(queued, sent, dropped, failed);
    }

    /// <summary>What waits and still has its sense; all else that waits is dropped.</summary>
    private async Task<(List<(ReminderMail Mail, Occurrence Of)> Ready, int Dropped)> ReadyAsync(
        Dictionary<Guid, Occurrence> due,
        ReminderSettings settings,
        ReminderSource source,
        Instant now,
        CancellationToken stop
    )
    {
        var waiting = await journal.MailsDueAsync(now, stop);
        var ready = new List<(ReminderMail Mail, Occurrence Of)>();
        foreach (var one in waiting)
            if ((due.GetValueOrDefault(one.Id) ?? OccurrenceOf(one, settings, source)) is not { } occurrence)
                await DropAsync(one, "off", stop);
            else if (WhyNot(one, occurrence, source, now) is { } why)
                await DropAsync(one, why, stop);
            else
                ready.Add((one, occurrence));
        return (ready, waiting.Count - ready.Count);
    }

    private async Task<(int Sent, int Failed)> SendAllAsync(
        List<List<(ReminderMail Mail, Occurrence Of)>> letters,
        LetterWriter writer,
        MailSettings mail,
        Instant now,
        CancellationToken stop
    )
    {
        var sent = 0;
        foreach (var letter in letters)
        {
            var (gone, failed) = await SendAsync(letter, writer, mail, now, stop);
            sent += gone;
            if (failed > 0)
                return (sent, failed); // the server is not there: the others wait for the next round too
        }
        return (sent, 0);
    }

    /// <summary>Asks for a reminder again in a while; the one that still waits goes no more.</summary>
    /// <param name="of">The occurrence that was told, or would have been.</param>
    public static async Task SnoozeAsync(
        Journal journal,
        Occurrence of,
        Duration wait,
        CancellationToken stop = default
    )
    {
        var at = journal.Now + wait;
        // the one that falls due now may not be in the queue yet: it goes there as dropped, or the next round would
        // send it after all
        await journal.QueueAsync(Snoozed(MailOf(of, of.RemindAt, journal)), stop);
        await DropQueuedAsync(of, journal, stop);
        var again = MailOf(of, at, journal) with { Id = Occurrence.IdOf(of.Reminder, of.Day, $"again {at}") };
        await journal.QueueAsync(again, stop);
    }

    private static async Task DropQueuedAsync(Occurrence of, Journal journal, CancellationToken stop)
    {
        foreach (
            var waiting in (await journal.MailsAsync(of.RemindAt, stop)).Where(m =>
                m.State == MailState.Queued && m.Reminder == of.Reminder && m.Day == of.Day
            )
        )
            await journal.MoveAsync(waiting, Snoozed(waiting), stop);
    }

    private static ReminderMail MailOf(Occurrence of, Instant notBefore, Journal journal) =>
        new()
        {
            PersonId = journal.Person.Id,
            Id = of.Id,
            Reminder = of.Reminder,
            Day = of.Day,
            At = of.At,
            NotBefore = notBefore,
        };

    private static ReminderMail Snoozed(ReminderMail mail) =>
        mail with
        {
            State = MailState.Dropped,
            Problem = "snoozed",
        };

    private async Task<int> QueueAsync(
        IEnumerable<Occurrence> due,
        ReminderSettings settings,
        Instant now,
        CancellationToken stop
    )
    {
        var known = await KnownAsync(now, stop);
        var queued = 0;
        foreach (var occurrence in due.Where(o => !known.Contains(o.Id)))
        {
            var notBefore = ReminderPlan.AfterQuiet(settings, occurrence.RemindAt, journal.Days);
            if (await journal.QueueAsync(MailOf(occurrence, notBefore, journal), stop))
                queued++;
        }
        return queued;
    }

    /// <summary>The ids of what has a row, long enough for all that can still fall due.</summary>
    private async Task<HashSet<Guid>> KnownAsync(Instant now, CancellationToken stop) =>
        [.. (await journal.MailsAsync(now - Stale - Stale, stop)).Select(m => m.Id)];

    /// <returns>How many reminders went, and how many have to be tried again.</returns>
    private async Task<(int Sent, int Failed)> SendAsync(
        List<(ReminderMail Mail, Occurrence Of)> letter,
        LetterWriter writer,
        MailSettings mail,
        Instant now,
        CancellationToken stop
    )
    {
        var claimed = await ClaimAsync(letter, stop);
        if (claimed.Count == 0)
            return default;
        var (subject, text) = writer.Write(claimed);
        var problem = await mailer.SendAsync(mail, subject, text, LetterWriter.IdOf(claimed), stop);
        await ReportAsync(claimed, problem, now);
        return problem is null ? (claimed.Count, 0) : (0, claimed.Count);
    }

    /// <summary>What is left of a letter when other processes took theirs.</summary>
    private async Task<List<(ReminderMail Mail, Occurrence Of)>> ClaimAsync(
        List<(ReminderMail Mail, Occurrence Of)> letter,
        CancellationToken stop
    )
    {
        var claimed = new List<(ReminderMail Mail, Occurrence Of)>();
        foreach (var (waiting, of) in letter)
        {
            var mine = waiting with { State = MailState.Sending, Tries = waiting.Tries + 1, Problem = null };
            if (await journal.MoveAsync(waiting, mine, stop))
                claimed.Add((mine, of));
        }
        return claimed;
    }

    /// <summary>Not to be cancelled: the mail may be gone, and its row has to say so.</summary>
    private async Task ReportAsync(List<(ReminderMail Mail, Occurrence Of)> claimed, string? problem, Instant now)
    {
        foreach (var (mine, _) in claimed)
            await journal.MoveAsync(mine, After(mine, problem, now), CancellationToken.None);
    }

    private static ReminderMail After(ReminderMail claimed, string? problem, Instant now) =>
        problem switch
        {
            null => claimed with { State = MailState.Sent, SentAt = now },
            Mailer.Unknown => claimed with { Problem = problem },
            _ => claimed with
            {
                State = MailState.Queued,
                NotBefore = now + Waits[Math.Min(claimed.Tries, Waits.Length) - 1],
                Problem = problem,
            },
        };

    /// <summary>Last part of the locale key reminders.problem.KEY; null when it is to be sent.</summary>
    private static string? WhyNot(ReminderMail waiting, Occurrence occurrence, ReminderSource source, Instant now) =>
        now - Instant.Max(waiting.At, waiting.NotBefore) > Stale || waiting.Tries >= MostTries ? "late"
        : ReminderPlan.IsDone(occurrence, source) ? "done"
        : null;

    private async Task DropAsync(ReminderMail waiting, string why, CancellationToken stop) =>
        await journal.MoveAsync(waiting, waiting with { State = MailState.Dropped, Problem = why }, stop);

    /// <summary>
    /// The occurrence of a row that waited or was snoozed, as the plan is now; null when the plan has it no more.
    /// </summary>
    private Occurrence? OccurrenceOf(ReminderMail waiting, ReminderSettings settings, ReminderSource source)
    {
        var lead = Duration.FromMinutes(settings.AppointmentLeadMinutes);
        return ReminderPlan
            .Between(settings, source, waiting.At - lead - Duration.FromMinutes(1), waiting.At, journal.Days)
            .FirstOrDefault(o => o.Reminder == waiting.Reminder && o.Day == waiting.Day);
    }
}
