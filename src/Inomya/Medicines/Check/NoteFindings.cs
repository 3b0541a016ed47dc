namespace Inomya.Medicines;

/// <summary>What to know about one medicine by itself.</summary>
internal static class NoteFindings
{
    public static IEnumerable<MedicineFinding> Of(IEnumerable<NoteRule> rules, IReadOnlyList<Listed> taken, int? age)
    {
        var conditions = Conditions.Of(taken);
        return rules.SelectMany(rule =>
        {
            var severity = SeverityOf(rule, conditions, age);
            return Groups(rule, NamesOf(rule, taken)).Select(names => Finding(rule, severity, names));
        });
    }

    private static List<string> NamesOf(NoteRule rule, IReadOnlyList<Listed> taken) =>
        [.. Listed.NamesOf(taken.Where(t => IsAbout(rule, t))).Distinct()];

    private static bool IsAbout(NoteRule rule, Listed taken) =>
        taken.ActsNow
        && taken.IsOneOf(rule.Any)
        && !taken.IsOneOf(rule.Except)
        && (rule.Product is null || (taken as ListedMedicine)?.Product?.Id == rule.Product);

    /// <summary>The gravest of what holds: of the person's conditions, and of the rule itself up to its age.</summary>
    private static Severity SeverityOf(NoteRule rule, HashSet<string> conditions, int? age) =>
        rule
            .With.Where(w => conditions.Contains(w.Key))
            .Select(w => w.Value)
            .Append(age > rule.UntilAge ? Severity.Info : rule.Severity)
            .Max();

    /// <summary>What is said of driving is said once of all; anything else of each by itself.</summary>
    private static IEnumerable<List<string>> Groups(NoteRule rule, List<string> names)
    {
        if (names.Count == 0)
            return [];
        return rule.Kind == FindingKind.Driving ? [names] : names.Select(n => new List<string> { n });
    }

    private static MedicineFinding Finding(NoteRule rule, Severity severity, List<string> names) =>
        new(
            rule.Kind,
            severity,
            rule.Id,
            names,
            $"medicine-check.note.{rule.Id}",
            new Dictionary<string, string> { ["a"] = names[0], ["list"] = string.Join(", ", names) },
            $"medicine-check.action.{rule.Action}",
            rule.Basis
        );
}
