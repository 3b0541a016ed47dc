namespace Inomya.Medicines;

/// <summary>The same substance, or the same class, more than once.</summary>
internal static class DuplicateFindings
{
    public static IEnumerable<MedicineFinding> Of(MedicineRules rules, IReadOnlyList<ListedMedicine> taken)
    {
        var medicines = taken
            .Where(t => t.Now && t.Substance.Kind is SubstanceKind.Medicine or SubstanceKind.Supplement)
            .ToList();
        return medicines
            .GroupBy(t => t.Substance)
            .SelectMany(g => SameSubstance(rules, g, taken))
            .Concat(rules.DoubledClasses.SelectMany(rule => SameClass(rule, medicines)));
    }

    private static IEnumerable<MedicineFinding> SameSubstance(
        MedicineRules rules,
        IGrouping<Substance, ListedMedicine> group,
        IReadOnlyList<ListedMedicine> taken
    )
    {
        var entries = group.DistinctBy(t => t.Entry).ToList();
        if (entries.Count < 2)
            yield break;
        var names = entries.Select(t => t.Name).Order(StringComparer.Ordinal).ToList();
        var rule =
            entries.Count(t => !t.Local) < 2 ? rules.SameOnSkin
            : group.Key.Kind == SubstanceKind.Supplement ? rules.SameSupplement
            : AreForms(entries, taken)
                ? HasTwins(names) ? rules.SameName
                    : rules.SameForms
            : rules.SameLongAndShort.Any.Overlaps(group.Key.Groups) ? rules.SameLongAndShort
            : rules.Same;
        yield return new MedicineFinding(
            FindingKind.Duplicate,
            rule.Severity,
            rule.Id,
            names,
            $"safety.duplicate.{rule.Id}",
            new Dictionary<string, string> { ["list"] = string.Join(", ", names), ["substance"] = group.Key.Name },
            $"safety.action.{rule.Action}",
            rule.Basis
        );
    }

    private static bool OneProduct(List<ListedMedicine> entries) =>
        entries.Select(t => t.Medicine.Product).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1;

    /// <summary>One name stands there twice as it is: times of the day, or a slip.</summary>
    private static bool HasTwins(List<string> names) =>
        names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < names.Count;

    /// <summary>
    /// One medicine in several strengths or forms: the names begin alike and hold the same substances ("Tylenol PM"
    /// holds another).
    /// </summary>
    private static bool AreForms(List<ListedMedicine> entries, IReadOnlyList<ListedMedicine> taken) =>
        OneProduct(entries)
        && entries.Select(t => NameText.Words(t.Name).FirstOrDefault()).Distinct().Count() == 1
        && entries.Select(t => Holds(t, taken)).Distinct().Count() == 1;

    private static string Holds(ListedMedicine entry, IReadOnlyList<ListedMedicine> taken) =>
        string.Join(' ', taken.Where(t => t.Entry == entry.Entry).Select(t => t.Substance.Id).Distinct().Order());

    private static IEnumerable<MedicineFinding> SameClass(ClassRule rule, List<ListedMedicine> medicines)
    {
        var members = medicines
            .Where(t => !t.Local && t.Substance.Groups.Contains(rule.Class) && !t.IsOneOf(rule.Except))
            .ToList();
        if (members.DistinctBy(t => t.Substance).Count() < 2 || members.DistinctBy(t => t.Entry).Count() < 2)
            yield break;
        var names = members.Select(t => t.Name).Order(StringComparer.Ordinal).Distinct().ToList();
        yield return new MedicineFinding(
            FindingKind.Duplicate,
            rule.Severity,
            rule.Id,
            names,
            "safety.duplicate.class",
            new Dictionary<string, string>
            {
                ["list"] = string.Join(", ", names),
                [MedicineCheckWords.ClassValue] = rule.Class,
            },
            $"safety.action.{rule.Action}",
            rule.Basis
        );
    }
}
