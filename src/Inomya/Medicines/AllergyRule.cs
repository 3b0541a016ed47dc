namespace Inomya.Medicines;

/// <summary>Groups within which an allergy to one member matters for the others.</summary>
public sealed record AllergyRule(string Id, IReadOnlySet<string> Any, Severity Severity, string Action, Basis Basis)
    : IRule;
