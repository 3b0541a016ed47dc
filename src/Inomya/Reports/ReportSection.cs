namespace Inomya.Reports;

/// <param name="Id">Such as "medicines"; its heading is the locale key report.section.ID.</param>
public sealed record ReportSection(string Id, string Heading, IReadOnlyList<ReportBlock> Blocks)
{
    /// <summary>On paper it begins a page.</summary>
    public bool OnNewPage { get; init; }
}
