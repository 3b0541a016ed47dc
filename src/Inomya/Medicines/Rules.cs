using Inomya.Treatments;

namespace Inomya.Medicines;

/// <summary>How soon a finding should be talked about.</summary>
public enum Severity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Worth asking about at the next chance.</summary>
    Caution,

    /// <summary>Ask before taking these together.</summary>
    Serious,

    /// <summary>Ask today, before the next dose.</summary>
    Urgent,
}

/// <summary>What a rule rests on.</summary>
/// <param name="Sources">Citations, in full.</param>
/// <param name="Verified">
/// True only when the statement was seen in a copy of a source. False: shown as not yet checked, never as fact.
/// </param>
/// <param name="ByMaker">Who sells what was studied ran one of the studies; told beside every figure from it.</param>
public sealed record Basis(IReadOnlyList<string> Sources, bool Verified, bool ByMaker = false);

/// <summary>
/// One part of a combination: any substance of these groups, taken so that it acts in the whole body.
/// </summary>
/// <param name="Any">Ids of substances or classes.</param>
/// <param name="Except">Substances or classes left out although a class in <paramref name="Any"/> holds them.</param>
/// <param name="OnSkin">
/// True: only what is put on the skin, into an eye, … counts; false: only what acts in the whole body.
/// </param>
/// <param name="AtLeast">Counts from this much a day.</param>
/// <param name="OnlyKnown">
/// True: an amount that is not known does not count; false: better asked than missed, so it does.
/// </param>
/// <param name="WashoutDays">Still counts this long after its last day.</param>
public sealed record RuleSide(
    IReadOnlySet<string> Any,
    IReadOnlySet<string> Except,
    bool OnSkin,
    Amount? AtLeast,
    bool OnlyKnown,
    int WashoutDays
);

/// <summary>A combination that matters.</summary>
/// <param name="Number">Its row in the list it was taken from; null for a row of our own.</param>
/// <param name="Sides">Two, or three where only all three together matter.</param>
/// <param name="FromAge">Applies from this age in years, where the age is known to be reached; null at any age.</param>
/// <param name="Mechanism">
/// Of the rules of one mechanism that hold for two names only the one that weighs most is told; null: always told.
/// </param>
/// <param name="Text">Last part of the locale key of what could happen; rules with the same effect share it.</param>
/// <param name="Action">Last part of the locale key of what to do.</param>
public sealed record CombinationRule(
    string Id,
    string? Mechanism,
    string Text,
    int? Number,
    FindingKind Kind,
    Severity Severity,
    IReadOnlyList<RuleSide> Sides,
    int? FromAge,
    string Action,
    Basis Basis
);

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
);

/// <summary>Groups within which an allergy to one member matters for the others.</summary>
public sealed record AllergyRule(string Id, IReadOnlySet<string> Any, Severity Severity, string Action, Basis Basis);

/// <summary>An effect that adds up over medicines.</summary>
/// <param name="Weights">What each group adds; of several that match, the highest counts.</param>
/// <param name="Levels">From which sum on it is told, mildest first.</param>
public sealed record BurdenRule(
    string Id,
    IReadOnlyList<BurdenWeight> Weights,
    IReadOnlyList<BurdenLevel> Levels,
    string Action,
    Basis Basis
);

public sealed record BurdenWeight(IReadOnlySet<string> Any, double Weight);

public sealed record BurdenLevel(double AtLeast, Severity Severity);

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

/// <summary>Something taken only once in so many days, so that a daily dose would be an overdose.</summary>
/// <param name="Patch">Only as a patch.</param>
/// <param name="ExceptNames">Not under these names, and not when it is swallowed under them.</param>
/// <param name="From">Only in doses from this one on; null for any.</param>
/// <param name="UpTo">Only in doses up to this one; null for any.</param>
/// <param name="EveryDays">What is usual.</param>
/// <param name="LeastDays">An entry that comes oftener than once in so many days is told.</param>
/// <param name="Unsaid">How much it weighs when the list does not say how often.</param>
/// <param name="Harm">Last part of the locale key safety.harm.HARM.</param>
public sealed record IntervalRule(
    string Id,
    string Substance,
    bool Patch,
    IReadOnlyList<string> ExceptNames,
    Amount? From,
    Amount? UpTo,
    int EveryDays,
    double LeastDays,
    Severity Severity,
    Severity Unsaid,
    string Harm,
    Basis Basis
);

/// <summary>What one dose usually is, and the most that is given at once in a usual treatment.</summary>
public sealed record UsualDoseRule(string Id, string Substance, Amount Usual, Amount UpTo, Basis Basis);

/// <summary>The least time between two doses that a label or a public body says.</summary>
public sealed record ApartRule(string Id, string Substance, double Hours, Basis Basis);

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
);
