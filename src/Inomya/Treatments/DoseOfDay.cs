using Inomya.Journals;

namespace Inomya.Treatments;

/// <summary>A planned dose and what became of it.</summary>
/// <param name="Intake">What was recorded for it, or for the whole day of its course; null when nothing was.</param>
public sealed record DoseOfDay(PlannedDose Planned, Treatment Treatment, Intake? Intake)
{
    /// <summary>Recorded for this dose alone, not for the day as a whole.</summary>
    public bool IsOwn => Intake?.Slot is not null;
}
