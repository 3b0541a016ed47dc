namespace Inomya.Journals;

/// <summary>All numbers of one measure, region and scale.</summary>
/// <param name="Days">
/// Shape (n). Days since 1970-01-01, in order; a day with several values stands several times.
/// </param>
/// <param name="Values">Shape (n). Within a day in the order in which they were recorded.</param>
public sealed record PointColumn(
    string Measure,
    string? Region,
    double? ScaleLow,
    double? ScaleTop,
    IReadOnlyList<int> Days,
    IReadOnlyList<double> Values
);
