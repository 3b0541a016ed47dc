namespace Inomya.Medicines;

/// <summary>The same substance, or the same class, more than once.</summary>
internal sealed class DuplicateFindings(DuplicateRules rules, IReadOnlyList<ListedMedicine> taken)
{
    public IEnumerable<MedicineFinding> Of()
    {
        var medicines = taken
            .Where(t => t.Now && t.Substance.Kind is SubstanceKind.Medicine or SubstanceKind.Supplement)
            .ToList();
        return medicines
            .GroupBy(t => t.Substance)
            .Select(g => SameSubstance(g.Key, [.. g.DistinctBy(t => t.Entry)]))
            .Concat(rules.Classes.Select(rule => SameClass(rule, medicines)))
            .OfType<MedicineFinding>();
    }

    private MedicineFinding? SameSubstance(Substance substance, List<ListedMedicine> entries)
    {
        if (entries.Count < 2)
            return null;
        var names = Listed.NamesOf(entries);
        var rule = RuleFor(substance, entries, names);
        return Finding(rule, names, rule.Id, ("substance", substance.Name));
    }

    private ClassRule RuleFor(Substance substance, List<ListedMedicine> entries, List<string> names)
    {
        if (entries.Count(t => !t.Local) < 2)
            return rules.SameOnSkin;
        if (substance.Kind == SubstanceKind.Supplement)
            return rules.SameSupplement;
        if (AreForms(entries))
            return HasTwins(names) ? rules.SameName : rules.SameForms;
        if (rules.SameForms.Any.Overlaps(substance.Groups))
            return rules.SameForms;
        return rules.SameLongAndShort.Any.Overlaps(substance.Groups) ? rules.SameLongAndShort : rules.Same;
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
    private bool AreForms(List<ListedMedicine> entries) =>
        OneProduct(entries)
        && entries.Select(t => NameText.Words(t.Name).FirstOrDefault()).Distinct().Count() == 1
        && entries.Select(Holds).Distinct().Count() == 1;

    private string Holds(ListedMedicine entry) =>
        string.Join(' ', taken.Where(t => t.Entry == entry.Entry).Select(t => t.Substance.Id).Distinct().Order());

    private static MedicineFinding? SameClass(ClassRule rule, List<ListedMedicine> medicines)
    {
        var members = medicines
            .Where(t => !t.Local && t.Substance.Groups.Contains(rule.Class) && !t.IsOneOf(rule.Except))
            .ToList();
        if (members.DistinctBy(t => t.Substance).Count() < 2 || members.DistinctBy(t => t.Entry).Count() < 2)
            return null;
        var names = Listed.NamesOf(members).Distinct().ToList();
        return Finding(rule, names, "class", (MedicineCheckWords.ClassValue, rule.Class));
    }

    private static MedicineFinding Finding(
        ClassRule rule,
        List<string> names,
        string text,
        (string Name, string Value) what
    ) =>
        new(
            FindingKind.Duplicate,
            rule.Severity,
            rule.Id,
            names,
            $"medicine-check.duplicate.{text}",
            new Dictionary<string, string> { ["list"] = string.Join(", ", names), [what.Name] = what.Value },
            $"medicine-check.action.{rule.Action}",
            rule.Basis
        );
}
