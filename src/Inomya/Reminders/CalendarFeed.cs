using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Inomya.Content;
using Inomya.Vocabulary;
using NodaTime;
using Duration = NodaTime.Duration;

namespace Inomya.Reminders;

/// <summary>Writes reminders as an iCalendar that any calendar can subscribe to.</summary>
/// <remarks>
/// Each occurrence is an event of its own at an instant in UTC: the calendar need not know the person's zones, clock
/// changes or journeys, and its id is that of the occurrence, so that an event that moves does not turn into two. Words
/// are neutral unless the person chose names.
/// </remarks>
public static class CalendarFeed
{
    /// <summary>How far back and ahead the calendar reaches.</summary>
    public static readonly Duration Behind = Duration.FromDays(7),
        Ahead = Duration.FromDays(60);

    private const int EventMinutes = 10;

    /// <param name="snoozed">Times the person asked to be reminded again.</param>
    public static string Write(
        IEnumerable<Occurrence> occurrences,
        IEnumerable<Instant> snoozed,
        ReminderSettings settings,
        DayClock days,
        Words words,
        Instant now
    )
    {
        var calendar = EmptyCalendar(words);
        var planned = occurrences.Select(o => new Call(o.Id, o.At, o.RemindAt, TitleOf(o, settings, words)));
        foreach (var call in planned.Concat(Again(snoozed, days, words)))
            calendar.Events.Add(Event(call, ReminderPlan.AfterQuiet(settings, call.RemindAt, days), now));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    /// <summary>What a reminder is called: neutral words, or the name where the person chose that.</summary>
    public static string TitleOf(Occurrence occurrence, ReminderSettings settings, Words words) =>
        settings.Names && occurrence.Name is { } name
            ? name
            : words[$"reminders.title.{occurrence.Kind.ToString().ToLowerInvariant()}"];

    private static Calendar EmptyCalendar(Words words)
    {
        var calendar = new Calendar { ProductId = "-//Inomya//Reminders//EN", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", words["reminders.calendar.name"]);
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        return calendar;
    }

    private static IEnumerable<Call> Again(IEnumerable<Instant> snoozed, DayClock days, Words words) =>
        snoozed.Select(at => new Call(
            Occurrence.IdOf("again", days.DayOf(at), at.ToString()),
            at,
            at,
            words["reminders.title.again"]
        ));

    /// <param name="ring">
    /// An alarm in the quiet hours rings when they are over; one that would ring after the event is left out.
    /// </param>
    private static CalendarEvent Event(Call call, Instant ring, Instant now)
    {
        var one = new CalendarEvent
        {
            Uid = $"{call.Id:N}@inomya",
            Summary = call.Title,
            Class = "PRIVATE",
            Transparency = TransparencyType.Transparent,
            DtStamp = Time(now),
            Start = Time(call.At),
            End = Time(call.At + Duration.FromMinutes(EventMinutes)),
        };
        if (ring <= Instant.Max(call.At, call.RemindAt))
            one.Alarms.Add(AlarmOf(call.Title, ring - call.At));
        return one;
    }

    private static Alarm AlarmOf(string title, Duration afterStart) =>
        new()
        {
            Action = AlarmAction.Display,
            Description = title,
            Trigger = new Trigger(Ical.Net.DataTypes.Duration.FromTimeSpanExact(afterStart.ToTimeSpan())),
        };

    private static CalDateTime Time(Instant at) => new(at.ToDateTimeUtc(), "UTC");

    /// <summary>What the calendar calls for, and when.</summary>
    private sealed record Call(Guid Id, Instant At, Instant RemindAt, string Title);
}
