namespace Inomya.Medicines;

/// <summary>The most that a label or a public body allows in a day.</summary>
/// <param name="For">Ids of what it is taken for; empty for any use.</param>
/// <param name="Product">Id of the only product it is about; null for all.</param>
/// <param name="FromAge">Applies from this age in years.</param>
/// <param name="With">Ids of conditions of the person that it is about; empty for everyone.</param>
/// <param name="Setting">"without-prescription" for the limit of packs sold without one; else null.</param>
/// <param name="Countries">
/// Where the label says so, as ISO 3166 codes; empty where no label that was read says otherwise.
/// </param>
public sealed record LimitRule(
    string Id,
    FindingKind Kind,
    string Substance,
    string? Product,
    IReadOnlySet<string> For,
    IReadOnlySet<string> With,
    int? FromAge,
    string? Setting,
    IReadOnlySet<string> Countries,
    Amount PerDay,
    Severity Severity,
    Basis Basis
) : ILabelRule;
