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
        var names = treatments
            .Where(t => t.Kind is TreatmentKind.Medicine or TreatmentKind.Supplement)
            .ToDictionary(t => t.Id);
        var known = courses
            .Where(c =>
                names.ContainsKey(c.TreatmentId)
                && c.Start <= day
                && (c.End is null || c.End >= day.PlusDays(-catalogue.Rules.LongestWashoutDays))
            )
            .ToList();
        var now = known.Where(c => c.Covers(day)).ToList();
        var ended = known
            .Where(c => !c.Covers(day) && now.All(n => n.TreatmentId != c.TreatmentId))
            .GroupBy(c => c.TreatmentId)
            .Select(g => g.MaxBy(c => c.End)!);
        return
        [
            .. now.Concat(ended)
                .OrderBy(c => names[c.TreatmentId].Name, StringComparer.Ordinal)
                .ThenBy(c => c.Id)
                .Select((c, i) => Of(names[c.TreatmentId], c, i + 1, day, catalogue.Units)),
        ];
    }

    /// <summary>Those of the list that are taken on the day: what the person sees as their list.</summary>
    public static IReadOnlyList<Medicine> Now(IEnumerable<Medicine> list, LocalDate day) =>
        [.. list.Where(m => m.Until is null || m.Until >= day)];

    /// <summary>
    /// What is known of the person that matters for medicines: age, conditions that go on, allergies, where they live.
    /// </summary>
    public static async Task<PersonFacts> FactsAsync(Journal journal, CancellationToken stop = default)
    {
        var conditions = (await journal.AllAsync<HistoryItem>(stop))
            .Where(h => h.Kind == HistoryKind.Condition && h.Until is null)
            .Select(h => h.Text);
        var allergies = (await journal.AllAsync<Allergy>(stop)).Select(a => a.Name);
        return new PersonFacts(journal.Person.BirthYear is { } year ? journal.Today.Year - year : null, [.. conditions])
        {
            Allergies = [.. allergies],
            Country = journal.Country,
        };
    }

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
            Dose =
                schedule.DoseOn(
                    day < course.Start ? course.Start
                    : day > course.End ? course.End.Value
                    : day
                )
                    is { } dose
                        and > 0
                && units.CodeOf(schedule.Unit ?? "") is { } unit
                    ? new Amount(dose, unit)
                    : null,
        };
    }
}
