using Inomya.Journals;
using Inomya.Treatments;
using Inomya.Web.Offline;

namespace Inomya.Web.Treatments;

/// <summary>What came of a form about doses.</summary>
/// <param name="Kept">Recorded, there already, or not recorded and why.</param>
/// <param name="Dose">The dose that was answered in another way meanwhile; null when there is none.</param>
/// <param name="Mine">What the form says of it.</param>
public sealed record DoseResult(KeptResult Kept, DoseOfDay? Dose = null, IntakeStatus? Mine = null);
