using Hl7.Fhir.Model;
using Inomya.Journals;
using Inomya.Laboratory;

namespace Inomya.Fhir;

/// <summary>Laboratory results as Observations, and what one laboratory told on one day as a DiagnosticReport.</summary>
internal sealed class FhirLaboratory(FhirPerson person, string reportName)
{
    private const string Sections = "http://terminology.hl7.org/CodeSystem/v2-0074";

    private readonly Dictionary<(string Lab, string Day), List<Guid>> _reports = [];

    public Observation Of(LabResult result)
    {
        if (FhirText.Clean(result.Lab) is { } lab)
            ReportOf(lab, FhirText.Day(result.Day)).Add(result.Id);
        return new Observation
        {
            Meta = FhirPerson.Reported(result.Source),
            Identifier = [new Identifier(OwnSystem.LabResult, result.Id.ToString())],
            Status = result.IsPreliminary ? ObservationStatus.Preliminary : ObservationStatus.Final,
            Category = [FhirObservations.Category("laboratory")],
            Code = CodeOf(result),
            Subject = person.Reference,
            Effective = FhirText.On(result.Day),
            Performer =
            [
                FhirText.Clean(result.Lab) is { } by ? new ResourceReference { Display = by } : person.Reference,
            ],
            Value = ValueOf(result),
            ReferenceRange = RangeOf(result),
        };
    }

    /// <summary>Of the results that were written so far; each names them.</summary>
    public IEnumerable<(Guid Id, DiagnosticReport Report)> Reports() =>
        from report in _reports
        let id = Recorded.ImportId("fhir-report", report.Key.Lab, report.Key.Day)
        select (
            id,
            new DiagnosticReport
            {
                Meta = FhirPerson.Reported(),
                Status = DiagnosticReport.DiagnosticReportStatus.Final,
                Category = [FhirText.Coded(Sections, "LAB")],
                Code = new CodeableConcept { Text = reportName },
                Subject = person.Reference,
                Effective = new FhirDateTime(report.Key.Day),
                Performer = [new ResourceReference { Display = report.Key.Lab }],
                Result = [.. report.Value.Select(FhirBundleWriter.ReferenceTo)],
            }
        );

    private List<Guid> ReportOf(string lab, string day)
    {
        if (!_reports.TryGetValue((lab, day), out var results))
            _reports[(lab, day)] = results = [];
        return results;
    }

    private static CodeableConcept CodeOf(LabResult result)
    {
        var concept = new CodeableConcept { Text = FhirText.Clean(result.Test) ?? result.Id.ToString() };
        if (result.Loinc is { } loinc)
            concept.Coding.Add(new Coding("http://loinc.org", loinc));
        concept.Coding.Add(new Coding { System = OwnSystem.LabTest, Display = concept.Text });
        return concept;
    }

    private static DataType? ValueOf(LabResult result)
    {
        if (FhirText.Number(result.Value) is not { } number)
            return FhirText.Clean(result.Text) is { } text ? new FhirString(text) : null;
        var value = Measured(number, result.Unit);
        value.Comparator = result.Comparator switch
        {
            "<" => Quantity.QuantityComparator.LessThan,
            ">" => Quantity.QuantityComparator.GreaterThan,
            "<=" => Quantity.QuantityComparator.LessOrEqual,
            ">=" => Quantity.QuantityComparator.GreaterOrEqual,
            _ => null,
        };
        return value;
    }

    private static List<Observation.ReferenceRangeComponent> RangeOf(LabResult result)
    {
        var (low, high) = (FhirText.Number(result.RangeLow), FhirText.Number(result.RangeHigh));
        return low is null && high is null
            ? []
            :
            [
                new Observation.ReferenceRangeComponent
                {
                    Low = low is { } l ? Measured(l, result.Unit) : null,
                    High = high is { } h ? Measured(h, result.Unit) : null,
                },
            ];
    }

    private static Quantity Measured(decimal value, string? unit) =>
        FhirText.Measured(value, unit, isUcum: LabUnit.Parse(unit)?.Code == unit);
}
