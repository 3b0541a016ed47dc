namespace Inomya.Medicines;

/// <summary>The states of the person that stand on a list.</summary>
internal static class Conditions
{
    public static HashSet<string> Of(IReadOnlyList<ListedMedicine> taken) =>
        taken
            .Where(t => t.Substance.Kind == SubstanceKind.Condition)
            .SelectMany(t => t.Substance.Groups)
            .ToHashSet(StringComparer.Ordinal);
}
