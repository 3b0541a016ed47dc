using NodaTime;

namespace Inomya.Journals;

/// <summary>One number of an earlier day, without its history.</summary>
public sealed record PastValue(
    LocalDate Day,
    string Measure,
    string? Region,
    double Value,
    double? ScaleLow,
    double? ScaleTop,
    string Source
);
