using Firely.Fhir.Validation;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Specification.Source;
using Hl7.Fhir.Specification.Terminology;

namespace Inomya.Fhir.Tests;

/// <summary>The validator of Firely with the definitions of FHIR R4; one at a time, since it is not made for several.</summary>
internal static class FirelyJudge
{
    private static readonly Lock OneAtATime = new();

    private static readonly Lazy<Validator> Firely = new(() =>
    {
        var source = new CachedResolver(
            new ZipSource(
                Directory.GetFiles(AppContext.BaseDirectory, "specification.zip", SearchOption.AllDirectories).Single()
            )
        );
        return new Validator(source, new LocalTerminologyService(source));
    });

    public static void Accepts(Resource resource, string? profile = null)
    {
        lock (OneAtATime)
        {
            var outcome = Firely.Value.Validate(resource, profile);
            Assert.True(
                outcome.Errors + outcome.Fatals == 0,
                string.Join(
                    '\n',
                    outcome
                        .Issue.Where(i => i.Severity <= OperationOutcome.IssueSeverity.Error)
                        .Select(i => $"{resource.TypeName}: {i.Details?.Text} {string.Join(',', i.Expression)}")
                        .Append(new FhirJsonSerializer().SerializeToString(resource))
                )
            );
        }
    }
}
