namespace Inomya.Journals;

/// <summary>Which column of numbers a value belongs to.</summary>
internal sealed record PointKey(string Measure, string? Region, double? ScaleLow, double? ScaleTop);
