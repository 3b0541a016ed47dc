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
        rules.GroupBy(r => (r.Substance, r.Setting)).SelectMany(group => ThatSpeak([.. group], country));

    private static IEnumerable<(T Rule, LabelOf Label)> ThatSpeak<T>(List<T> rules, string? country)
        where T : ILabelRule
    {
        var known = country is not null && rules.Exists(r => r.Countries.Contains(country));
        return rules
            .Where(r => r.Countries.Count == 0 || !known || r.Countries.Contains(country!))
            .Select(r => (r, LabelFor(r, known)));
    }

    private static LabelOf LabelFor(ILabelRule rule, bool known) =>
        rule.Countries.Count == 0 ? LabelOf.Any
        : known ? LabelOf.Here
        : LabelOf.Elsewhere;
}
