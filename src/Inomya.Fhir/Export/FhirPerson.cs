using Hl7.Fhir.Model;
using Inomya.Journals;
using Person = Inomya.Journals.Person;

namespace Inomya.Fhir;

/// <summary>The person, and how all else refers to them and says that it is they who told it.</summary>
internal sealed class FhirPerson(Person person)
{
    /// <summary>HL7's own mark for what a patient told, not a clinician.</summary>
    private static readonly Coding PatientReported = new(
        "http://terminology.hl7.org/CodeSystem/v3-ObservationValue",
        "PATRPT",
        "patient reported"
    );

    public Guid Id => person.Id;

    public ResourceReference Reference { get; } = FhirBundleWriter.ReferenceTo(person.Id);

    public static Meta Reported(string? source = null) =>
        new()
        {
            Security = [PatientReported],
            Source = source is null ? null : $"{OwnSystem.Source}{Uri.EscapeDataString(source)}",
        };

    public Patient ToPatient() =>
        new()
        {
            Identifier = [new Identifier(OwnSystem.Person, person.Id.ToString())],
            Name = FhirText.Clean(person.Name) is { } name ? [new HumanName { Text = name }] : [],
            Gender = person.Sex switch
            {
                "female" => AdministrativeGender.Female,
                "male" => AdministrativeGender.Male,
                "other" => AdministrativeGender.Other,
                _ => null,
            },
            BirthDate = person.BirthYear?.ToString("0000", null),
        };
}
