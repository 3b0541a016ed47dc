using Inomya.Vocabulary;

namespace Inomya.Medicines;

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
