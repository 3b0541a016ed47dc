using Inomya.Content;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Reminders;

/// <summary>Puts reminders that are ready into letters, and the letters into words.</summary>
internal sealed class LetterWriter(Words words, ReminderSettings settings, DayClock days)
{
    /// <summary>One mail each; what was held back by the quiet hours comes together in one, the first.</summary>
    public List<List<(ReminderMail Mail, Occurrence Of)>> Letters(List<(ReminderMail Mail, Occurrence Of)> ready)
    {
        var held = ready.Where(r => WasHeldBack(r.Mail, r.Of)).ToList();
        List<List<(ReminderMail, Occurrence)>> letters =
        [
            .. ready.Except(held).Select(r => new List<(ReminderMail, Occurrence)> { r }),
        ];
        if (held.Count > 0)
            letters.Insert(0, held);
        return letters;
    }

    /// <summary>The same for the same reminders, so that a server that gets a mail twice can know it.</summary>
    public static Guid IdOf(List<(ReminderMail Mail, Occurrence Of)> letter) =>
        letter is [var (one, _)]
            ? one.Id
            : Recorded.ImportId(
                "reminders",
                [.. letter.Select(l => l.Mail.Id.ToString()).Order(StringComparer.Ordinal)]
            );

    public (string Subject, string Text) Write(List<(ReminderMail Mail, Occurrence Of)> letter)
    {
        if (letter is [var (_, only)])
            return (TitleOf(only), TextOf(only));
        var lines = letter.OrderBy(l => l.Of.At).Select(l => $"{TitleOf(l.Of)}. {TextOf(l.Of)}");
        return (words["reminders.mail.summary", ("n", letter.Count)], string.Join('\n', lines));
    }

    /// <summary>A mail that was snoozed has an id of its own: the person chose its time.</summary>
    private bool WasHeldBack(ReminderMail mail, Occurrence of) =>
        mail.Id == of.Id && ReminderPlan.AfterQuiet(settings, of.RemindAt, days) > of.RemindAt;

    private string TitleOf(Occurrence occurrence) => CalendarFeed.TitleOf(occurrence, settings, words);

    private string TextOf(Occurrence occurrence)
    {
        var local = occurrence.At.InZone(days.ZoneAt(occurrence.At));
        return words["reminders.mail.text", ("day", words.LongDay(local.Date)), ("time", words.Clock(local.TimeOfDay))];
    }
}
