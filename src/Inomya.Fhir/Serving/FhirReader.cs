using System.Runtime.CompilerServices;
using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Inomya.Content;
using Inomya.Journals;

namespace Inomya.Fhir;

/// <summary>A journal as a FHIR server gives it out: only of the kinds that may be read.</summary>
/// <param name="here">The address of the server, without a slash at its end.</param>
/// <param name="types">The kinds that may be read.</param>
public sealed class FhirReader(
    Journal journal,
    ContentFolder content,
    Words words,
    string here,
    IReadOnlyCollection<string> types
)
{
    /// <summary>All kinds that there are.</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        "AllergyIntolerance",
        "CarePlan",
        "Condition",
        "DiagnosticReport",
        "Goal",
        "MedicationStatement",
        "Observation",
        "Patient",
        "QuestionnaireResponse",
    ];

    private static readonly JsonSerializerOptions Fhir = new JsonSerializerOptions().ForFhir(ModelInfo.ModelInspector);

    internal static byte[] Written(Resource resource) => JsonSerializer.SerializeToUtf8Bytes(resource, Fhir);

    /// <summary>One resource; null where there is none of this kind and id that may be read.</summary>
    public async Task<byte[]?> ReadAsync(string type, string id, CancellationToken stop = default)
    {
        await foreach (var resource in EachAsync([type], stop))
            if (resource.Id == id)
                return Written(resource);
        return null;
    }

    /// <summary>A Bundle of type searchset: one page of what fits, with how much there is and where it goes on.</summary>
    /// <param name="path">What was asked, after the address of the server.</param>
    public async Task<byte[]> SearchAsync(
        IReadOnlyCollection<string> kinds,
        FhirQuery query,
        string path,
        CancellationToken stop = default
    )
    {
        var bundle = NewSearch();
        var total = 0;
        await foreach (var resource in EachAsync(kinds, stop))
            if (Fits(resource, query) && query.IsOnPage(total++))
                bundle.Entry.Add(EntryOf(resource));
        bundle.Total = total;
        bundle.Link.AddRange(LinksOf(path, query, total));
        return Written(bundle);
    }

    private Bundle NewSearch() =>
        new() { Type = Bundle.BundleType.Searchset, Timestamp = journal.Now.ToDateTimeOffset() };

    private IEnumerable<Bundle.LinkComponent> LinksOf(string path, FhirQuery query, int total)
    {
        yield return PageOf("self", path, query);
        var next = query.Offset + query.Count;
        if (query.Count > 0 && next < total)
            yield return PageOf("next", path, query with { Offset = next });
    }

    private Bundle.EntryComponent EntryOf(Resource resource) =>
        new()
        {
            FullUrl = $"{here}/{resource.TypeName}/{resource.Id}",
            Resource = resource,
            Search = new Bundle.SearchComponent { Mode = Bundle.SearchEntryMode.Match },
        };

    private Bundle.LinkComponent PageOf(string relation, string path, FhirQuery query)
    {
        var asked = query.Wanted.Select(w => $"{w.Name}={Uri.EscapeDataString(string.Join(',', w.Values))}&");
        var numbers = FormattableString.Invariant($"_count={query.Count}&_offset={query.Offset}");
        return new Bundle.LinkComponent { Relation = relation, Url = $"{here}/{path}?{string.Concat(asked)}{numbers}" };
    }

    private async IAsyncEnumerable<Resource> EachAsync(
        IReadOnlyCollection<string> kinds,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var person = new FhirPerson(journal.Person);
        if (MayRead("Patient"))
            yield return Placed(person.Id, person.ToPatient());
        if (kinds.Any(k => k != "Patient" && MayRead(k)))
            await foreach (var (id, resource) in new FhirJournal(journal, content, words, person).EachAsync(stop))
                if (MayRead(resource.TypeName))
                    yield return Placed(id, resource);

        bool MayRead(string kind) => kinds.Contains(kind) && types.Contains(kind);
    }

    /// <summary>With its id, and with references by the addresses of this server.</summary>
    private Resource Placed(Guid id, Resource resource)
    {
        resource.Id = id.ToString();
        foreach (var reference in ReferencesIn(resource))
            if (reference.Reference == FhirBundleWriter.AddressOf(journal.Person.Id))
                reference.Reference = $"Patient/{journal.Person.Id}";
            else if (reference.Reference?.Split(':') is ["urn", "uuid", var other])
                reference.Reference = $"{ReferredBy(resource)}/{other}";
        return resource;
    }

    /// <summary>What is named besides the patient.</summary>
    private static string ReferredBy(Resource resource) =>
        resource switch
        {
            DiagnosticReport => "Observation",
            CarePlan => "Goal",
            _ => "QuestionnaireResponse",
        };

    private static IEnumerable<ResourceReference> ReferencesIn(Base part) =>
        part is ResourceReference reference
            ? [reference]
            : part.EnumerateElements().SelectMany(e => PartsOf(e.Value)).SelectMany(ReferencesIn);

    private static IEnumerable<Base> PartsOf(object value) =>
        value switch
        {
            Base one => [one],
            System.Collections.IEnumerable many and not string => many.OfType<Base>(),
            _ => [],
        };

    private bool Fits(Resource resource, FhirQuery query) =>
        query.Wanted.All(wanted => wanted.Values.Any(value => Fits(resource, wanted.Name, value)));

    private bool Fits(Resource resource, string name, string value) =>
        name switch
        {
            "_id" => resource.Id == value,
            "_type" => resource.TypeName == value,
            "patient" or "subject" => value == $"{journal.Person.Id}" || value == $"Patient/{journal.Person.Id}",
            "code" => CodesOf(resource).Any(c => Fits(c, value)),
            _ => CategoriesOf(resource).Any(c => Fits(c, value)),
        };

    private static bool Fits(CodeableConcept? concept, string value) =>
        concept is not null
        && concept.Coding.Exists(c =>
            value.Split('|') is [var system, var code] ? (c.System ?? "") == system && c.Code == code : c.Code == value
        );

    private static IEnumerable<CodeableConcept?> CodesOf(Resource resource) =>
        resource switch
        {
            Observation o => [o.Code],
            DiagnosticReport r => [r.Code],
            Condition c => [c.Code],
            AllergyIntolerance a => [a.Code],
            MedicationStatement m => [m.Medication as CodeableConcept],
            _ => [],
        };

    private static IEnumerable<CodeableConcept?> CategoriesOf(Resource resource) =>
        resource switch
        {
            Observation o => o.Category,
            DiagnosticReport r => r.Category,
            CarePlan p => p.Category,
            _ => [],
        };
}
