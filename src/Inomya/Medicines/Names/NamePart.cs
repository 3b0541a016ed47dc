namespace Inomya.Medicines;

/// <param name="Product">Null when only the substance was named.</param>
/// <param name="Ingredient">The part of the product that this is; null when only the substance was named.</param>
public sealed record NamePart(Substance Substance, Product? Product, Ingredient? Ingredient)
{
    /// <summary>How much of it the name says one unit holds; null when it does not say.</summary>
    public Amount? Strength { get; init; }

    /// <summary>Only some of what the name means, in one country or another, holds it.</summary>
    public bool Somewhere { get; init; }
}
