namespace Inomya.Treatments;

/// <summary>Two or three things that matter together.</summary>
internal static class CombinationFindings
{
    public static IEnumerable<Finding> Of(
        IEnumerable<CombinationRule> rules,
        IReadOnlyList<Taken> taken,
        int? age,
        SumOfDay sums
    ) =>
        rules
            .Where(r => r.FromAge is null || age >= r.FromAge)
            .SelectMany(rule =>
            {
                var sides = rule.Sides.Select(s => taken.Where(t => t.Counts(s, sums)).ToList()).ToList();
                return sides.Any(s => s.Count == 0) ? []
                    : sides.Count == 2 ? Pairs(rule, sides[0], sides[1])
                    : Triple(rule, sides);
            });

    private static IEnumerable<Finding> Pairs(CombinationRule rule, List<Taken> first, List<Taken> second)
    {
        var seen = new HashSet<(string, string)>();
        foreach (var a in first.OrderBy(t => t.Name, StringComparer.Ordinal))
        foreach (var b in second.OrderBy(t => t.Name, StringComparer.Ordinal))
            if (
                a.Entry != b.Entry
                && a.Substance != b.Substance
                && (a.Now || b.Now)
                && !seen.Contains((b.Name, a.Name))
                && seen.Add((a.Name, b.Name))
            )
                yield return Finding(rule, [a.Name, b.Name]);
    }

    /// <summary>One finding with all who take part: triples would grow with the cube of the list.</summary>
    private static IEnumerable<Finding> Triple(CombinationRule rule, List<List<Taken>> sides)
    {
        var distinct = sides[0]
            .Any(a =>
                sides[1].Any(b => b.Entry != a.Entry && sides[2].Any(c => c.Entry != a.Entry && c.Entry != b.Entry))
            );
        if (distinct)
            yield return Finding(
                rule,
                [.. sides.SelectMany(s => s.Select(t => t.Name).Order(StringComparer.Ordinal)).Distinct()]
            );
    }

    private static Finding Finding(CombinationRule rule, IReadOnlyList<string> names) =>
        new(
            rule.Kind,
            rule.Severity,
            rule.Id,
            names,
            $"interaction.{rule.Id}",
            new Dictionary<string, string>
            {
                ["a"] = names[0],
                ["b"] = names[1],
                ["list"] = string.Join(", ", names),
            },
            $"safety.action.{rule.Action}",
            rule.Basis
        );
}
