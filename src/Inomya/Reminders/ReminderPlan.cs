using System.Globalization;
using Inomya.Journals;
using Inomya.Treatments;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Reminders;

/// <summary>Unfolds what the person wants to be reminded of into occurrences.</summary>
public static class ReminderPlan
{
    /// <summary>The occurrences to be told after one instant and up to another, in order.</summary>
    /// <remarks>
    /// Windows that lie side by side give each occurrence once: no clock change or journey loses or doubles one.
    /// </remarks>
    public static IReadOnlyList<Occurrence> Between(
        ReminderSettings settings,
        ReminderSource source,
        Instant after,
        Instant upTo,
        DayClock days
    ) =>
        [
            .. Doses(settings, source, after, upTo, days)
                .Concat(Checkins(settings, after, upTo, days))
                .Concat(Appointments(settings, source, days))
                .Where(o => o.RemindAt > after && o.RemindAt <= upTo)
                .OrderBy(o => o.RemindAt)
                .ThenBy(o => o.Reminder, StringComparer.Ordinal),
        ];

    /// <summary>Was it done already, so that nobody needs to hear of it?</summary>
    public static bool IsDone(Occurrence occurrence, ReminderSource source) =>
        occurrence.Kind switch
        {
            ReminderKind.Checkin => source.CheckedIn.Contains(occurrence.Day),
            ReminderKind.Appointment => false,
            _ => source.Intakes.Any(i => i.Day == occurrence.Day && Answers(i, occurrence)),
        };

    /// <summary>An intake answers its own dose, or, without one, all of its course on the day.</summary>
    private static bool Answers(Intake intake, Occurrence occurrence) =>
        intake.CourseId is { } course
        && intake.Status != IntakeStatus.Extra
        && (
            occurrence.Reminder == IdOf(occurrence.Kind, course, intake.Slot)
            || (
                intake.Slot is null
                && occurrence.Reminder.StartsWith(Stem(occurrence.Kind, course), StringComparison.Ordinal)
            )
        );

    /// <summary>When a mail may go out: at once, or when the quiet hours that it falls into end.</summary>
    public static Instant AfterQuiet(ReminderSettings settings, Instant at, DayClock days)
    {
        var zone = days.ZoneAt(at);
        var local = at.InZone(zone).LocalDateTime;
        if (!settings.IsQuiet(local.TimeOfDay))
            return at;
        var end = settings.QuietTo!.Value;
        var day = local.TimeOfDay < end ? local.Date : local.Date.PlusDays(1);
        return Instant.Max(at, zone.AtLeniently(day + end).ToInstant());
    }

    private static IEnumerable<Occurrence> Doses(
        ReminderSettings settings,
        ReminderSource source,
        Instant after,
        Instant upTo,
        DayClock days
    )
    {
        if (!settings.Doses && !settings.Exercises)
            return [];
        var treatments = source.Treatments.ToDictionary(t => t.Id);
        var courses = source.Courses.Where(c => treatments.ContainsKey(c.TreatmentId));
        return PlannedDoses
            .Between(courses, after, upTo, days)
            .Select(d => OccurrenceOf(d, treatments[d.Course.TreatmentId]))
            .Where(o => IsWanted(o.Kind, settings));
    }

    private static bool IsWanted(ReminderKind kind, ReminderSettings settings) =>
        kind == ReminderKind.Dose ? settings.Doses : settings.Exercises;

    private static Occurrence OccurrenceOf(PlannedDose dose, Treatment treatment)
    {
        var kind = treatment.Kind is TreatmentKind.Medicine or TreatmentKind.Supplement
            ? ReminderKind.Dose
            : ReminderKind.Exercise;
        var at = dose.At!.Value;
        return new Occurrence(kind, IdOf(kind, dose.Course.Id, dose.Number), dose.Day, at, at, treatment.Name);
    }

    private static IEnumerable<Occurrence> Checkins(
        ReminderSettings settings,
        Instant after,
        Instant upTo,
        DayClock days
    )
    {
        if (settings.CheckinAt is not { } time)
            yield break;
        for (var day = days.DayOf(after).PlusDays(-2); day <= days.DayOf(upTo).PlusDays(2); day = day.PlusDays(1))
        {
            var at = days.InstantOf(day, time);
            yield return new Occurrence(ReminderKind.Checkin, "checkin", day, at, at, null);
        }
    }

    /// <remarks>
    /// An appointment stands on the calendar, not on the person's own day: 01:00 on the 5th is the night to the 5th.
    /// </remarks>
    private static IEnumerable<Occurrence> Appointments(
        ReminderSettings settings,
        ReminderSource source,
        DayClock days
    ) =>
        settings.Appointments
            ? from appointment in source.Appointments
            where appointment.Time is not null
            let time = appointment.Time!.Value
            let at = days.InstantOf(time < days.Boundary ? appointment.Day.PlusDays(-1) : appointment.Day, time)
            select new Occurrence(
                ReminderKind.Appointment,
                $"appointment:{appointment.Id:N}",
                appointment.Day,
                at,
                at - Duration.FromMinutes(settings.AppointmentLeadMinutes),
                appointment.With
            )
            : [];

    private static string Stem(ReminderKind kind, Guid course) => $"{kind.ToString().ToLowerInvariant()}:{course:N}:";

    private static string IdOf(ReminderKind kind, Guid course, int? number) =>
        $"{Stem(kind, course)}{number?.ToString(CultureInfo.InvariantCulture)}";
}
