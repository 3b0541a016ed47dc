using System.Text.Json;
using System.Xml.Linq;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Inomya.Content;
using Inomya.Exports;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Fhir;

/// <summary>The International Patient Summary: a short FHIR R4 document for whoever meets this person for the first time.</summary>
/// <remarks>
/// By the rules of HL7 IPS 2.0: the Composition first; medicines, allergies and problems always there, with "no
/// information" where nothing was recorded, and never "none known"; a narrative in each section. The patient is the
/// author, and each section says so.
/// </remarks>
public static class IpsExport
{
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly JsonSerializerOptions Fhir = new JsonSerializerOptions().ForFhir(ModelInfo.ModelInspector);

    /// <summary>All of it.</summary>
    public static System.Threading.Tasks.Task WriteAsync(
        Journal journal,
        ContentFolder content,
        Words words,
        Stream to,
        CancellationToken stop = default
    ) => WriteAsync(journal, content, words, SummaryAreas.All.ToHashSet(), to, stop);

    /// <param name="areas">What the person gives out; what must be there and is kept back is marked as withheld.</param>
    public static async System.Threading.Tasks.Task WriteAsync(
        Journal journal,
        ContentFolder content,
        Words words,
        IReadOnlySet<SummaryArea> areas,
        Stream to,
        CancellationToken stop = default
    )
    {
        var person = new FhirPerson(journal.Person);
        var sections = await new IpsSections(journal, content, words, person).ReadAsync(areas, stop);
        var document = DocumentOf(journal, words, person, sections);
        await JsonSerializer.SerializeAsync<Resource>(to, document, Fhir, stop);
    }

    private static Bundle DocumentOf(
        Journal journal,
        Words words,
        FhirPerson person,
        IReadOnlyList<IpsSection> sections
    )
    {
        var made = journal.Now.ToDateTimeOffset();
        return new Bundle
        {
            Identifier = new Identifier("urn:ietf:rfc:3986", FhirBundleWriter.AddressOf(Guid.CreateVersion7(made))),
            Type = Bundle.BundleType.Document,
            Timestamp = made,
            Language = words.Language,
            Entry =
            [
                EntryOf(Guid.CreateVersion7(made), CompositionOf(journal, words, person, sections)),
                EntryOf(person.Id, PatientOf(person, words)),
                .. FactsOf(person, made, sections),
            ],
        };
    }

    /// <summary>What the sections name, and that the patient told it.</summary>
    private static IEnumerable<Bundle.EntryComponent> FactsOf(
        FhirPerson person,
        DateTimeOffset made,
        IReadOnlyList<IpsSection> sections
    )
    {
        var provenance = new FhirProvenance(person, made);
        foreach (var (id, resource) in sections.SelectMany(s => s.Entries.Concat(s.Beside)).DistinctBy(e => e.Id))
        {
            provenance.Add(id);
            yield return EntryOf(id, resource);
        }
        foreach (var (id, told) in provenance.Each())
            yield return EntryOf(id, told);
    }

    private static Bundle.EntryComponent EntryOf(Guid id, Resource resource) =>
        new() { FullUrl = FhirBundleWriter.AddressOf(id), Resource = resource };

    /// <summary>A name and a birth date must be there: what was not told is marked as unknown.</summary>
    private static Patient PatientOf(FhirPerson person, Words words)
    {
        var patient = person.ToPatient();
        if (patient.Name.Count == 0)
            patient.Name = [new HumanName { Text = words["ips.no-name"] }];
        patient.BirthDateElement ??= new Date { Extension = [IpsCodes.Unknown()] };
        return patient;
    }

    private static Composition CompositionOf(
        Journal journal,
        Words words,
        FhirPerson person,
        IReadOnlyList<IpsSection> sections
    ) =>
        new()
        {
            Meta = FhirPerson.Reported(),
            Language = words.Language,
            Status = CompositionStatus.Final,
            Type = FhirText.Coded(IpsCodes.Loinc, IpsCodes.Document),
            Subject = person.Reference,
            Date = FhirText.Moment(journal.Now, journal.Days.ZoneAt(journal.Now)),
            Author = [person.Reference],
            Title = words["ips.document"],
            Text = NarrativeOf(words, [words["ips.told"]]),
            Attester = [AttesterOf(person)],
            Section = [.. sections.Select(s => SectionOf(s, words, person))],
        };

    private static Composition.AttesterComponent AttesterOf(FhirPerson person) =>
        new() { Mode = Composition.CompositionAttestationMode.Personal, Party = person.Reference };

    private static Composition.SectionComponent SectionOf(IpsSection section, Words words, FhirPerson person) =>
        new()
        {
            Title = words[$"ips.area.{SummaryAreas.NameOf(section.Area)}"],
            Code = IpsCodes.CodeOf(section.Area),
            Author = [person.Reference],
            Text = NarrativeOf(words, [.. section.Lines, words["ips.told"]]),
            Entry = [.. section.Entries.Select(e => FhirBundleWriter.ReferenceTo(e.Id))],
            EmptyReason = section.IsWithheld ? IpsCodes.Withheld() : null,
        };

    /// <summary>Written by an XML writer, so that nothing typed can become markup.</summary>
    private static Narrative NarrativeOf(Words words, IReadOnlyList<string> lines)
    {
        var div = new XElement(
            Xhtml + "div",
            new XAttribute("lang", words.Language),
            new XElement(Xhtml + "ul", lines.Select(l => new XElement(Xhtml + "li", FhirText.Clean(l) ?? "-")))
        );
        return new Narrative
        {
            Status = Narrative.NarrativeStatus.Generated,
            Div = div.ToString(SaveOptions.DisableFormatting),
        };
    }
}
