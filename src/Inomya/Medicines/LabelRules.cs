namespace Inomya.Medicines;

/// <summary>Chooses the rules of labels that speak to a person.</summary>
internal static class LabelRules
{
    /// <remarks>
    /// Where the country is not known, or none of its labels was read, every label counts: the most careful one will be
    /// told.
    /// </remarks>
    public static IEnumerable<(T Rule, LabelOf Label)> For<T>(IEnumerable<T> rules, string? country)
        where T : ILabelRule =>
        rules
            .GroupBy(r => (r.Substance, r.Setting))
            .SelectMany(group =>
            {
                var known = country is not null && group.Any(r => r.Countries.Contains(country));
                return group
                    .Where(r => r.Countries.Count == 0 || !known || r.Countries.Contains(country!))
                    .Select(r =>
                        (
                            r,
                            r.Countries.Count == 0 ? LabelOf.Any
                            : known ? LabelOf.Here
                            : LabelOf.Elsewhere
                        )
                    );
            });
}
