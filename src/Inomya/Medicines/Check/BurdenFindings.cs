namespace Inomya.Medicines;

/// <summary>An effect that several medicines add to.</summary>
internal static class BurdenFindings
{
    public static IEnumerable<MedicineFinding> Of(IEnumerable<BurdenRule> rules, IReadOnlyList<ListedMedicine> taken)
    {
        foreach (var rule in rules)
        {
            var adding = taken
                .Where(t => t.Now && !t.Local)
                .Select(t => (Taken: t, Weight: Weight(rule, t)))
                .Where(a => a.Weight > 0)
                .ToList();
            var sum = adding.DistinctBy(a => a.Taken.Substance).Sum(a => a.Weight);
            if (rule.Levels.LastOrDefault(l => sum >= l.AtLeast) is not { } level)
                continue;
            var names = adding.Select(a => a.Taken.Name).Order(StringComparer.Ordinal).Distinct().ToList();
            yield return new MedicineFinding(
                FindingKind.Burden,
                level.Severity,
                rule.Id,
                names,
                $"safety.burden.{rule.Id}",
                new Dictionary<string, string> { ["list"] = string.Join(", ", names) },
                $"safety.action.{rule.Action}",
                rule.Basis
            );
        }
    }

    private static double Weight(BurdenRule rule, ListedMedicine taken) =>
        rule.Weights.Where(w => taken.IsOneOf(w.Any)).Select(w => w.Weight).DefaultIfEmpty(0).Max();
}
