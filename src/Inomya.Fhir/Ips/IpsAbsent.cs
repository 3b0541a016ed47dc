using Hl7.Fhir.Model;
using Inomya.Exports;
using Inomya.Journals;

namespace Inomya.Fhir;

/// <summary>What stands in a section that must be there and of which nothing was recorded.</summary>
internal sealed class IpsAbsent(FhirPerson person)
{
    public (Guid Id, Resource Resource) Of(SummaryArea area) =>
        (
            Recorded.ImportId("ips-no-information", person.Id.ToString(), SummaryAreas.NameOf(area)),
            area switch
            {
                SummaryArea.Medicines => Medicine(),
                SummaryArea.Allergies => Allergy(),
                _ => Problem(),
            }
        );

    private MedicationStatement Medicine() =>
        new()
        {
            Meta = FhirPerson.Reported(),
            Status = MedicationStatement.MedicationStatusCodes.Unknown,
            Medication = IpsCodes.NoInformation(SummaryArea.Medicines),
            Subject = person.Reference,
            InformationSource = person.Reference,
            Effective = new FhirDateTime { Extension = [IpsCodes.Unknown()] },
        };

    private AllergyIntolerance Allergy() =>
        new()
        {
            Meta = FhirPerson.Reported(),
            ClinicalStatus = FhirText.Coded(FhirRecord.AllergyClinical, "active"),
            Code = IpsCodes.NoInformation(SummaryArea.Allergies),
            Patient = person.Reference,
            Asserter = person.Reference,
        };

    private Condition Problem() =>
        new()
        {
            Meta = FhirPerson.Reported(),
            ClinicalStatus = FhirText.Coded(FhirRecord.ConditionClinical, "active"),
            Code = IpsCodes.NoInformation(SummaryArea.Problems),
            Subject = person.Reference,
            Asserter = person.Reference,
        };
}
