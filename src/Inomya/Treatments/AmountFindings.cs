namespace Inomya.Treatments;

/// <summary>More in a day than a label or a public body allows, summed over all entries.</summary>
internal static class AmountFindings
{
    public static IEnumerable<Finding> Of(
        IEnumerable<LimitRule> limits,
        IReadOnlyList<Taken> taken,
        int? age,
        DoseUnits units
    ) =>
        limits
            .Where(l => l.FromAge is null || age >= l.FromAge)
            .Select(limit => One(limit, taken, units))
            .OfType<(LimitRule Limit, Finding Finding)>()
            .GroupBy(f => (f.Limit.Substance, f.Limit.Kind))
            .Select(g =>
                g.OrderByDescending(f => f.Finding.Severity)
                    .ThenByDescending(f => f.Limit.Basis.Verified)
                    .ThenBy(f => f.Limit.PerDay.Value)
                    .First()
                    .Finding
            );

    private static (LimitRule Limit, Finding Finding)? One(LimitRule limit, IReadOnlyList<Taken> taken, DoseUnits units)
    {
        var amounts = taken
            .Where(t =>
                t.Now
                && !t.Local
                && t.Substance.Groups.Contains(limit.Substance)
                && (limit.Product is null || t.Product?.Id == limit.Product)
            )
            .Select(t =>
                (Taken: t, Value: t.PerDay is { } amount ? units.In(limit.PerDay.Unit, amount, t.Substance) : null)
            )
            .Where(a => a.Value is not null)
            .ToList();
        var stated = amounts.Any(a => limit.For.Count == 0 || limit.For.Overlaps(a.Taken.For));
        var open = amounts.Any(a => a.Taken.For.Count == 0);
        var sum = amounts.Sum(a => a.Value!.Value);
        if (!(stated || open) || sum <= limit.PerDay.Value)
            return null;

        var names = amounts.Select(a => a.Taken.Name).Order(StringComparer.Ordinal).ToList();
        var severity = stated ? limit.Severity : Lower(limit.Severity);
        return (
            limit,
            new Finding(
                limit.Kind,
                severity,
                limit.Id,
                names,
                TextOf(limit),
                new Dictionary<string, string>
                {
                    ["list"] = string.Join(", ", names),
                    [SafetyWords.AmountValue] = new Amount(sum, limit.PerDay.Unit).ToString(),
                    [SafetyWords.LimitValue] = limit.PerDay.ToString(),
                    [SafetyWords.ForValue] = string.Join(',', limit.For.Order(StringComparer.Ordinal)),
                },
                $"safety.action.{limit.Kind switch { FindingKind.UpperLimit => "upper-limit", _ => "maximum" }}",
                limit.Basis
            )
        );
    }

    private static string TextOf(LimitRule limit) =>
        limit.Kind == FindingKind.UpperLimit ? "safety.upper-limit"
        : limit.For.Count > 0 ? "safety.maximum.for"
        : limit.Setting is { } setting ? $"safety.maximum.{setting}"
        : "safety.maximum";

    private static Severity Lower(Severity severity) => severity > Severity.Caution ? Severity.Caution : severity;
}
