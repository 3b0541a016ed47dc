namespace Inomya.Medicines;

public sealed record BurdenWeight(IReadOnlySet<string> Any, double Weight);
