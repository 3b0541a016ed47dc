namespace Inomya.Medicines;

/// <summary>An effect that several medicines add to.</summary>
internal static class BurdenFindings
{
    public static IEnumerable<MedicineFinding> Of(IEnumerable<BurdenRule> rules, IReadOnlyList<Listed> taken) =>
        rules.Select(r => One(r, taken)).OfType<MedicineFinding>();

    private static MedicineFinding? One(BurdenRule rule, IReadOnlyList<Listed> taken)
    {
        var adding = taken.Where(t => t.ActsNow && Weight(rule, t) > 0).ToList();
        return Level(rule, adding) is { } level
            ? Finding(rule, level.Severity, [.. Listed.NamesOf(adding).Distinct()]) with
            {
                Somewhere = Level(rule, adding.Where(t => IsCertain(t, adding))) != level,
            }
            : null;
    }

    /// <summary>When several things that a name may hold add to it, one of them does wherever it comes from.</summary>
    private static bool IsCertain(Listed taken, List<Listed> adding) =>
        taken is not ListedMedicine { Somewhere: true, Entry: var entry }
        || adding.OfType<ListedMedicine>().Count(a => a.Entry == entry) > 1;

    private static BurdenLevel? Level(BurdenRule rule, IEnumerable<Listed> adding)
    {
        var sum = adding.DistinctBy(t => t.Substance).Sum(t => Weight(rule, t));
        return rule.Levels.LastOrDefault(l => sum >= l.AtLeast);
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
