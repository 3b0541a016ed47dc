using Inomya.Journals;
using NodaTime;

namespace Inomya.Medicines;

/// <summary>The medicines and supplements of a journal as a list that can be checked.</summary>
public static class CurrentMedicines
{
    /// <summary>
    /// What is taken on a day, by name. A dose in a unit that is not known is left out; the name still counts.
    /// </summary>
    public static async Task<IReadOnlyList<Medicine>> OnAsync(
        Journal journal,
        LocalDate day,
        MedicineCatalogue catalogue,
        CancellationToken stop = default
    ) => Of(await journal.AllAsync<Treatment>(stop), await journal.AllAsync<Course>(stop), day, catalogue);

    /// <summary>
    /// The same from what is at hand. What ended so shortly before the day that a rule may still ask for it is there
    /// with its last day.
    /// </summary>
    public static IReadOnlyList<Medicine> Of(
        IEnumerable<Treatment> treatments,
        IEnumerable<Course> courses,
        LocalDate day,
        MedicineCatalogue catalogue
    )
    {
        var medicines = treatments
            .Where(t => t.Kind is TreatmentKind.Medicine or TreatmentKind.Supplement)
            .ToDictionary(t => t.Id);
        var ofThem = courses.Where(c => medicines.ContainsKey(c.TreatmentId));
        return
        [
            .. NowOrNotLongAgo(ofThem, day, catalogue.Rules.LongestWashoutDays)
                .OrderBy(c => medicines[c.TreatmentId].Name, StringComparer.Ordinal)
                .ThenBy(c => c.Id)
                .Select((c, i) => Of(medicines[c.TreatmentId], c, i + 1, day, catalogue.Units)),
        ];
    }

    /// <summary>The courses of the day; of a treatment without one, the course that ended last.</summary>
    private static IEnumerable<Course> NowOrNotLongAgo(IEnumerable<Course> courses, LocalDate day, int daysBack)
    {
        var known = courses.Where(c => IsKnown(c, day, day.PlusDays(-daysBack))).ToList();
        var now = known.Where(c => c.Covers(day)).ToList();
        var ended = known
            .Where(c => !c.Covers(day) && now.TrueForAll(n => n.TreatmentId != c.TreatmentId))
            .GroupBy(c => c.TreatmentId)
            .Select(g => g.MaxBy(c => c.End)!);
        return now.Concat(ended);
    }

    private static bool IsKnown(Course course, LocalDate day, LocalDate backTo) =>
        course.Start <= day && (course.End is null || course.End >= backTo);

    /// <summary>Those of the list that are taken on the day: what the person sees as their list.</summary>
    public static IReadOnlyList<Medicine> Now(IEnumerable<Medicine> list, LocalDate day) =>
        [.. list.Where(m => m.Until is null || m.Until >= day)];

    /// <summary>
    /// What is known of the person that matters for medicines: age, conditions that go on, allergies, where they live.
    /// </summary>
    public static async Task<PersonFacts> FactsAsync(Journal journal, CancellationToken stop = default)
    {
        var history = await journal.AllAsync<HistoryItem>(stop);
        var allergies = (await journal.AllAsync<Allergy>(stop)).Select(a => a.Name);
        return new PersonFacts(AgeIn(journal), [.. history.Where(IsCondition).Select(h => h.Text)])
        {
            Allergies = [.. allergies],
            Country = journal.Country,
        };
    }

    private static bool IsCondition(HistoryItem item) => item.Kind == HistoryKind.Condition && item.Until is null;

    private static int? AgeIn(Journal journal) =>
        journal.Person.BirthYear is { } year ? journal.Today.Year - year : null;

    /// <summary>One single dose of a course, as the dose is on a day.</summary>
    internal static Medicine OneDose(Treatment treatment, Course course, LocalDate day, DoseUnits units) =>
        Of(treatment, course, 1, day, units) with
        {
            For = null,
            Until = null,
            TimesPerDay = 1,
        };

    /// <summary>A course as an entry of the list; one that is not kept yet counts from its first day.</summary>
    internal static Medicine Of(Treatment treatment, Course course, int entry, LocalDate day, DoseUnits units)
    {
        var schedule = course.Schedule;
        return new Medicine
        {
            Name = treatment.Name,
            Entry = entry,
            For = treatment.Purpose,
            Since = course.Start,
            Until = course.End,
            Route = course.Route,
            TimesPerDay = course.AsNeeded ? schedule.MostPerDay : schedule.TimesOnItsDays,
            EveryDays = course.AsNeeded ? null : schedule.DaysBetween,
            AsNeeded = course.AsNeeded,
            Dose = DoseOn(DayWithin(course, day), schedule, units),
        };
    }

    private static LocalDate DayWithin(Course course, LocalDate day) =>
        day < course.Start ? course.Start
        : day > course.End ? course.End.Value
        : day;

    private static Amount? DoseOn(LocalDate day, DoseSchedule schedule, DoseUnits units) =>
        schedule.DoseOn(day) is { } dose and > 0 && units.CodeOf(schedule.Unit ?? "") is { } unit
            ? new Amount(dose, unit)
            : null;
}
