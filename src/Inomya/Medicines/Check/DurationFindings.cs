using System.Globalization;
using NodaTime;

namespace Inomya.Medicines;

/// <summary>Taken for longer than the label is for.</summary>
internal static class DurationFindings
{
    /// <remarks>
    /// What is on the list twice under one name is told once: the gravest, and of those the longest, against the
    /// shortest label.
    /// </remarks>
    public static IEnumerable<MedicineFinding> Of(
        IReadOnlyList<DurationRule> rules,
        IReadOnlyList<ListedMedicine> taken,
        LocalDate on,
        string? country
    ) =>
        LabelRules
            .For(rules, country)
            .SelectMany(l =>
                taken.Where(t => Concerns(l.Rule, t)).Select(t => (l.Rule, Finding: One(l.Rule, l.Label, t, on)))
            )
            .Where(f => f.Finding is not null)
            .GroupBy(f => (f.Rule.Substance, f.Rule.Product, f.Finding!.Between[0]))
            .Select(told =>
                told.OrderByDescending(f => f.Finding!.Severity)
                    .ThenBy(f => f.Rule.Days)
                    .ThenByDescending(f =>
                        int.Parse(f.Finding!.Values[MedicineCheckWords.DaysValue], CultureInfo.InvariantCulture)
                    )
                    .First()
                    .Finding!
            );

    private static bool Concerns(DurationRule rule, ListedMedicine taken) =>
        taken.Now
        && !taken.Local
        && taken.Substance.Groups.Contains(rule.Substance)
        && (rule.Product is null || taken.Product?.Id == rule.Product);

    /// <remarks>
    /// Without a day of beginning, a label limit that holds for every pack is still told, as something to know.
    /// </remarks>
    private static MedicineFinding? One(DurationRule rule, LabelOf label, ListedMedicine taken, LocalDate on)
    {
        if (taken.Medicine.Since is not { } since)
            return rule.Setting is null
                ? Finding(rule, label, taken, Severity.Info, "safety.duration.since-when", 0)
                : null;
        var days = Period.DaysBetween(since, on);
        if (days <= rule.Days)
            return null;
        var severity = taken.Medicine.AsNeeded ? Severity.Info : rule.Severity;
        var text = rule.Setting is { } setting ? $"safety.duration.{setting}" : "safety.duration";
        return Finding(rule, label, taken, severity, text, days);
    }

    private static MedicineFinding Finding(
        DurationRule rule,
        LabelOf label,
        ListedMedicine taken,
        Severity severity,
        string text,
        int days
    ) =>
        new(
            FindingKind.Duration,
            severity,
            rule.Id,
            [taken.Name],
            text,
            new Dictionary<string, string>
            {
                ["a"] = taken.Name,
                [MedicineCheckWords.DaysValue] = days.ToString(CultureInfo.InvariantCulture),
                [MedicineCheckWords.LabelDaysValue] = rule.Days.ToString(CultureInfo.InvariantCulture),
                [MedicineCheckWords.LabelValue] = label.ToString(),
            },
            "safety.action.duration",
            rule.Basis
        );
}
