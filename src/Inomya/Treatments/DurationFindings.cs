using System.Globalization;
using NodaTime;

namespace Inomya.Treatments;

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
