using System.Xml;
using System.Xml.Linq;
using Hl7.Fhir.Model;
using Inomya.Importing;

namespace Inomya.Fhir;

/// <summary>Turns the results of a C-CDA document into the same in FHIR, so that one reader says what a result is.</summary>
/// <remarks>
/// Read is the section of results, whatever the document around it, and the patient it is about. Sections of other things are not
/// opened. Document types are refused, entities never opened.
/// </remarks>
internal static class Ccda
{
    private const string ResultsSection = "30954-2";
    private const string ResultsTemplate = "2.16.840.1.113883.10.20.22.2.3";

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Does it begin as XML with a clinical document, or a section of one?</summary>
    public static bool Recognises(ReadOnlySpan<byte> start)
    {
        var text = (start.StartsWith(Mark) ? start[Mark.Length..] : start).TrimStart(" \t\r\n"u8);
        return text.StartsWith("<"u8) && (text.IndexOf("ClinicalDocument"u8) >= 0 || text.StartsWith("<section"u8));
    }

    /// <exception cref="ImportException">It is no XML, or has no section of results.</exception>
    public static Bundle Read(Stream file)
    {
        var root = Parse(file);
        var sections = root.DescendantsAndSelf().Where(e => e.Name.LocalName == "section" && IsOfResults(e)).ToList();
        if (sections.Count == 0)
            throw new ImportException(ImportProblem.NotFhir);
        var bundle = new Bundle { Type = Bundle.BundleType.Collection };
        var patient = PatientOf(root);
        if (patient is not null)
            bundle.Entry.Add(new Bundle.EntryComponent { FullUrl = CcdaReport.PatientUrl, Resource = patient });
        foreach (var section in sections)
        foreach (var organizer in section.Descendants().Where(e => e.Name.LocalName == "organizer"))
            new CcdaReport(bundle, section, patient is not null).Add(organizer);
        return bundle;
    }

    private static bool IsOfResults(XElement section) =>
        section.Child("code")?.Attr("code") == ResultsSection
        || section
            .Children("templateId")
            .Any(t => t.Attr("root")?.StartsWith(ResultsTemplate, StringComparison.Ordinal) is true);

    private static XElement Parse(Stream file)
    {
        // a section that was cut out of its document lost the names of its prefixes
        var names = new XmlNamespaceManager(new NameTable());
        names.AddNamespace("xsi", CcdaXml.Xsi.NamespaceName);
        names.AddNamespace("sdtc", "urn:hl7-org:sdtc");
        names.AddNamespace("voc", "urn:hl7-org:v3/voc");
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = LabResources.MaxBytes,
        };
        try
        {
            using var reader = XmlReader.Create(file, settings, new XmlParserContext(null, names, null, XmlSpace.None));
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            throw new ImportException(ImportProblem.NotFhir);
        }
    }

    private static Patient? PatientOf(XElement root)
    {
        if (root.Child("recordTarget")?.Child("patientRole") is not { } role)
            return null;
        var person = role.Child("patient");
        var patient = new Patient
        {
            Identifier = [.. role.Children("id").Select(CcdaXml.IdentifierOf).OfType<Identifier>()],
            Gender = person?.Child("administrativeGenderCode")?.Attr("code") switch
            {
                "F" => AdministrativeGender.Female,
                "M" => AdministrativeGender.Male,
                _ => null,
            },
            BirthDate = CcdaXml.DayOf(person?.Child("birthTime")?.Attr("value")),
        };
        if (person?.Child("name") is { } name)
            patient.Name.Add(
                new HumanName
                {
                    Family = name.Child("family")?.Value.Trim(),
                    Given = [.. name.Children("given").Select(g => g.Value.Trim())],
                }
            );
        return patient;
    }
}
