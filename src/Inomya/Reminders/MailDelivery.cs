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
        var round = new MailRound(await QueueAsync(due.Values, settings, now, stop), 0, 0, 0);
        var ready = new List<(ReminderMail Mail, Occurrence Of)>();
        foreach (var waiting in await journal.MailsDueAsync(now, stop))
        {
            var occurrence = due.GetValueOrDefault(waiting.Id) ?? OccurrenceOf(waiting, settings, source);
            if (occurrence is not null && WhyNot(waiting, occurrence, source, now) is null)
                ready.Add((waiting, occurrence));
            else
            {
                await DropAsync(waiting, occurrence is null ? "off" : WhyNot(waiting, occurrence, source, now)!, stop);
                round = round with { Dropped = round.Dropped + 1 };
            }
        }
        foreach (var together in Letters(ready, settings))
        {
            var (sent, failed) = await SendAsync(together, settings, mail, now, stop);
            round = round with { Sent = round.Sent + sent, Failed = round.Failed + failed };
            if (failed > 0)
                break; // the server is not there: the others wait for the next round too
        }
        return round;
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
        await journal.QueueAsync(
            new ReminderMail
            {
                PersonId = journal.Person.Id,
                Id = of.Id,
                Reminder = of.Reminder,
                Day = of.Day,
                At = of.At,
                NotBefore = of.RemindAt,
                State = MailState.Dropped,
                Problem = "snoozed",
            },
            stop
        );
        foreach (
            var waiting in (await journal.MailsAsync(of.RemindAt, stop)).Where(m =>
                m.State == MailState.Queued && m.Reminder == of.Reminder && m.Day == of.Day
            )
        )
            await journal.MoveAsync(waiting, waiting with { State = MailState.Dropped, Problem = "snoozed" }, stop);
        await journal.QueueAsync(
            new ReminderMail
            {
                PersonId = journal.Person.Id,
                Id = Occurrence.IdOf(of.Reminder, of.Day, $"again {at}"),
                Reminder = of.Reminder,
                Day = of.Day,
                At = of.At,
                NotBefore = at,
            },
            stop
        );
    }

    private async Task<int> QueueAsync(
        IEnumerable<Occurrence> due,
        ReminderSettings settings,
        Instant now,
        CancellationToken stop
    )
    {
        var known = (await journal.MailsAsync(now - Stale - Stale, stop)).Select(m => m.Id).ToHashSet();
        var queued = 0;
        foreach (var occurrence in due.Where(o => !known.Contains(o.Id)))
            if (
                await journal.QueueAsync(
                    new ReminderMail
                    {
                        PersonId = journal.Person.Id,
                        Id = occurrence.Id,
                        Reminder = occurrence.Reminder,
                        Day = occurrence.Day,
                        At = occurrence.At,
                        NotBefore = ReminderPlan.AfterQuiet(settings, occurrence.RemindAt, journal.Days),
                    },
                    stop
                )
            )
                queued++;
        return queued;
    }

    /// <summary>One mail each; what was held back by the quiet hours comes together in one.</summary>
    private List<List<(ReminderMail Mail, Occurrence Of)>> Letters(
        List<(ReminderMail Mail, Occurrence Of)> ready,
        ReminderSettings settings
    )
    {
        var held = ready
            .Where(r =>
                r.Mail.Id == r.Of.Id && ReminderPlan.AfterQuiet(settings, r.Of.RemindAt, journal.Days) > r.Of.RemindAt
            )
            .ToList();
        List<List<(ReminderMail, Occurrence)>> letters =
        [
            .. ready.Except(held).Select(r => new List<(ReminderMail, Occurrence)> { r }),
        ];
        if (held.Count > 0)
            letters.Insert(0, held);
        return letters;
    }

    /// <returns>How many reminders went, and how many have to be tried again.</returns>
    private async Task<(int Sent, int Failed)> SendAsync(
        List<(ReminderMail Mail, Occurrence Of)> together,
        ReminderSettings settings,
        MailSettings mail,
        Instant now,
        CancellationToken stop
    )
    {
        var claimed = new List<(ReminderMail Mail, Occurrence Of)>();
        foreach (var (waiting, of) in together)
        {
            var mine = waiting with { State = MailState.Sending, Tries = waiting.Tries + 1, Problem = null };
            if (await journal.MoveAsync(waiting, mine, stop))
                claimed.Add((mine, of)); // else another process has it
        }
        if (claimed.Count == 0)
            return default;
        var (subject, text) = LetterOf(claimed, settings);
        var problem = await mailer.SendAsync(mail, subject, text, LetterId(claimed), stop);
        foreach (var (mine, _) in claimed)
            await journal.MoveAsync(mine, After(mine, problem, now), CancellationToken.None);
        return problem is null ? (claimed.Count, 0) : (0, claimed.Count);
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

    /// <summary>The same for the same reminders, so that a server that gets a mail twice can know it.</summary>
    private static Guid LetterId(List<(ReminderMail Mail, Occurrence Of)> letter) =>
        letter is [var (one, _)]
            ? one.Id
            : Recorded.ImportId(
                "reminders",
                [.. letter.Select(l => l.Mail.Id.ToString()).Order(StringComparer.Ordinal)]
            );

    private (string Subject, string Text) LetterOf(
        List<(ReminderMail Mail, Occurrence Of)> letter,
        ReminderSettings settings
    )
    {
        if (letter is [var (_, only)])
            return (CalendarFeed.TitleOf(only, settings, words), TextOf(only));
        var lines = letter
            .OrderBy(l => l.Of.At)
            .Select(l => $"{CalendarFeed.TitleOf(l.Of, settings, words)}. {TextOf(l.Of)}");
        return (words["reminders.mail.summary", ("n", letter.Count)], string.Join('\n', lines));
    }

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

    private string TextOf(Occurrence occurrence)
    {
        var local = occurrence.At.InZone(journal.Days.ZoneAt(occurrence.At));
        return words["reminders.mail.text", ("day", words.LongDay(local.Date)), ("time", words.Clock(local.TimeOfDay))];
    }
}
