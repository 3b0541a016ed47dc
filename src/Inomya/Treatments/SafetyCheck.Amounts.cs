using System.Globalization;
using NodaTime;

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

/// <summary>Taken for longer than the label is for.</summary>
internal static class DurationFindings
{
    /// <remarks>What is on the list twice under one name is told once: the gravest, and of those the longest.</remarks>
    public static IEnumerable<Finding> Of(IEnumerable<DurationRule> rules, IReadOnlyList<Taken> taken, LocalDate on) =>
        rules.SelectMany(rule =>
            taken
                .Where(t =>
                    t.Now
                    && !t.Local
                    && t.Substance.Groups.Contains(rule.Substance)
                    && (rule.Product is null || t.Product?.Id == rule.Product)
                )
                .GroupBy(t => t.Name)
                .Select(name =>
                    name.OrderBy(t => t.Medicine.Since ?? LocalDate.MaxIsoValue)
                        .Select(t => One(rule, t, on))
                        .OfType<Finding>()
                        .MaxBy(f => f.Severity)
                )
                .OfType<Finding>()
        );

    /// <remarks>Without a day of beginning, a label limit that holds for every pack is still told, as something to know.</remarks>
    private static Finding? One(DurationRule rule, Taken taken, LocalDate on)
    {
        if (taken.Medicine.Since is not { } since)
            return rule.Setting is null
                ? Finding(rule, taken, Severity.Info, "safety.duration.since-when", null)
                : null;
        var days = Period.DaysBetween(since, on);
        if (days <= rule.Days)
            return null;
        var severity = taken.Medicine.AsNeeded ? Severity.Info : rule.Severity;
        return Finding(
            rule,
            taken,
            severity,
            rule.Setting is { } setting ? $"safety.duration.{setting}" : "safety.duration",
            days
        );
    }

    private static Finding Finding(DurationRule rule, Taken taken, Severity severity, string text, int? days) =>
        new(
            FindingKind.Duration,
            severity,
            rule.Id,
            [taken.Name],
            text,
            new Dictionary<string, string>
            {
                ["a"] = taken.Name,
                [SafetyWords.DaysValue] = (days ?? 0).ToString(CultureInfo.InvariantCulture),
                [SafetyWords.LabelDaysValue] = rule.Days.ToString(CultureInfo.InvariantCulture),
            },
            "safety.action.duration",
            rule.Basis
        );
}

/// <summary>An effect that several medicines add to.</summary>
internal static class BurdenFindings
{
    public static IEnumerable<Finding> Of(IEnumerable<BurdenRule> rules, IReadOnlyList<Taken> taken)
    {
        foreach (var rule in rules)
        {
            var adding = taken
                .Where(t => t.Now && !t.Local)
                .Select(t => (Taken: t, Weight: Weight(rule, t)))
                .Where(a => a.Weight > 0)
                .ToList();
            var sum = adding.DistinctBy(a => a.Taken.Substance).Sum(a => a.Weight);
            if (rule.Levels.LastOrDefault(l => sum >= l.AtLeast) is not { } level)
                continue;
            var names = adding.Select(a => a.Taken.Name).Order(StringComparer.Ordinal).Distinct().ToList();
            yield return new Finding(
                FindingKind.Burden,
                level.Severity,
                rule.Id,
                names,
                $"safety.burden.{rule.Id}",
                new Dictionary<string, string> { ["list"] = string.Join(", ", names) },
                $"safety.action.{rule.Action}",
                rule.Basis
            );
        }
    }

    private static double Weight(BurdenRule rule, Taken taken) =>
        rule.Weights.Where(w => taken.IsOneOf(w.Any)).Select(w => w.Weight).DefaultIfEmpty(0).Max();
}

/// <summary>What to know about one medicine by itself.</summary>
internal static class NoteFindings
{
    public static IEnumerable<Finding> Of(IEnumerable<NoteRule> rules, IReadOnlyList<Taken> taken)
    {
        var conditions = taken
            .Where(t => t.Substance.Kind == SubstanceKind.Condition)
            .SelectMany(t => t.Substance.Groups)
            .ToHashSet(StringComparer.Ordinal);
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
            var severity = rule.With is { } with && conditions.Contains(with) ? rule.SeverityWith : rule.Severity;
            foreach (
                var group in rule.Kind == FindingKind.Driving ? [names] : names.Select(n => new List<string> { n })
            )
                yield return new Finding(
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
