using Hl7.Fhir.Model;

namespace Inomya.Fhir;

/// <summary>What a result has from the report it is in, where it does not say so itself.</summary>
/// <param name="report">Null for a result that is in none.</param>
internal sealed class LabHolder(DiagnosticReport? report)
{
    public DataType? Effective => report?.Effective;

    public string? Issued => report?.Issued is { } issued ? LabObservation.Iso(issued) : null;

    public ResourceReference? Specimen => report?.Specimen.FirstOrDefault();

    public ResourceReference? Performer =>
        report?.Performer.FirstOrDefault() ?? report?.ResultsInterpreter.FirstOrDefault();

    public bool IsLaboratory => report is not null && LabCategory.IsLaboratory(report.Category);

    public bool IsOfOtherKind => report is not null && LabCategory.IsOfOtherKind(report.Category);

    public bool IsWithdrawn =>
        report?.Status
            is DiagnosticReport.DiagnosticReportStatus.EnteredInError
                or DiagnosticReport.DiagnosticReportStatus.Cancelled;

    public bool IsPreliminary =>
        report?.Status
            is DiagnosticReport.DiagnosticReportStatus.Preliminary
                or DiagnosticReport.DiagnosticReportStatus.Partial
                or DiagnosticReport.DiagnosticReportStatus.Registered;

    /// <summary>What tells its results from those of another report that calls them the same.</summary>
    public string Identity =>
        report is null ? ""
        : report.Identifier.FirstOrDefault(i => i.Value is not null) is { } identifier
            ? $"{identifier.System}|{identifier.Value}"
        : report.Id ?? "";
}
