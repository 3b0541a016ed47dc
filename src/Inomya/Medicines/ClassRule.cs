namespace Inomya.Medicines;

/// <summary>Members of one class that should not be doubled.</summary>
/// <param name="Any">What it is about, where it is not about one class.</param>
public sealed record ClassRule(
    string Id,
    string Class,
    IReadOnlySet<string> Any,
    IReadOnlySet<string> Except,
    Severity Severity,
    string Action,
    Basis Basis
) : IRule;
