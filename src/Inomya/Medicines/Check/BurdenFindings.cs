namespace Inomya.Medicines;

/// <summary>An effect that several medicines add to.</summary>
internal static class BurdenFindings
{
    public static IEnumerable<MedicineFinding> Of(IEnumerable<BurdenRule> rules, IReadOnlyList<ListedMedicine> taken) =>
        rules.Select(r => One(r, taken)).OfType<MedicineFinding>();

    private static MedicineFinding? One(BurdenRule rule, IReadOnlyList<ListedMedicine> taken)
    {
        var adding = taken.Where(t => t.Now && !t.Local && Weight(rule, t) > 0).ToList();
        return Level(rule, adding) is { } level
            ? Finding(rule, level.Severity, [.. ListedMedicine.NamesOf(adding).Distinct()]) with
            {
                Somewhere = Level(rule, adding.Where(t => IsCertain(t, adding))) != level,
            }
            : null;
    }

    /// <summary>When several things that a name may hold add to it, one of them does wherever it comes from.</summary>
    private static bool IsCertain(ListedMedicine taken, List<ListedMedicine> adding) =>
        !taken.Somewhere || adding.Count(a => a.Entry == taken.Entry) > 1;

    private static BurdenLevel? Level(BurdenRule rule, IEnumerable<ListedMedicine> adding)
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
            $"safety.burden.{rule.Id}",
            new Dictionary<string, string> { ["list"] = string.Join(", ", names) },
            $"safety.action.{rule.Action}",
            rule.Basis
        );

    private static double Weight(BurdenRule rule, ListedMedicine taken) =>
        rule.Weights.Where(w => taken.IsOneOf(w.Any)).Select(w => w.Weight).DefaultIfEmpty(0).Max();
}
