using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Treatments;

/// <summary>What one dose of a treatment holds that acts in the whole body.</summary>
internal sealed class DoseContents(
    MedicineCatalogue catalogue,
    IReadOnlyDictionary<Guid, Treatment> treatments,
    PersonFacts person
)
{
    /// <summary>Each substance with how much, null when that is not known; empty for what is no medicine.</summary>
    /// <param name="course">Null for what belongs to none.</param>
    /// <param name="amount">As it was noted; null for as planned.</param>
    public IReadOnlyList<(Substance Substance, Amount? Amount)> Of(
        Guid treatmentId,
        Course? course,
        LocalDate day,
        Amount? amount = null
    )
    {
        if (!treatments.TryGetValue(treatmentId, out var treatment))
            return [];
        if (treatment.Kind is not (TreatmentKind.Medicine or TreatmentKind.Supplement))
            return [];
        var planned = PlannedOf(treatment, course, day);
        return Read(amount is null ? planned : planned with { Dose = amount }, day);
    }

    /// <summary>How much an intake was noted to be; null where it was not, or in a unit that is not known.</summary>
    public Amount? NotedAmount(Intake intake) =>
        intake.Amount is { } value && catalogue.Units.CodeOf(intake.AmountUnit ?? "") is { } unit
            ? new Amount(value, unit)
            : null;

    private Medicine PlannedOf(Treatment treatment, Course? course, LocalDate day) =>
        course is null
            ? new Medicine
            {
                Name = treatment.Name,
                Entry = 1,
                TimesPerDay = 1,
            }
            : CurrentMedicines.OneDose(treatment, course, day, catalogue.Units);

    private IReadOnlyList<(Substance, Amount?)> Read(Medicine dose, LocalDate day)
    {
        var reader = new ListReader(catalogue, day);
        reader.Read([dose], person with { Conditions = [] });
        return [.. reader.Taken.Where(t => t.Entry > 0 && !t.Local).Select(t => (t.Substance, t.PerDay))];
    }
}
