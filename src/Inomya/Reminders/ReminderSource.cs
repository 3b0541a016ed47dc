using Inomya.Journals;
using NodaTime;

namespace Inomya.Reminders;

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
