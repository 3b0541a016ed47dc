using Inomya.Experiments;
using Inomya.Journals;
using Inomya.WeeklyReviews;
using NodaTime;

namespace Inomya.Reminders;

/// <summary>What reminders are made from.</summary>
/// <param name="CheckedIn">Days on which nobody needs to hear of the check-in: it was done, or is not asked for.</param>
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
            (await CheckedInAsync(journal, from, stop)).Concat(await CalmDaysAsync(journal, stop)).ToHashSet()
        );

    private static async Task<IEnumerable<LocalDate>> CheckedInAsync(
        Journal journal,
        LocalDate from,
        CancellationToken stop
    ) =>
        (await journal.EntriesAsync(from, LocalDate.MaxIsoValue, stop))
            .Where(e => e.Source == "checkin")
            .Select(e => e.Day);

    /// <summary>The days on which nothing is asked, by the order that "does tracking harm me?" drew.</summary>
    private static async Task<IEnumerable<LocalDate>> CalmDaysAsync(Journal journal, CancellationToken stop) =>
        (await OtherPlans.OfAsync(journal, OtherPlans.Tracking, stop)).SelectMany(e => new TrackingTrial(e).CalmDays());
}
