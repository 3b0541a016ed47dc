using NodaTime;

namespace Inomya.Reports;

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
    IReadOnlyList<(LocalDate From, LocalDate To)> Flares,
    IReadOnlyList<LocalDate> BadDays
) : ReportBlock;
