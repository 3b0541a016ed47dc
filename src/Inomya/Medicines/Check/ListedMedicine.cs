namespace Inomya.Medicines;

/// <summary>One substance of one entry, read and ready to be matched against rules.</summary>
/// <param name="Local">Put on the skin, into an eye, … so that little reaches the rest of the body.</param>
/// <param name="PerDay">
/// How much of the substance on a day on which it is taken, as far as the entry says; null when it does not.
/// </param>
/// <param name="EndedDays">Days since it was last taken; null while it is taken.</param>
internal sealed record ListedMedicine(
    Medicine Medicine,
    Substance Substance,
    Product? Product,
    bool Local,
    Amount? PerDay,
    IReadOnlySet<string> For,
    int? EndedDays
) : Listed(Substance, For)
{
    public override string Name => Medicine.Name;

    /// <summary>What stands on the list holds it in some countries only, and which one it is from is not known.</summary>
    public bool Somewhere { get; init; }

    /// <summary>Entries are told apart by this.</summary>
    public int Entry => Medicine.Entry;

    public override bool Now => EndedDays is null;

    public override bool ActsNow => Now && !Local;

    /// <summary>How much of the substance a day, over days on which it is taken and days between.</summary>
    public Amount? OnAverage => PerDay is { } amount ? amount with { Value = amount.Value / Medicine.DaysApart } : null;

    public override bool IsOfEntryOf(Listed other) => other is ListedMedicine medicine && medicine.Entry == Entry;

    protected override bool IsThereFor(RuleSide side) => (Now || EndedDays <= side.WashoutDays) && Local == side.OnSkin;
}
