using Hl7.Fhir.Model;
using Inomya.Laboratory;

namespace Inomya.Fhir;

/// <summary>What was tested: glucose in urine is not glucose in blood.</summary>
/// <param name="Name">As the laboratory calls it; empty where it does not say.</param>
internal readonly record struct LabSpecimen(string Name)
{
    public static LabSpecimen Of(FhirFile file, PlacedResource from, Observation observation, LabHolder holder)
    {
        var reference = observation.Specimen ?? holder.Specimen;
        var said = file.Find(reference?.Reference, from) is Specimen { Type: { } type }
            ? LabObservation.NameOf(type)
            : "";
        return new(said.Length > 0 ? said : reference?.Display ?? "");
    }

    /// <summary>It is blood or of blood, or nothing is said.</summary>
    public bool MayBeBlood(LabTests tests) => Name.Length == 0 || tests.IsBlood(Name);
}
