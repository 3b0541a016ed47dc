namespace Inomya.Medicines;

/// <summary>One substance of one entry, read and ready to be matched against rules.</summary>
/// <param name="Local">Put on the skin, into an eye, … so that little reaches the rest of the body.</param>
/// <param name="PerDay">
/// How much of the substance on a day on which it is taken, as far as the entry says; null when it does not.
/// </param>
/// <param name="For">Ids of the conditions that it is taken for; empty when not known.</param>
/// <param name="EndedDays">Days since it was last taken; null while it is taken.</param>
internal sealed record ListedMedicine(
    Medicine Medicine,
    Substance Substance,
    Product? Product,
    bool Local,
    Amount? PerDay,
    IReadOnlySet<string> For,
    int? EndedDays
)
{
    public string Name => Medicine.Name;

    /// <summary>What stands on the list holds it in some countries only, and which one it is from is not known.</summary>
    public bool Somewhere { get; init; }

    /// <summary>Entries are told apart by this; conditions of the person have negative numbers.</summary>
    public int Entry => Medicine.Entry;

    public bool Now => EndedDays is null;

    /// <summary>How much of the substance a day, over days on which it is taken and days between.</summary>
    public Amount? OnAverage => PerDay is { } amount ? amount with { Value = amount.Value / Medicine.DaysApart } : null;

    /// <summary>The names as written, in the order of the alphabet; twice what stands there twice.</summary>
    public static List<string> NamesOf(IEnumerable<ListedMedicine> some) =>
        [.. some.Select(t => t.Name).Order(StringComparer.Ordinal)];

    public bool IsOneOf(IReadOnlySet<string> groups) => groups.Overlaps(Substance.Groups);

    /// <summary>Taken now or, for a rule with a washout, not long ago; in a way and amount that counts.</summary>
    public bool Counts(RuleSide side, SumOfDay sums) =>
        (Now || EndedDays <= side.WashoutDays)
        && Local == side.OnSkin
        && IsOneOf(side.Any)
        && !IsOneOf(side.Except)
        && (side.AtLeast is not { } least || sums.Reaches(Substance, least, side.OnlyKnown));
}
