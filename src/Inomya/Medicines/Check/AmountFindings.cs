namespace Inomya.Medicines;

/// <summary>More in a day than a label or a public body allows, summed over all entries.</summary>
internal sealed class AmountFindings(MedicineRules rules, ListReader list, DoseUnits units)
{
    private readonly HashSet<string> _conditions = Conditions.Of(list.All);

    /// <summary>One finding a substance: the gravest, and of those the most careful limit.</summary>
    public IEnumerable<MedicineFinding> Of(PersonFacts person) =>
        LabelRules
            .For(rules.Limits.Where(l => Concerns(l, person)), person.Country)
            .Select(l => ExcessOver(l.Rule, l.Label))
            .OfType<Excess>()
            .GroupBy(e => (e.Limit.Substance, e.Limit.Kind))
            .Select(Gravest)
            .Select(Finding);

    private Excess Gravest(IGrouping<(string, FindingKind), Excess> ofOne)
    {
        var unit = ofOne.First().Limit.PerDay.Unit;
        return ofOne
            .OrderByDescending(e => e.Severity)
            .ThenByDescending(e => e.Limit.Basis.Verified)
            .ThenBy(e => units.In(unit, e.Limit.PerDay, null) ?? e.Limit.PerDay.Value)
            .ThenBy(e => e.Label == LabelOf.Elsewhere)
            .First();
    }

    private bool Concerns(LimitRule limit, PersonFacts person) =>
        (limit.FromAge is null || person.AgeYears >= limit.FromAge)
        && (limit.With.Count == 0 || limit.With.Overlaps(_conditions));

    /// <summary>Null where the sum is within the limit, or all of it is taken for something else.</summary>
    private Excess? ExcessOver(LimitRule limit, LabelOf label)
    {
        var amounts = AmountsOf(limit).ToList();
        var stated = amounts.Exists(a => limit.For.Count == 0 || limit.For.Overlaps(a.Taken.For));
        var open = amounts.Exists(a => a.Taken.For.Count == 0);
        var sum = amounts.Sum(a => a.Value);
        if (!(stated || open) || sum <= limit.PerDay.Value)
            return null;
        var names = Listed.NamesOf(amounts.Select(a => a.Taken));
        return new Excess(limit, label, SeverityOf(limit, sum, stated), sum, names);
    }

    private IEnumerable<(ListedMedicine Taken, double Value)> AmountsOf(LimitRule limit) =>
        from t in list.Taken
        where IsOf(limit, t)
        let value = (limit.Kind == FindingKind.UpperLimit ? t.OnAverage : t.PerDay) is { } amount
            ? units.In(limit.PerDay.Unit, amount, t.Substance)
            : null
        where value is not null
        select (t, value.Value);

    private static bool IsOf(LimitRule limit, ListedMedicine taken) =>
        taken.ActsNow
        && taken.Substance.Groups.Contains(limit.Substance)
        && (limit.Product is null || taken.Product?.Id == limit.Product);

    /// <param name="stated">False: it may be taken for something that the limit is not about.</param>
    private Severity SeverityOf(LimitRule limit, double sum, bool stated) =>
        IsOverdose(limit, sum) ? Severity.Urgent
        : stated ? limit.Severity
        : Lower(limit.Severity);

    private bool IsOverdose(LimitRule limit, double sum) =>
        limit.Kind == FindingKind.Maximum
        && sum
            > rules.OverdoseTimes
                * rules
                    .Limits.Where(l => l.Kind == limit.Kind && l.Substance == limit.Substance && l.With.Count == 0)
                    .Select(l => units.In(limit.PerDay.Unit, l.PerDay, null))
                    .Append(limit.PerDay.Value)
                    .Max();

    private static MedicineFinding Finding(Excess excess) =>
        new(
            excess.Limit.Kind,
            excess.Severity,
            excess.Limit.Id,
            excess.Names,
            TextOf(excess.Limit),
            ValuesOf(excess),
            $"medicine-check.action.{ActionOf(excess.Limit, excess.Severity)}",
            excess.Limit.Basis
        );

    private static Dictionary<string, string> ValuesOf(Excess excess)
    {
        var limit = excess.Limit;
        return new Dictionary<string, string>
        {
            ["list"] = string.Join(", ", excess.Names),
            [MedicineCheckWords.AmountValue] = new Amount(excess.Sum, limit.PerDay.Unit).ToString(),
            [MedicineCheckWords.LimitValue] = limit.PerDay.ToString(),
            [MedicineCheckWords.ForValue] = string.Join(',', limit.For.Order(StringComparer.Ordinal)),
            [MedicineCheckWords.LabelValue] = excess.Label.ToString(),
        };
    }

    private static string ActionOf(LimitRule limit, Severity severity) =>
        limit.Kind == FindingKind.UpperLimit ? "upper-limit"
        : severity == Severity.Urgent ? "overdose"
        : "maximum";

    private static string TextOf(LimitRule limit) =>
        limit switch
        {
            { Kind: FindingKind.UpperLimit, With.Count: > 0 } => "medicine-check.upper-limit.with",
            { Kind: FindingKind.UpperLimit } => "medicine-check.upper-limit",
            { For.Count: > 0 } => "medicine-check.maximum.for",
            { Setting: { } setting } => $"medicine-check.maximum.{setting}",
            _ => "medicine-check.maximum",
        };

    private static Severity Lower(Severity severity) => severity > Severity.Caution ? Severity.Caution : severity;

    /// <summary>More than a limit, and what of the list makes it up.</summary>
    private sealed record Excess(
        LimitRule Limit,
        LabelOf Label,
        Severity Severity,
        double Sum,
        IReadOnlyList<string> Names
    );
}
