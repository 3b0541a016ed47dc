namespace Inomya.Analysis;

/// <summary>A dose from a day on.</summary>
/// <param name="Day">Days since 1970-01-01.</param>
/// <param name="Dose">Any unit, one for the whole course; NaN: not recorded, so as before.</param>
public readonly record struct CourseDose(int Day, double Dose);
