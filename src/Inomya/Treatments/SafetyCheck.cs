using NodaTime;

namespace Inomya.Treatments;

/// <summary>Checks a list of medicines, supplements and habits against the rules of content/interactions, offline.</summary>
/// <remarks>
/// What it finds is for a talk with a pharmacist or doctor; finding nothing is no clearance. The order of the list does not matter, and a
/// longer list never has fewer findings: a finding keeps its rule, keeps its names (it may gain some) and never weighs less.
/// The method, and what it cannot see, is in docs/methods/medicine-check.md.
/// </remarks>
public sealed class SafetyCheck(MedicineCatalogue catalogue)
{
    /// <summary>What there is to talk about, the most pressing first.</summary>
    /// <param name="on">The person's day; durations and washout times are counted to it.</param>
    public IReadOnlyList<Finding> Check(IReadOnlyList<Medicine> medicines, LocalDate on, PersonFacts? person = null)
    {
        var reader = new ListReader(catalogue, on);
        reader.Read(medicines, person ?? PersonFacts.Unknown);
        var taken = reader.Taken;
        var rules = catalogue.Rules;
        var age = (person ?? PersonFacts.Unknown).AgeYears;
        return
        [
            .. NameFindings
                .Of(reader.Doubts)
                .Concat(AllergyFindings.Of(catalogue, taken, (person ?? PersonFacts.Unknown).Allergies))
                .Concat(CombinationFindings.Of(rules.Combinations, taken, age, new SumOfDay(taken, catalogue.Units)))
                .Concat(DuplicateFindings.Of(rules, taken))
                .Concat(AmountFindings.Of(rules.Limits, taken, age, catalogue.Units))
                .Concat(DurationFindings.Of(rules.Durations, taken, on))
                .Concat(BurdenFindings.Of(rules.Burdens, taken))
                .Concat(NoteFindings.Of(rules.Notes, taken))
                .OrderByDescending(f => f.Severity)
                .ThenBy(f => f.Kind)
                .ThenBy(f => f.Rule, StringComparer.Ordinal)
                .ThenBy(f => string.Join('\n', f.Between), StringComparer.Ordinal),
        ];
    }
}

/// <summary>Names that were not read, or not as written.</summary>
internal static class NameFindings
{
    private static readonly Basis Own = new([], true);

    public static IEnumerable<Finding> Of(
        IEnumerable<(Medicine Medicine, NameReading Reading, NameDoubt Doubt)> doubts
    ) =>
        doubts
            .Select(d =>
                d.Doubt switch
                {
                    NameDoubt.ReadAs => Finding(d.Medicine, Severity.Info, "read-as", d.Reading.ReadAs!),
                    NameDoubt.Differs => Finding(d.Medicine, Severity.Caution, "differs", d.Medicine.Product!),
                    _ when d.Reading.DidYouMean.Count > 0 => Finding(
                        d.Medicine,
                        Severity.Caution,
                        "did-you-mean",
                        string.Join(", ", d.Reading.DidYouMean)
                    ),
                    _ => Finding(d.Medicine, Severity.Caution, "not-known", ""),
                }
            )
            .DistinctBy(f => f.Key);

    private static Finding Finding(Medicine medicine, Severity severity, string what, string other) =>
        new(
            FindingKind.UnknownName,
            severity,
            $"name-{what}",
            [medicine.Name],
            $"safety.name.{what}",
            new Dictionary<string, string> { ["a"] = medicine.Name, ["other"] = other },
            "safety.action.check-name",
            Own
        );
}

/// <summary>Something on the list that the person noted an allergy to, or of the same kind.</summary>
internal static class AllergyFindings
{
    /// <summary>That a noted name is on the list is the person's own word, no claim of ours.</summary>
    private static readonly Basis Own = new([], true);

    public static IEnumerable<Finding> Of(
        MedicineCatalogue catalogue,
        IReadOnlyList<Taken> taken,
        IReadOnlyList<string> allergies
    ) =>
        from allergy in allergies.Distinct(StringComparer.OrdinalIgnoreCase)
        let parts = catalogue.Names.Read(allergy).Parts.Select(p => p.Substance).ToList()
        from entry in taken.Where(t => t.Now && t.Entry > 0).DistinctBy(t => (t.Name, t.Substance))
        let finding = One(catalogue.Rules, allergy, parts, entry)
        where finding is not null
        select finding;

    private static Finding? One(SafetyRules rules, string allergy, List<Substance> parts, Taken entry)
    {
        if (parts.Contains(entry.Substance))
            return Finding("allergy-same", Severity.Urgent, "today", Own, allergy, entry);
        return
            rules.AllergyKinds.FirstOrDefault(k => entry.IsOneOf(k.Any) && parts.Any(p => k.Any.Overlaps(p.Groups)))
                is { } kind
            ? Finding(kind.Id, kind.Severity, kind.Action, kind.Basis, allergy, entry)
            : null;
    }

    private static Finding Finding(
        string rule,
        Severity severity,
        string action,
        Basis basis,
        string allergy,
        Taken entry
    ) =>
        new(
            FindingKind.Allergy,
            severity,
            rule,
            [entry.Name],
            rule == "allergy-same" ? "safety.allergy.same" : "safety.allergy.kind",
            new Dictionary<string, string> { ["a"] = entry.Name, ["allergy"] = allergy },
            $"safety.action.{action}",
            basis
        );
}

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

/// <summary>The same substance, or the same class, more than once.</summary>
internal static class DuplicateFindings
{
    public static IEnumerable<Finding> Of(SafetyRules rules, IReadOnlyList<Taken> taken)
    {
        var medicines = taken
            .Where(t => t.Now && t.Substance.Kind is SubstanceKind.Medicine or SubstanceKind.Supplement)
            .ToList();
        return medicines
            .GroupBy(t => t.Substance)
            .SelectMany(g => SameSubstance(rules, g))
            .Concat(rules.DoubledClasses.SelectMany(rule => SameClass(rule, medicines)));
    }

    private static IEnumerable<Finding> SameSubstance(SafetyRules rules, IGrouping<Substance, Taken> group)
    {
        var entries = group.DistinctBy(t => t.Entry).ToList();
        if (entries.Count < 2)
            yield break;
        var names = entries.Select(t => t.Name).Order(StringComparer.Ordinal).ToList();
        var oneName =
            names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1
            && entries.Select(t => t.Medicine.Product).Distinct().Count() == 1;
        var rule =
            entries.Count(t => !t.Local) < 2 ? rules.SameOnSkin
            : group.Key.Kind == SubstanceKind.Supplement ? rules.SameSupplement
            : oneName ? rules.SameName
            : rules.Same;
        yield return new Finding(
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

    private static IEnumerable<Finding> SameClass(ClassRule rule, List<Taken> medicines)
    {
        var members = medicines
            .Where(t => !t.Local && t.Substance.Groups.Contains(rule.Class) && !t.IsOneOf(rule.Except))
            .ToList();
        if (members.DistinctBy(t => t.Substance).Count() < 2 || members.DistinctBy(t => t.Entry).Count() < 2)
            yield break;
        var names = members.Select(t => t.Name).Order(StringComparer.Ordinal).Distinct().ToList();
        yield return new Finding(
            FindingKind.Duplicate,
            rule.Severity,
            rule.Id,
            names,
            "safety.duplicate.class",
            new Dictionary<string, string>
            {
                ["list"] = string.Join(", ", names),
                [SafetyWords.ClassValue] = rule.Class,
            },
            $"safety.action.{rule.Action}",
            rule.Basis
        );
    }
}
