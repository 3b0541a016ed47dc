namespace Inomya.Medicines;

/// <summary>What to know about one medicine by itself.</summary>
internal static class NoteFindings
{
    public static IEnumerable<MedicineFinding> Of(
        IEnumerable<NoteRule> rules,
        IReadOnlyList<ListedMedicine> taken,
        int? age
    )
    {
        var conditions = Conditions.Of(taken);
        foreach (var rule in rules)
        {
            var names = taken
                .Where(t =>
                    t.Now
                    && !t.Local
                    && t.IsOneOf(rule.Any)
                    && !t.IsOneOf(rule.Except)
                    && (rule.Product is null || t.Product?.Id == rule.Product)
                )
                .Select(t => t.Name)
                .Order(StringComparer.Ordinal)
                .Distinct()
                .ToList();
            if (names.Count == 0)
                continue;
            var severity = rule
                .With.Where(w => conditions.Contains(w.Key))
                .Select(w => w.Value)
                .Append(age > rule.UntilAge ? Severity.Info : rule.Severity)
                .Max();
            foreach (
                var group in rule.Kind == FindingKind.Driving ? [names] : names.Select(n => new List<string> { n })
            )
                yield return new MedicineFinding(
                    rule.Kind,
                    severity,
                    rule.Id,
                    group,
                    $"safety.note.{rule.Id}",
                    new Dictionary<string, string> { ["a"] = group[0], ["list"] = string.Join(", ", group) },
                    $"safety.action.{rule.Action}",
                    rule.Basis
                );
        }
    }
}
