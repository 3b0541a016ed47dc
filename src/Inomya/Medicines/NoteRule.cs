namespace Inomya.Medicines;

/// <summary>What to know about a medicine by itself: coming off it, driving, pregnancy.</summary>
/// <param name="With">Conditions that make it weigh more, and how much it weighs with each.</param>
/// <param name="UntilAge">
/// Above this age in years it is good to know only, unless a condition says otherwise; null at any age.
/// </param>
/// <param name="Product">Id of the only product it is about; null for all.</param>
public sealed record NoteRule(
    string Id,
    FindingKind Kind,
    IReadOnlySet<string> Any,
    IReadOnlySet<string> Except,
    string? Product,
    Severity Severity,
    IReadOnlyDictionary<string, Severity> With,
    int? UntilAge,
    string Action,
    Basis Basis
) : IRule;
