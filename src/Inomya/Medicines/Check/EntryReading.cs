namespace Inomya.Medicines;

/// <summary>The name of one entry and its product, each as it was read.</summary>
/// <param name="Product">Null when the entry names none.</param>
internal sealed record EntryReading(Medicine Medicine, NameReading Name, NameReading? Product)
{
    /// <summary>What the entry stands for: of the product what its name does not say as well.</summary>
    public IReadOnlyList<NamePart> Parts { get; } = PartsOf(Name, FoundIn(Product));

    public string? Route => Name.Route ?? Product?.Route;

    public Amount? Strength => Name.Strength ?? Product?.Strength;

    /// <summary>The name goes first; where it is not known the product may be.</summary>
    private NameReading Best => Name.Found ? Name : FoundIn(Product) ?? Name;

    /// <summary>What the person should be asked or told about how it was read.</summary>
    public IEnumerable<(Medicine Medicine, NameReading Reading, NameDoubt Doubt)> Doubts()
    {
        if (!Best.Found)
            yield return (Medicine, Name, NameDoubt.Unknown);
        else if (!Name.Found)
            yield return (Medicine, Product! with { ReadAs = Medicine.Product }, NameDoubt.ReadAs);
        else if (Name.ReadAs is not null)
            yield return (Medicine, Name, NameDoubt.ReadAs);
        if (Best.AnyCountry)
            yield return (Medicine, Best, NameDoubt.AnyCountry);
        if (Name.Found && Product is { Found: true } && Product.Parts.Any(p => !Holds(Name, p)))
            yield return (Medicine, Product, NameDoubt.Differs);
    }

    private static IReadOnlyList<NamePart> PartsOf(NameReading name, NameReading? product) =>
        product is null ? name.Parts : [.. product.Parts, .. name.Parts.Where(p => !Holds(product, p))];

    private static NameReading? FoundIn(NameReading? product) => product is { Found: true } ? product : null;

    private static bool Holds(NameReading reading, NamePart part) =>
        reading.Parts.Any(p => p.Substance == part.Substance);
}
