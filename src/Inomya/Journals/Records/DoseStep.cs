using NodaTime;

namespace Inomya.Journals;

/// <summary>From this day on the dose is another one; 0 is a pause.</summary>
/// <param name="Dose">In the unit of the schedule.</param>
public sealed record DoseStep(LocalDate From, double Dose);
