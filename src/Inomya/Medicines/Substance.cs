using Inomya.Treatments;
using Inomya.Vocabulary;

namespace Inomya.Medicines;

/// <summary>What sort of thing a name on a list stands for.</summary>
public enum SubstanceKind
{
    Medicine,
    Supplement,

    /// <summary>
    /// Something eaten, drunk or smoked that changes how medicines act: alcohol, grapefruit, tobacco.
    /// </summary>
    Habit,

    /// <summary>A state of the person that matters for a medicine: pregnancy, kidney disease.</summary>
    Condition,
}

/// <summary>One active substance, with every name people write for it.</summary>
/// <param name="Id">Kebab-case; stable.</param>
/// <param name="NamesIn">Generic names by language ("en", "es", "de", "fr"), the one to show first.</param>
/// <param name="Misspelt">Common misspellings. A name read through one of these is always told to the person.</param>
/// <param name="Groups">Its id and every class it belongs to, upwards; what a rule is matched against.</param>
/// <param name="Conversions">For units that differ by substance, such as the international unit.</param>
/// <param name="FromAge">A condition that everyone has from this age in years; else null.</param>
public sealed record Substance(
    string Id,
    SubstanceKind Kind,
    IReadOnlyDictionary<string, IReadOnlyList<string>> NamesIn,
    IReadOnlyList<string> Brands,
    IReadOnlyList<string> Misspelt,
    IReadOnlySet<string> Groups,
    IReadOnlyList<Coding> Codes,
    IReadOnlyList<UnitConversion> Conversions,
    int? FromAge
)
{
    public string Name => NamesIn["en"][0];

    /// <summary>Its generic names in every language.</summary>
    public IEnumerable<string> Names => NamesIn.Values.SelectMany(n => n).Distinct();

    /// <summary>The name to show in a language; the English one where there is none.</summary>
    public string NameIn(string language) => NamesIn.TryGetValue(language, out var names) ? names[0] : Name;

    public override string ToString() => Id;
}

/// <summary>What one unit of a substance weighs: 1 [iU] of vitamin D is 0.025 ug.</summary>
/// <param name="From">UCUM unit.</param>
public sealed record UnitConversion(string From, Amount One);

/// <summary>A number with its UCUM unit.</summary>
public readonly record struct Amount(double Value, string Unit)
{
    public override string ToString() => FormattableString.Invariant($"{Value:0.###} {Unit}");
}

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

/// <param name="PerUnit">
/// How much one tablet, capsule or sachet holds; null when that differs from pack to pack.
/// </param>
/// <param name="Main">A dose written as a weight means this ingredient.</param>
public sealed record Ingredient(Substance Substance, Amount? PerUnit, bool Main);
