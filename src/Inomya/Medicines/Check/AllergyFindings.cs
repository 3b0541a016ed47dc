namespace Inomya.Medicines;

/// <summary>Something on the list that the person noted an allergy to, or of the same kind.</summary>
internal static class AllergyFindings
{
    /// <summary>That a noted name is on the list is the person's own word, no claim of ours.</summary>
    private static readonly Basis Own = new([], true);

    public static IEnumerable<MedicineFinding> Of(
        MedicineCatalogue catalogue,
        IReadOnlyList<ListedMedicine> taken,
        IReadOnlyList<string> allergies
    ) =>
        from allergy in allergies.Distinct(StringComparer.OrdinalIgnoreCase)
        let parts = catalogue.Names.Read(allergy).Parts.Select(p => p.Substance).ToList()
        from entry in taken.Where(t => t.Now).DistinctBy(t => (t.Name, t.Substance))
        let finding = One(catalogue.Rules, allergy, parts, entry)
        where finding is not null
        select finding;

    private static MedicineFinding? One(
        MedicineRules rules,
        string allergy,
        List<Substance> parts,
        ListedMedicine entry
    )
    {
        if (parts.Contains(entry.Substance))
            return Finding("allergy-same", Severity.Urgent, "today", Own, allergy, entry);
        return
            rules.AllergyKinds.FirstOrDefault(k => entry.IsOneOf(k.Any) && parts.Any(p => k.Any.Overlaps(p.Groups)))
                is { } kind
            ? Finding(kind.Id, kind.Severity, kind.Action, kind.Basis, allergy, entry)
            : null;
    }

    private static MedicineFinding Finding(
        string rule,
        Severity severity,
        string action,
        Basis basis,
        string allergy,
        ListedMedicine entry
    ) =>
        new(
            FindingKind.Allergy,
            severity,
            rule,
            [entry.Name],
            rule == "allergy-same" ? "medicine-check.allergy.same" : "medicine-check.allergy.kind",
            new Dictionary<string, string> { ["a"] = entry.Name, ["allergy"] = allergy },
            $"medicine-check.action.{action}",
            basis
        );
}
