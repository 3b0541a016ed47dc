using System.Globalization;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Treatments;
using Inomya.Vocabulary;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Reminders;

public enum ReminderKind
{
    Dose,
    Exercise,
    Checkin,
    Appointment,
}

/// <summary>One time at which the person wanted to be reminded of one thing.</summary>
/// <param name="Reminder">What of; the same on every day, such as "dose:ID:2". Never a name.</param>
/// <param name="Day">
/// The person's day it is for. With <paramref name="Reminder"/> it makes this occurrence the same one, whatever the
/// clocks do.
/// </param>
/// <param name="At">When the thing itself is due.</param>
/// <param name="RemindAt">When to say so: earlier for an appointment.</param>
/// <param name="Name">Shown only where the person chose that names may be; null for the check-in.</param>
public sealed record Occurrence(
    ReminderKind Kind,
    string Reminder,
    LocalDate Day,
    Instant At,
    Instant RemindAt,
    string? Name
)
{
    /// <summary>The same for the same occurrence, on every machine and after every restart.</summary>
    public Guid Id => IdOf(Reminder, Day);

    public static Guid IdOf(string reminder, LocalDate day, string? again = null) =>
        Recorded.ImportId("reminder", reminder, LocalDatePattern.Iso.Format(day), again ?? "");
}

/// <summary>What reminders are made from.</summary>
public sealed record ReminderSource(
    IReadOnlyList<Treatment> Treatments,
    IReadOnlyList<Course> Courses,
    IReadOnlyList<Appointment> Appointments,
    IReadOnlyList<Intake> Intakes,
    IReadOnlySet<LocalDate> CheckedIn
)
{
    /// <summary>Reads all of it; intakes and check-ins from a day on.</summary>
    public static async Task<ReminderSource> ReadAsync(
        Journal journal,
        LocalDate from,
        CancellationToken stop = default
    ) =>
        new(
            await journal.AllAsync<Treatment>(stop),
            await journal.AllAsync<Course>(stop),
            await journal.AllAsync<Appointment>(stop),
            await journal.IntakesAsync(from, LocalDate.MaxIsoValue, stop),
            (await journal.EntriesAsync(from, LocalDate.MaxIsoValue, stop))
                .Where(e => e.Source == "checkin")
                .Select(e => e.Day)
                .ToHashSet()
        );
}

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
            _ => source.Intakes.Any(i =>
                i.Day == occurrence.Day
                && i.CourseId is { } course
                && i.Status != IntakeStatus.Extra
                && (
                    occurrence.Reminder == IdOf(occurrence.Kind, course, i.Slot)
                    || (
                        i.Slot is null
                        && occurrence.Reminder.StartsWith(Stem(occurrence.Kind, course), StringComparison.Ordinal)
                    )
                )
            ),
        };

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
        return from dose in PlannedDoses.Between(
                source.Courses.Where(c => treatments.ContainsKey(c.TreatmentId)),
                after,
                upTo,
                days
            )
            let treatment = treatments[dose.Course.TreatmentId]
            let kind = treatment.Kind is TreatmentKind.Medicine or TreatmentKind.Supplement
                ? ReminderKind.Dose
                : ReminderKind.Exercise
            where kind == ReminderKind.Dose ? settings.Doses : settings.Exercises
            select new Occurrence(
                kind,
                IdOf(kind, dose.Course.Id, dose.Number),
                dose.Day,
                dose.At!.Value,
                dose.At!.Value,
                treatment.Name
            );
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
