namespace Inomya.Medicines;

/// <summary>More in a day than a label or a public body allows, summed over all entries.</summary>
internal sealed class AmountFindings(MedicineRules rules, IReadOnlyList<ListedMedicine> taken, DoseUnits units)
{
    private readonly HashSet<string> _conditions = Conditions.Of(taken);

    /// <summary>One finding a substance: the gravest, and of those the most careful limit.</summary>
    public IEnumerable<MedicineFinding> Of(PersonFacts person) =>
        LabelRules
            .For(rules.Limits.Where(l => Concerns(l, person)), person.Country)
            .Select(l => One(l.Rule, l.Label))
            .OfType<(LimitRule Limit, LabelOf Label, MedicineFinding Finding)>()
            .GroupBy(f => (f.Limit.Substance, f.Limit.Kind))
            .Select(g =>
                g.OrderByDescending(f => f.Finding.Severity)
                    .ThenByDescending(f => f.Limit.Basis.Verified)
                    .ThenBy(f => units.In(g.First().Limit.PerDay.Unit, f.Limit.PerDay, null) ?? f.Limit.PerDay.Value)
                    .ThenBy(f => f.Label == LabelOf.Elsewhere)
                    .First()
                    .Finding
            );

    private bool Concerns(LimitRule limit, PersonFacts person) =>
        (limit.FromAge is null || person.AgeYears >= limit.FromAge)
        && (limit.With.Count == 0 || limit.With.Overlaps(_conditions));

    private (LimitRule Limit, LabelOf Label, MedicineFinding Finding)? One(LimitRule limit, LabelOf label)
    {
        var amounts = AmountsOf(limit).ToList();
        var stated = amounts.Any(a => limit.For.Count == 0 || limit.For.Overlaps(a.Taken.For));
        var open = amounts.Any(a => a.Taken.For.Count == 0);
        var sum = amounts.Sum(a => a.Value);
        if (!(stated || open) || sum <= limit.PerDay.Value)
            return null;
        var names = amounts.Select(a => a.Taken.Name).Order(StringComparer.Ordinal).ToList();
        var severity =
            IsOverdose(limit, sum) ? Severity.Urgent
            : stated ? limit.Severity
            : Lower(limit.Severity);
        return (limit, label, Finding(limit, label, severity, sum, names));
    }

    private IEnumerable<(ListedMedicine Taken, double Value)> AmountsOf(LimitRule limit) =>
        from t in taken
        where
            t.Now
            && !t.Local
            && t.Substance.Groups.Contains(limit.Substance)
            && (limit.Product is null || t.Product?.Id == limit.Product)
        let value = (limit.Kind == FindingKind.UpperLimit ? t.OnAverage : t.PerDay) is { } amount
            ? units.In(limit.PerDay.Unit, amount, t.Substance)
            : null
        where value is not null
        select (t, value.Value);

    private bool IsOverdose(LimitRule limit, double sum) =>
        limit.Kind == FindingKind.Maximum
        && sum
            > rules.OverdoseTimes
                * rules
                    .Limits.Where(l => l.Kind == limit.Kind && l.Substance == limit.Substance && l.With.Count == 0)
                    .Select(l => units.In(limit.PerDay.Unit, l.PerDay, null))
                    .Append(limit.PerDay.Value)
                    .Max();

    private static MedicineFinding Finding(
        LimitRule limit,
        LabelOf label,
        Severity severity,
        double sum,
        List<string> names
    ) =>
        new(
            limit.Kind,
            severity,
            limit.Id,
            names,
            TextOf(limit),
            new Dictionary<string, string>
            {
                ["list"] = string.Join(", ", names),
                [MedicineCheckWords.AmountValue] = new Amount(sum, limit.PerDay.Unit).ToString(),
                [MedicineCheckWords.LimitValue] = limit.PerDay.ToString(),
                [MedicineCheckWords.ForValue] = string.Join(',', limit.For.Order(StringComparer.Ordinal)),
                [MedicineCheckWords.LabelValue] = label.ToString(),
            },
            $"safety.action.{ActionOf(limit, severity)}",
            limit.Basis
        );

    private static string ActionOf(LimitRule limit, Severity severity) =>
        limit.Kind == FindingKind.UpperLimit ? "upper-limit"
        : severity == Severity.Urgent ? "overdose"
        : "maximum";

    private static string TextOf(LimitRule limit) =>
        limit.Kind == FindingKind.UpperLimit
            ? limit.With.Count > 0
                ? "safety.upper-limit.with"
                : "safety.upper-limit"
            : limit.For.Count > 0
                ? "safety.maximum.for"
                : limit.Setting is { } setting
                    ? $"safety.maximum.{setting}"
                    : "safety.maximum";

    private static Severity Lower(Severity severity) => severity > Severity.Caution ? Severity.Caution : severity;
}
