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
/// Each occurrence is an event of its own at an instant in UTC: the calendar need not know the person's zones, clock changes or journeys, and
/// its id is that of the occurrence, so that an event that moves does not turn into two. Words are neutral unless the person chose names.
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
        var calendar = new Calendar { ProductId = "-//Inomya//Reminders//EN", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", words["reminders.calendar.name"]);
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        foreach (var occurrence in occurrences)
            calendar.Events.Add(
                Event(
                    occurrence.Id,
                    occurrence.At,
                    occurrence.RemindAt,
                    TitleOf(occurrence, settings, words),
                    settings,
                    days,
                    now
                )
            );
        foreach (var at in snoozed)
            calendar.Events.Add(
                Event(
                    Occurrence.IdOf("again", days.DayOf(at), at.ToString()),
                    at,
                    at,
                    words["reminders.title.again"],
                    settings,
                    days,
                    now
                )
            );
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    /// <summary>What a reminder is called: neutral words, or the name where the person chose that.</summary>
    public static string TitleOf(Occurrence occurrence, ReminderSettings settings, Words words) =>
        settings.Names && occurrence.Name is { } name
            ? name
            : words[$"reminders.title.{occurrence.Kind.ToString().ToLowerInvariant()}"];

    private static CalendarEvent Event(
        Guid id,
        Instant at,
        Instant remindAt,
        string title,
        ReminderSettings settings,
        DayClock days,
        Instant now
    )
    {
        var one = new CalendarEvent
        {
            Uid = $"{id:N}@inomya",
            Summary = title,
            Class = "PRIVATE",
            Transparency = TransparencyType.Transparent,
            DtStamp = Time(now),
            Start = Time(at),
            End = Time(at + Duration.FromMinutes(EventMinutes)),
        };
        // an alarm in the quiet hours rings when they are over; one that would ring after the event is left out
        var ring = ReminderPlan.AfterQuiet(settings, remindAt, days);
        if (ring <= Instant.Max(at, remindAt))
            one.Alarms.Add(
                new Alarm
                {
                    Action = AlarmAction.Display,
                    Description = title,
                    Trigger = new Trigger(Ical.Net.DataTypes.Duration.FromTimeSpanExact((ring - at).ToTimeSpan())),
                }
            );
        return one;
    }

    private static CalDateTime Time(Instant at) => new(at.ToDateTimeUtc(), "UTC");
}
