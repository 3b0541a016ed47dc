using System.Xml.Linq;
using Hl7.Fhir.Model;

namespace Inomya.Fhir;

/// <summary>One group of results of a C-CDA section, as a report with its observations.</summary>
internal sealed class CcdaReport(Bundle bundle, XElement section, bool hasPatient)
{
    public const string PatientUrl = "urn:uuid:00000000-0000-0000-0000-000000000001";

    private const string Loinc = "2.16.840.1.113883.6.1";
    private const string Categories = "http://terminology.hl7.org/CodeSystem/v2-0074";

    public void Add(XElement organizer)
    {
        var report = new DiagnosticReport
        {
            Identifier = [.. organizer.Children("id").Select(CcdaXml.IdentifierOf).OfType<Identifier>()],
            Status = ReportStatusOf(organizer),
            Code = CodeOf(organizer.Child("code")) ?? new CodeableConcept(),
            Category = [new CodeableConcept(Categories, "LAB")],
            Effective = EffectiveOf(organizer),
            Subject = Subject,
        };
        if (LabOf(organizer) is { Length: > 0 } lab)
            report.Performer.Add(new ResourceReference { Display = lab });
        foreach (var component in organizer.Children("component"))
            if (component.Child("observation") is { } observation)
                report.Result.Add(Put(ObservationOf(observation)));
        Put(report);
    }

    private ResourceReference? Subject => hasPatient ? new ResourceReference(PatientUrl) : null;

    /// <summary>By its place in the file, so that the same file gives the same.</summary>
    private ResourceReference Put(Resource resource)
    {
        var url = $"urn:uuid:00000000-0000-0000-0001-{bundle.Entry.Count:x12}";
        bundle.Entry.Add(new Bundle.EntryComponent { FullUrl = url, Resource = resource });
        return new ResourceReference(url);
    }

    private Observation ObservationOf(XElement observation) =>
        new()
        {
            Identifier = [.. observation.Children("id").Select(CcdaXml.IdentifierOf).OfType<Identifier>()],
            Status = StatusOf(observation),
            Code = CodeOf(observation.Child("code")) ?? new CodeableConcept(),
            Effective = EffectiveOf(observation),
            Subject = Subject,
            Value = ValueOf(observation.Child("value")),
            ReferenceRange = [.. RangesOf(observation)],
        };

    /// <summary>The name the laboratory printed stands in the text of the section, and the code points at it.</summary>
    private CodeableConcept? CodeOf(XElement? code)
    {
        if (code is null)
            return null;
        var concept = new CodeableConcept { Text = NameOf(code) };
        foreach (var one in code.Children("translation").Prepend(code))
            if (one.Attr("code") is { } value)
                concept.Coding.Add(new Coding(SystemOf(one), value, one.Attr("displayName")));
        return concept;
    }

    private string? NameOf(XElement code)
    {
        if (code.Attr("displayName") is { Length: > 0 } display)
            return display;
        var original = code.Child("originalText");
        var reference = original?.Child("reference")?.Attr("value")?.TrimStart('#');
        return reference is null
            ? original?.Value.Trim()
            : section.Descendants().FirstOrDefault(e => e.Attr("ID") == reference)?.Value.Trim();
    }

    private static string? SystemOf(XElement code) =>
        code.Attr("codeSystem") switch
        {
            Loinc => "http://loinc.org",
            { } oid => $"urn:oid:{oid}",
            null => null,
        };

    private static DataType? EffectiveOf(XElement element)
    {
        var time = element.Child("effectiveTime");
        var written = time?.Attr("value") ?? time?.Child("low")?.Attr("value") ?? time?.Child("high")?.Attr("value");
        return CcdaXml.TimeOf(written) is { } moment ? new FhirDateTime(moment) : null;
    }

    private static DataType? ValueOf(XElement? value)
    {
        if (value is null)
            return null;
        return CcdaXml.TypeOf(value) switch
        {
            "PQ" or "REAL" or "INT" => CcdaXml.QuantityOf(value),
            "IVL_PQ" or "IVL_REAL" or "IVL_INT" => LimitOf(value),
            "CD" or "CE" or "CO" => value.Attr("displayName") is { } said ? new FhirString(said) : null,
            "BL" => value.Attr("value") is { } yes ? new FhirBoolean(yes == "true") : null,
            "RTO" or "RTO_PQ_PQ" => new Ratio
            {
                Numerator = CcdaXml.QuantityOf(value.Child("numerator")),
                Denominator = CcdaXml.QuantityOf(value.Child("denominator")),
            },
            _ => value.Value.Trim() is { Length: > 0 } text ? new FhirString(text) : null,
        };
    }

    /// <summary>A value of which only one end is known: "&lt;0.5" is written as an interval up to it.</summary>
    private static Quantity? LimitOf(XElement interval)
    {
        var (low, high) = (CcdaXml.QuantityOf(interval.Child("low")), CcdaXml.QuantityOf(interval.Child("high")));
        if ((low is null) == (high is null))
            return null;
        (low ?? high)!.Comparator = low is null
            ? Below(IsInclusive(interval, "high"))
            : Above(IsInclusive(interval, "low"));
        return low ?? high;
    }

    private static Quantity.QuantityComparator Below(bool inclusive) =>
        inclusive ? Quantity.QuantityComparator.LessOrEqual : Quantity.QuantityComparator.LessThan;

    private static Quantity.QuantityComparator Above(bool inclusive) =>
        inclusive ? Quantity.QuantityComparator.GreaterOrEqual : Quantity.QuantityComparator.GreaterThan;

    private static bool IsInclusive(XElement interval, string end) => interval.Child(end)?.Attr("inclusive") == "true";

    private static IEnumerable<Observation.ReferenceRangeComponent> RangesOf(XElement observation) =>
        from range in observation.Children("referenceRange")
        let of = range.Child("observationRange")
        where of is not null
        let value = of.Child("value")
        select new Observation.ReferenceRangeComponent
        {
            Low = CcdaXml.QuantityOf(value?.Child("low")),
            High = CcdaXml.QuantityOf(value?.Child("high")),
            Text = of.Child("text")?.Value.Trim() is { Length: > 0 } text ? text : null,
        };

    private static ObservationStatus? StatusOf(XElement element) =>
        element.Child("statusCode")?.Attr("code") switch
        {
            "active" or "held" or "new" => ObservationStatus.Preliminary,
            "aborted" or "cancelled" => ObservationStatus.Cancelled,
            "nullified" or "obsolete" => ObservationStatus.EnteredInError,
            _ => ObservationStatus.Final,
        };

    private static DiagnosticReport.DiagnosticReportStatus? ReportStatusOf(XElement element) =>
        StatusOf(element) switch
        {
            ObservationStatus.Preliminary => DiagnosticReport.DiagnosticReportStatus.Partial,
            ObservationStatus.Cancelled => DiagnosticReport.DiagnosticReportStatus.Cancelled,
            ObservationStatus.EnteredInError => DiagnosticReport.DiagnosticReportStatus.EnteredInError,
            _ => DiagnosticReport.DiagnosticReportStatus.Final,
        };

    private static string? LabOf(XElement organizer) =>
        organizer
            .Elements()
            .Where(e => e.Name.LocalName is "performer" or "author")
            .SelectMany(e => e.Descendants())
            .FirstOrDefault(e => e.Name.LocalName == "name" && e.Parent?.Name.LocalName == "representedOrganization")
            ?.Value.Trim();
}
