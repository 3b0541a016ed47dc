namespace Inomya.Medicines;

/// <summary>An effect that several medicines add to.</summary>
internal static class BurdenFindings
{
    public static IEnumerable<MedicineFinding> Of(IEnumerable<BurdenRule> rules, IReadOnlyList<Listed> taken) =>
        rules.Select(r => One(r, taken)).OfType<MedicineFinding>();

    private static MedicineFinding? One(BurdenRule rule, IReadOnlyList<Listed> taken)
    {
        var adding = taken.Where(t => t.ActsNow && Weight(rule, t) > 0).ToList();
        var sum = adding.DistinctBy(t => t.Substance).Sum(t => Weight(rule, t));
        return rule.Levels.LastOrDefault(l => sum >= l.AtLeast) is { } level
            ? Finding(rule, level.Severity, [.. Listed.NamesOf(adding).Distinct()])
            : null;
    }

    private static MedicineFinding Finding(BurdenRule rule, Severity severity, List<string> names) =>
        new(
            FindingKind.Burden,
            severity,
            rule.Id,
            names,
            $"medicine-check.burden.{rule.Id}",
            new Dictionary<string, string> { ["list"] = string.Join(", ", names) },
            $"medicine-check.action.{rule.Action}",
            rule.Basis
        );

    private static double Weight(BurdenRule rule, Listed taken) =>
        rule.Weights.Where(w => taken.IsOneOf(w.Any)).Select(w => w.Weight).DefaultIfEmpty(0).Max();
}
