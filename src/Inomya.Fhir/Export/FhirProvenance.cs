using Hl7.Fhir.Model;

namespace Inomya.Fhir;

/// <summary>Who told it: one Provenance for some hundreds of resources, so that none of them is long.</summary>
/// <param name="recorded">When it was written out.</param>
internal sealed class FhirProvenance(FhirPerson person, DateTimeOffset recorded)
{
    private const int Most = 500;
    private const string Types = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

    private readonly List<Guid> _told = [];

    public void Add(Guid resource) => _told.Add(resource);

    public IEnumerable<(Guid Id, Provenance Provenance)> Each() =>
        _told.Chunk(Most).Select((some, i) => (Guid.CreateVersion7(recorded), Of(some)));

    private Provenance Of(Guid[] some) =>
        new()
        {
            Target = [.. some.Select(FhirBundleWriter.ReferenceTo)],
            Recorded = recorded,
            Agent =
            [
                new Provenance.AgentComponent { Type = FhirText.Coded(Types, "author"), Who = person.Reference },
                new Provenance.AgentComponent
                {
                    Type = FhirText.Coded(Types, "assembler"),
                    Who = new ResourceReference { Display = nameof(Inomya) },
                },
            ],
        };
}
