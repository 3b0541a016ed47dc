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
            .SelectMany(l => taken.Where(t => Concerns(l.Rule, t)).Select(t => OverrunOf(l.Rule, l.Label, t, on)))
            .OfType<Overrun>()
            .GroupBy(o => (o.Rule.Substance, o.Rule.Product, o.Taken.Name))
            .Select(Gravest)
            .Select(Finding);

    private static Overrun Gravest(IEnumerable<Overrun> ofOne) =>
        ofOne.OrderByDescending(o => o.Severity).ThenBy(o => o.Rule.Days).ThenByDescending(o => o.Days ?? 0).First();

    private static bool Concerns(DurationRule rule, ListedMedicine taken) =>
        taken.ActsNow
        && taken.Substance.Groups.Contains(rule.Substance)
        && (rule.Product is null || taken.Product?.Id == rule.Product);

    /// <remarks>
    /// Without a day of beginning, a label limit that holds for every pack is still told, as something to know.
    /// </remarks>
    private static Overrun? OverrunOf(DurationRule rule, LabelOf label, ListedMedicine taken, LocalDate on)
    {
        if (taken.Medicine.Since is not { } since)
            return rule.Setting is null ? new Overrun(rule, label, taken, null) : null;
        var days = Period.DaysBetween(since, on);
        return days > rule.Days ? new Overrun(rule, label, taken, days) : null;
    }

    private static MedicineFinding Finding(Overrun overrun) =>
        new(
            FindingKind.Duration,
            overrun.Severity,
            overrun.Rule.Id,
            [overrun.Taken.Name],
            overrun.Text,
            ValuesOf(overrun),
            "medicine-check.action.duration",
            overrun.Rule.Basis
        );

    private static Dictionary<string, string> ValuesOf(Overrun overrun) =>
        new()
        {
            ["a"] = overrun.Taken.Name,
            [MedicineCheckWords.DaysValue] = (overrun.Days ?? 0).ToString(CultureInfo.InvariantCulture),
            [MedicineCheckWords.LabelDaysValue] = overrun.Rule.Days.ToString(CultureInfo.InvariantCulture),
            [MedicineCheckWords.LabelValue] = overrun.Label.ToString(),
        };

    /// <summary>A medicine that is taken for longer than a label is for.</summary>
    /// <param name="Days">Null where nobody said since when.</param>
    private sealed record Overrun(DurationRule Rule, LabelOf Label, ListedMedicine Taken, int? Days)
    {
        public Severity Severity => Days is null || Taken.Medicine.AsNeeded ? Severity.Info : Rule.Severity;

        public string Text =>
            Days is null ? "medicine-check.duration.since-when"
            : Rule.Setting is { } setting ? $"medicine-check.duration.{setting}"
            : "medicine-check.duration";
    }
}
