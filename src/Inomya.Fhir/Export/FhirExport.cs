using Hl7.Fhir.Model;
using Inomya.Content;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Fhir;

/// <summary>A journal as a FHIR R4 Bundle of type collection, written one resource at a time.</summary>
/// <remarks>
/// All of it is what a patient told, and says so (meta.security PATRPT, performer, author, Provenance). Codes of LOINC
/// and SNOMED stand only where content says that they were looked up, and at laboratory results as they came.
/// </remarks>
public static class FhirExport
{
    public static async System.Threading.Tasks.Task WriteAsync(
        Journal journal,
        ContentFolder content,
        Words words,
        Stream to,
        CancellationToken stop = default
    )
    {
        var person = new FhirPerson(journal.Person);
        var provenance = new FhirProvenance(person, journal.Now.ToDateTimeOffset());
        using var bundle = new FhirBundleWriter(to, FhirText.Moment(journal.Now, DateTimeZone.Utc));
        bundle.Add(person.Id, person.ToPatient());
        await foreach (var (id, resource) in new FhirJournal(journal, content, words, person).EachAsync(stop))
        {
            bundle.Add(id, resource);
            provenance.Add(id);
        }
        foreach (var (id, told) in provenance.Each())
            bundle.Add(id, told);
    }
}
