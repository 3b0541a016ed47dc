namespace Inomya.Medicines;

/// <summary>A product whose rules or contents differ from those of its substance alone.</summary>
/// <param name="Names">What is written on the box.</param>
/// <param name="Contains">One ingredient, or several for a combination.</param>
/// <param name="Routes">The ways it is taken, such as "sublingual"; empty when the product does not say.</param>
/// <param name="Assumed">Taken to be meant when only the substance is named and no route is given.</param>
/// <param name="Countries">
/// Where its name means this (ISO 3166), when it means something else elsewhere; else empty.
/// </param>
public sealed record Product(
    string Id,
    IReadOnlyList<string> Names,
    IReadOnlyList<Ingredient> Contains,
    IReadOnlySet<string> Routes,
    bool Assumed,
    IReadOnlySet<string> Countries
);
