using Hl7.Fhir.Model;

namespace Inomya.Fhir;

/// <summary>What kind of observation or report something says it is.</summary>
internal static class LabCategory
{
    private const string Snomed = "http://snomed.info/sct";
    private const string SnomedLaboratory = "108252007";

    /// <summary>Sections of a laboratory in HL7 table 0074.</summary>
    private static readonly HashSet<string> Sections = new(StringComparer.Ordinal)
    {
        "LAB",
        "BLB",
        "CG",
        "CH",
        "CP",
        "GE",
        "HM",
        "IMM",
        "MB",
        "MCB",
        "MYC",
        "PAR",
        "SR",
        "TX",
        "URN",
        "VR",
    };

    public static bool IsLaboratory(IEnumerable<CodeableConcept> categories) => categories.Any(IsLaboratory);

    /// <summary>It says what it is, and that is no laboratory.</summary>
    public static bool IsOfOtherKind(List<CodeableConcept> categories) =>
        categories.Exists(c => c.Coding.Count > 0 || c.Text is { Length: > 0 }) && !IsLaboratory(categories);

    private static bool IsLaboratory(CodeableConcept category) =>
        category.Coding.Exists(IsLaboratory)
        || string.Equals(category.Text, "laboratory", StringComparison.OrdinalIgnoreCase);

    private static bool IsLaboratory(Coding coding) =>
        string.Equals(coding.Code, "laboratory", StringComparison.OrdinalIgnoreCase)
        || (coding.System == Snomed && coding.Code == SnomedLaboratory)
        || (IsTable0074(coding.System) && coding.Code is { } section && Sections.Contains(section));

    private static bool IsTable0074(string? system) =>
        system is not null
        && (
            system.EndsWith("v2-0074", StringComparison.Ordinal) || system.EndsWith("v2/0074", StringComparison.Ordinal)
        );
}
