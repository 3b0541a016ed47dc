using Hl7.Fhir.Model;
using Inomya.Journals;

namespace Inomya.Fhir;

/// <summary>A report as FHIR carries it: the PDF in a DocumentReference, in a Bundle with the patient.</summary>
public static class FhirReport
{
    public static byte[] Write(Journal journal, byte[] pdf, string title)
    {
        var person = new FhirPerson(journal.Person);
        var made = journal.Now.ToDateTimeOffset();
        using var to = new MemoryStream();
        using (var bundle = new FhirBundleWriter(to, FhirText.Moment(journal.Now, NodaTime.DateTimeZone.Utc)))
        {
            bundle.Add(person.Id, person.ToPatient());
            bundle.Add(Guid.CreateVersion7(made), DocumentOf(person, made, ContentOf(pdf, title), title));
        }
        return to.ToArray();
    }

    private static DocumentReference DocumentOf(
        FhirPerson person,
        DateTimeOffset made,
        DocumentReference.ContentComponent content,
        string title
    ) =>
        new()
        {
            Meta = FhirPerson.Reported(),
            Status = DocumentReferenceStatus.Current,
            Type = FhirText.Words(title),
            Subject = person.Reference,
            Author = [person.Reference],
            Date = made,
            Content = [content],
        };

    private static DocumentReference.ContentComponent ContentOf(byte[] pdf, string title) =>
        new()
        {
            Attachment = new Attachment
            {
                ContentType = "application/pdf",
                Data = pdf,
                Title = FhirText.Clean(title),
            },
        };
}
