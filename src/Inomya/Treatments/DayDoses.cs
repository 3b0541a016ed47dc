using Inomya.Journals;
using NodaTime;

namespace Inomya.Treatments;

/// <summary>The doses of one day of a journal.</summary>
public sealed record DayDoses(
    LocalDate Day,
    IReadOnlyList<DoseOfDay> Planned,
    IReadOnlyList<NeededOfDay> Needed,
    IReadOnlyList<(Intake Intake, Treatment Treatment)> Extra
)
{
    /// <summary>The source of an intake that is about one dose; the check-in speaks of the whole day.</summary>
    public const string Source = "dose";

    /// <summary>A session of a therapy, an exercise or a programme.</summary>
    public const string SessionSource = "session";

    public static async Task<DayDoses> ReadAsync(Journal journal, LocalDate day, CancellationToken stop = default)
    {
        var treatments = (await journal.AllAsync<Treatment>(stop)).ToDictionary(t => t.Id);
        var intakes = await journal.IntakesAsync(day, day, stop);
        var courses = (await journal.AllAsync<Course>(stop))
            .Where(c => c.Covers(day) && treatments.ContainsKey(c.TreatmentId))
            .ToList();
        var planned = courses.SelectMany(c => PlannedDoses.Of(c, day, day, journal.Days));
        return new DayDoses(
            day,
            [.. PlannedOf(planned, treatments, intakes)],
            [.. NeededOf(courses, treatments, intakes)],
            [.. ExtraOf(treatments, intakes)]
        );
    }

    private static IEnumerable<DoseOfDay> PlannedOf(
        IEnumerable<PlannedDose> doses,
        Dictionary<Guid, Treatment> treatments,
        IReadOnlyList<Intake> intakes
    ) =>
        doses
            .Select(d => new DoseOfDay(d, treatments[d.Course.TreatmentId], IntakeOf(d, intakes)))
            .OrderBy(d => d.Planned.At ?? Instant.MinValue)
            .ThenBy(d => d.Treatment.Name, StringComparer.CurrentCultureIgnoreCase)
            .ThenBy(d => d.Planned.Number);

    private static Intake? IntakeOf(PlannedDose dose, IReadOnlyList<Intake> intakes)
    {
        var mine = intakes.Where(i => i.CourseId == dose.Course.Id && i.Status != IntakeStatus.Extra).ToList();
        return mine.LastOrDefault(i => i.Slot == dose.Number)
            ?? mine.LastOrDefault(i => i.Slot is null && i.Source != SessionSource);
    }

    private static IEnumerable<NeededOfDay> NeededOf(
        IEnumerable<Course> courses,
        Dictionary<Guid, Treatment> treatments,
        IReadOnlyList<Intake> intakes
    ) =>
        courses
            .Where(c => c.AsNeeded && c.Schedule.HasDoses)
            .Select(c => NeededOf(c, treatments[c.TreatmentId], intakes))
            .OrderBy(n => n.Treatment.Name, StringComparer.CurrentCultureIgnoreCase);

    private static NeededOfDay NeededOf(Course course, Treatment treatment, IReadOnlyList<Intake> intakes) =>
        new(
            course,
            treatment,
            [.. intakes.Where(i => i.CourseId == course.Id && i.Status != IntakeStatus.Skipped).OrderBy(i => i.At)]
        );

    private static IEnumerable<(Intake, Treatment)> ExtraOf(
        Dictionary<Guid, Treatment> treatments,
        IReadOnlyList<Intake> intakes
    ) =>
        intakes
            .Where(i => i.Status == IntakeStatus.Extra && treatments.ContainsKey(i.TreatmentId))
            .Select(i => (i, treatments[i.TreatmentId]));
}
