using Hl7.Fhir.Model;
using Inomya.Exports;

namespace Inomya.Fhir;

/// <summary>The codes that the International Patient Summary fixes.</summary>
/// <remarks>
/// Source: HL7 IPS 2.0, profiles Composition-uv-ips, Bundle-uv-ips, AllergyIntolerance-uv-ips, Condition-uv-ips,
/// MedicationStatement-uv-ips and Patient-uv-ips; code system absent-unknown-uv-ips.
/// </remarks>
internal static class IpsCodes
{
    public const string Loinc = "http://loinc.org";

    /// <summary>Composition.type, "Patient summary Document".</summary>
    public const string Document = "60591-5";

    private const string Absent = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips";

    private static readonly Dictionary<SummaryArea, string> Sections = new()
    {
        [SummaryArea.Medicines] = "10160-0",
        [SummaryArea.Allergies] = "48765-2",
        [SummaryArea.Problems] = "11450-4",
        [SummaryArea.PastProblems] = "11348-0",
        [SummaryArea.Results] = "30954-2",
        [SummaryArea.VitalSigns] = "8716-3",
        [SummaryArea.Function] = "47420-5",
        [SummaryArea.Plan] = "18776-5",
        [SummaryArea.Story] = "81338-6",
    };

    /// <summary>The three that no summary may lack.</summary>
    public static bool IsRequired(SummaryArea area) =>
        area is SummaryArea.Medicines or SummaryArea.Allergies or SummaryArea.Problems;

    public static CodeableConcept CodeOf(SummaryArea area) => FhirText.Coded(Loinc, Sections[area]);

    /// <summary>Nothing is known; never that there is nothing, which only the person could say.</summary>
    public static CodeableConcept NoInformation(SummaryArea area) =>
        area switch
        {
            SummaryArea.Medicines => FhirText.Coded(Absent, "no-medication-info"),
            SummaryArea.Allergies => FhirText.Coded(Absent, "no-allergy-info"),
            SummaryArea.Problems => FhirText.Coded(Absent, "no-problem-info"),
            _ => throw new ArgumentOutOfRangeException(nameof(area), area, "It may simply be left out."),
        };

    /// <summary>Why a value that a profile wants is not there.</summary>
    public static Extension Unknown() =>
        new("http://hl7.org/fhir/StructureDefinition/data-absent-reason", new Code("unknown"));

    /// <summary>Left out for privacy, by who the summary is about.</summary>
    public static CodeableConcept Withheld() =>
        FhirText.Coded("http://terminology.hl7.org/CodeSystem/list-empty-reason", "withheld");
}
