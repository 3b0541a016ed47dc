namespace Inomya.Evidence;

/// <summary>A span of days, such as the time until a first effect.</summary>
public readonly record struct DayRange(int From, int To);
