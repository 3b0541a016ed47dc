namespace Inomya.Medicines;

/// <summary>The least time between two doses that a label or a public body says.</summary>
public sealed record ApartRule(string Id, string Substance, double Hours, Basis Basis) : IRule;
