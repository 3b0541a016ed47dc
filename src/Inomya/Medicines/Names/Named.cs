namespace Inomya.Medicines;

/// <summary>What a listed name stands for.</summary>
/// <param name="Name">As it is listed.</param>
/// <param name="Misspelt">A known misspelling; reading it is told to the person.</param>
/// <param name="Generic">The name of a substance, not of a product.</param>
/// <param name="Countries">Where it means this, where it means something else elsewhere (ISO 3166); else empty.</param>
internal sealed record Named(
    string Name,
    IReadOnlyList<NamePart> Parts,
    bool Misspelt,
    bool Generic,
    IReadOnlySet<string> Countries
)
{
    /// <summary>Read without knowing the country, so that it stands for all that it means anywhere.</summary>
    public bool AnyCountry { get; init; }

    /// <summary>The name to tell the person.</summary>
    public string Shown => Parts[0].Product?.Names[0] ?? Parts[0].Substance.Name;

    public bool IsMedicine => Parts.Any(p => p.Substance.Kind == SubstanceKind.Medicine);

    public bool IsCondition => Parts.All(p => p.Substance.Kind == SubstanceKind.Condition);

    public bool HoldsWhat(Named other) =>
        Parts.Select(p => p.Substance).ToHashSet().SetEquals(other.Parts.Select(p => p.Substance));

    /// <summary>
    /// Everything that any of these holds, at the most it holds: what is not known must not count as safe.
    /// </summary>
    public static Named All(IReadOnlyList<Named> meanings) =>
        meanings[0] with
        {
            Parts =
            [
                .. meanings
                    .SelectMany(m => m.Parts)
                    .GroupBy(p => p.Substance)
                    .Select(g =>
                        g.OrderByDescending(p => p.Ingredient?.PerUnit?.Value ?? double.MaxValue).First() with
                        {
                            Somewhere = !meanings.All(m => m.Parts.Any(p => p.Substance == g.Key)),
                        }
                    ),
            ],
            AnyCountry = true,
        };
}
