using NodaTime;

namespace Inomya.Reports;

/// <summary>A report as it is read: sections of plain blocks, the same for page, PDF, text and Word.</summary>
/// <param name="Audience">Who it is for, as in content/reports/audiences.yaml.</param>
public sealed record ReportDocument(
    string Title,
    string Period,
    string Audience,
    LocalDate MadeOn,
    IReadOnlyList<ReportSection> Sections
)
{
    /// <summary>On paper it takes no more pages than this; null for any number.</summary>
    public int? MostPages { get; init; }

    /// <summary>A letter: nothing stands in it or is said of it but its own lines; set in the size of a letter.</summary>
    public bool IsLetter { get; init; }
}
