using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Inomya.Content;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Visits;

/// <summary>
/// A visit as a file for any calendar. Its title says nothing of health unless the person wants the name in it.
/// </summary>
/// <remarks>The time is that of the wall clock where the visit is, so the file names no zone.</remarks>
public static class VisitCalendar
{
    public const string Type = "text/calendar; charset=utf-8";

    /// <param name="named">With whom and where stand in it.</param>
    public static string Write(Appointment visit, Words words, Instant now, bool named)
    {
        var calendar = new Calendar { ProductId = "-//Inomya//Visit//EN", Method = "PUBLISH" };
        calendar.Events.Add(EventOf(visit, words, now, named));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent EventOf(Appointment visit, Words words, Instant now, bool named) =>
        new()
        {
            Uid = $"{visit.Id:N}@inomya",
            Summary = named ? visit.With : words["visits.calendar.title"],
            Location = named ? visit.Place : null,
            Class = "PRIVATE",
            DtStamp = new CalDateTime(now.ToDateTimeUtc(), "UTC"),
            Start = StartOf(visit),
        };

    private static CalDateTime StartOf(Appointment visit) =>
        visit.Time is { } time
            ? new CalDateTime(visit.Day.At(time).ToDateTimeUnspecified(), hasTime: true)
            : new CalDateTime(visit.Day.ToDateOnly());
}
