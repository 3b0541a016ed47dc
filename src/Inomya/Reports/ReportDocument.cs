using NodaTime;

namespace Inomya.Reports;

/// <summary>A report as it is read: sections of plain blocks, the same for page, print and PDF.</summary>
public sealed record ReportDocument(
    string Title,
    string Period,
    string Audience,
    IReadOnlyList<ReportSection> Sections
);

/// <param name="Id">Such as "medicines"; its heading is the locale key report.section.ID.</param>
public sealed record ReportSection(string Id, string Heading, IReadOnlyList<ReportBlock> Blocks);

/// <summary>One piece of a section.</summary>
public abstract record ReportBlock;

public sealed record TextBlock(string Text) : ReportBlock;

public sealed record ListBlock(IReadOnlyList<string> Items) : ReportBlock;

/// <summary>A table; the first cell of a row names it.</summary>
public sealed record TableBlock(string Caption, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows)
    : ReportBlock;

/// <summary>A course over days.</summary>
/// <param name="Values">One a day; NaN is not recorded and stays a gap.</param>
/// <param name="Smooth">A calmer line, or null.</param>
/// <param name="Flares">First and last day of each.</param>
public sealed record CourseBlock(
    string Id,
    string Title,
    string Summary,
    LocalDate Start,
    IReadOnlyList<double> Values,
    double? Low,
    double? Top,
    IReadOnlyList<double>? Smooth,
    IReadOnlyList<(LocalDate From, LocalDate To)> Flares
) : ReportBlock;

/// <summary>A body shaded by region.</summary>
/// <param name="Share">By region id, 0 to 1.</param>
public sealed record PlacesBlock(string Title, string Summary, IReadOnlyDictionary<string, double> Share) : ReportBlock;
