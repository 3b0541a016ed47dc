using Inomya.Medicines;
using NodaTime;

namespace Inomya.Treatments;

/// <summary>One dose that was taken, or that was planned and has no answer yet.</summary>
/// <param name="At">When; null when the time is not known.</param>
/// <param name="Day">The person's day.</param>
/// <param name="IsNoted">False: planned and not answered, so perhaps taken.</param>
/// <param name="Holds">What is in it: each substance with how much, null when that is not known.</param>
internal sealed record TakenDose(
    Guid TreatmentId,
    Instant? At,
    LocalDate Day,
    bool IsNoted,
    IReadOnlyList<(Substance Substance, Amount? Amount)> Holds
)
{
    public bool IsOf(Substance substance) => Holds.Any(h => h.Substance == substance);
}
