using Inomya.Journals;
using NodaTime;

namespace Inomya.Treatments;

/// <summary>The medicines and supplements of a journal as a list that can be checked.</summary>
public static class CurrentMedicines
{
    /// <summary>What is taken on a day, by name. A dose in a unit that is not known is left out; the name still counts.</summary>
    public static async Task<IReadOnlyList<Medicine>> OnAsync(Journal journal, LocalDate day, DoseUnits units, CancellationToken stop = default)
    {
        var treatments = (await journal.AllAsync<Treatment>(stop)).Where(t => t.Kind is TreatmentKind.Medicine or TreatmentKind.Supplement).ToDictionary(t => t.Id);
        var courses = (await journal.AllAsync<Course>(stop)).Where(c => c.Covers(day) && treatments.ContainsKey(c.TreatmentId));
        return [.. courses.OrderBy(c => treatments[c.TreatmentId].Name, StringComparer.Ordinal).Select((c, i) => Of(treatments[c.TreatmentId], c, i + 1, units))];
    }

    private static Medicine Of(Treatment treatment, Course course, int entry, DoseUnits units) => new()
    {
        Name = treatment.Name, Entry = entry, For = treatment.Purpose, Since = course.Start, TimesPerDay = course.TimesPerDay, AsNeeded = course.AsNeeded,
        Dose = course.Dose is { } dose && units.CodeOf(course.DoseUnit ?? "") is { } unit ? new Amount(dose, unit) : null,
    };
}
