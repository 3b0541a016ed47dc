using Hl7.Fhir.Model;

namespace Inomya.Fhir;

/// <summary>What a FHIR server says of itself, and how it says that something went wrong.</summary>
public static class FhirServer
{
    public const string ContentType = "application/fhir+json";

    /// <param name="started">When this version was published, for the statement's date.</param>
    public static byte[] Capability(string here, DateTimeOffset started) =>
        FhirReader.Written(
            new CapabilityStatement
            {
                Status = PublicationStatus.Active,
                DateElement = new FhirDateTime(started),
                Kind = CapabilityStatementKind.Instance,
                Software = new CapabilityStatement.SoftwareComponent { Name = nameof(Inomya) },
                Implementation = new CapabilityStatement.ImplementationComponent
                {
                    Description = nameof(Inomya),
                    Url = here,
                },
                FhirVersion = FHIRVersion.N4_0_1,
                Format = [ContentType],
                Rest = [Rest()],
            }
        );

    private static CapabilityStatement.RestComponent Rest() =>
        new()
        {
            Mode = CapabilityStatement.RestfulCapabilityMode.Server,
            Resource = [.. FhirReader.Types.Select(OfType)],
        };

    private static CapabilityStatement.ResourceComponent OfType(string type) =>
        new()
        {
            Type = type,
            Interaction =
            [
                new() { Code = CapabilityStatement.TypeRestfulInteraction.Read },
                new() { Code = CapabilityStatement.TypeRestfulInteraction.SearchType },
            ],
            SearchParam = [.. FhirQuery.Parameters.Where(p => p != "_type").Select(OfParameter)],
            Operation = type == "Patient" ? [Everything()] : [],
        };

    private static CapabilityStatement.SearchParamComponent OfParameter(string name) =>
        new()
        {
            Name = name,
            Type = name is "patient" or "subject" ? SearchParamType.Reference : SearchParamType.Token,
        };

    private static CapabilityStatement.OperationComponent Everything() =>
        new() { Name = "everything", Definition = "http://hl7.org/fhir/OperationDefinition/Patient-everything" };

    /// <param name="code">Of the value set issue-type, such as "not-found".</param>
    public static byte[] Outcome(string code, string said) =>
        FhirReader.Written(
            new OperationOutcome
            {
                Issue =
                [
                    new OperationOutcome.IssueComponent
                    {
                        Severity = OperationOutcome.IssueSeverity.Error,
                        CodeElement = new Code<OperationOutcome.IssueType> { JsonValue = code },
                        Details = new CodeableConcept { Text = said },
                    },
                ],
            }
        );
}
