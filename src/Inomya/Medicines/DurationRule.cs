namespace Inomya.Medicines;

/// <summary>How long a label lets a product be taken in one go.</summary>
/// <param name="Countries">
/// Where the label says so, as ISO 3166 codes; empty where no label that was read says otherwise.
/// </param>
public sealed record DurationRule(
    string Id,
    string Substance,
    string? Product,
    string? Setting,
    IReadOnlySet<string> Countries,
    int Days,
    Severity Severity,
    Basis Basis
) : ILabelRule;
