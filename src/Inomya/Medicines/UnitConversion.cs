namespace Inomya.Medicines;

/// <summary>What one unit of a substance weighs: 1 [iU] of vitamin D is 0.025 ug.</summary>
/// <param name="From">UCUM unit.</param>
public sealed record UnitConversion(string From, Amount One);
