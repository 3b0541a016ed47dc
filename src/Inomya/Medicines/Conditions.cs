namespace Inomya.Medicines;

/// <summary>The conditions of the person, told by themselves or as an entry of the list.</summary>
internal static class Conditions
{
    public static HashSet<string> Of(IReadOnlyList<Listed> all) =>
        all.Where(t => t.Substance.Kind == SubstanceKind.Condition)
            .SelectMany(t => t.Substance.Groups)
            .ToHashSet(StringComparer.Ordinal);
}
