namespace Inomya.Reports;

/// <summary>A report as it is read: sections of plain blocks, the same for page, print and PDF.</summary>
public sealed record ReportDocument(
    string Title,
    string Period,
    string Audience,
    IReadOnlyList<ReportSection> Sections
);
