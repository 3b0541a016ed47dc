namespace Inomya.Medicines;

public sealed record BurdenLevel(double AtLeast, Severity Severity);
