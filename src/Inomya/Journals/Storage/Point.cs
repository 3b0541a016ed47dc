namespace Inomya.Journals;

/// <summary>A number of a column that is known.</summary>
/// <param name="Day">Days since 1970-01-01.</param>
internal readonly record struct Point(int Day, double Value);
