namespace Inomya.Medicines;

/// <summary>What one dose usually is, and the most that is given at once in a usual treatment.</summary>
public sealed record UsualDoseRule(string Id, string Substance, Amount Usual, Amount UpTo, Basis Basis) : IRule;
