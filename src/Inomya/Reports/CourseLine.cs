namespace Inomya.Reports;

/// <summary>A second line of a picture, on the same scale.</summary>
/// <param name="Values">One a day; NaN is a gap.</param>
public sealed record CourseLine(string Name, IReadOnlyList<double> Values);
