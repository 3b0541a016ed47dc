namespace Inomya.Journals;

/// <summary>A number and the column it belongs to.</summary>
/// <param name="Day">Days since 1970-01-01.</param>
internal sealed record KeyedPoint(
    string Measure,
    string? Region,
    double? ScaleLow,
    double? ScaleTop,
    int Day,
    double Value
)
{
    public PointKey Key => new(Measure, Region, ScaleLow, ScaleTop);
}
