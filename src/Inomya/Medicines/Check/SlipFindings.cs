using System.Globalization;

namespace Inomya.Medicines;

/// <summary>
/// What looks like a slip and could harm: a weekly medicine taken daily, a dose ten times the usual one.
/// </summary>
internal static class SlipFindings
{
    public static IEnumerable<MedicineFinding> Of(
        MedicineRules rules,
        IReadOnlyList<ListedMedicine> taken,
        DoseUnits units
    )
    {
        var now = taken.Where(t => t.ActsNow).ToList();
        return rules
            .Intervals.SelectMany(r => now.Select(t => TooOften(r, t, units)))
            .Concat(rules.UsualDoses.SelectMany(r => TooMuch(r, rules.AskFromTimes, now, units)))
            .OfType<MedicineFinding>()
            .DistinctBy(f => f.Key);
    }

    private static MedicineFinding? TooOften(IntervalRule rule, ListedMedicine taken, DoseUnits units)
    {
        var medicine = taken.Medicine;
        var fits = IsOfRule(rule, taken) ? DoseFits(rule, taken, units) : false;
        if (fits is false)
            return null;
        if (!medicine.IsOften)
            return rule.From is null ? Finding(rule, taken, rule.Unsaid, "how-often", "how-often") : null;
        if (medicine.DaysApart / medicine.OnItsDays >= rule.LeastDays)
            return null;
        return fits is null
            ? Finding(rule, taken, Severity.Caution, "some", "how-often")
            : Finding(rule, taken, rule.Severity, "too-often", "too-often");
    }

    private static bool IsOfRule(IntervalRule rule, ListedMedicine taken) =>
        taken.Substance.Groups.Contains(rule.Substance)
        && (!rule.Patch || IsPatch(taken))
        && !rule.ExceptNames.Any(n =>
            $"{taken.Name} {taken.Medicine.Product}".Contains(n, StringComparison.OrdinalIgnoreCase)
            || string.Equals(taken.Medicine.Route, n, StringComparison.OrdinalIgnoreCase)
        );

    private static bool IsPatch(ListedMedicine taken) =>
        taken.Product?.Routes.Contains("transdermal") == true
        || taken.Medicine.Route == "transdermal"
        || taken.Medicine.Dose?.Unit is "ug/h" or "{patch}";

    /// <summary>Is the dose one of those that the rule is about? Null when it is not known.</summary>
    private static bool? DoseFits(IntervalRule rule, ListedMedicine taken, DoseUnits units)
    {
        if (rule.From is null && rule.UpTo is null)
            return true;
        var unit = (rule.From ?? rule.UpTo)!.Value.Unit;
        return OneDose(taken, unit, units) is { } dose
            ? !(dose < rule.From?.Value) && !(dose > rule.UpTo?.Value)
            : null;
    }

    private static double? OneDose(ListedMedicine taken, string unit, DoseUnits units) =>
        taken.PerDay is { } amount
            ? units.In(unit, amount with { Value = amount.Value / taken.Medicine.OnItsDays }, taken.Substance)
            : null;

    /// <summary>
    /// Of entries under one name the largest dose first: in whatever order they stand, that one is told.
    /// </summary>
    private static IEnumerable<MedicineFinding> TooMuch(
        UsualDoseRule rule,
        double times,
        IReadOnlyList<ListedMedicine> taken,
        DoseUnits units
    ) =>
        from t in taken
        where t.Substance.Groups.Contains(rule.Substance)
        let dose = OneDose(t, rule.Usual.Unit, units)
        where dose >= rule.Usual.Value * times && dose > (units.In(rule.Usual.Unit, rule.UpTo, t.Substance) ?? 0)
        orderby dose descending
        select TooMuch(rule, t, dose.Value);

    private static MedicineFinding TooMuch(UsualDoseRule rule, ListedMedicine taken, double dose) =>
        new(
            FindingKind.Maximum,
            Severity.Serious,
            rule.Id,
            [taken.Name],
            "medicine-check.slip.tenfold",
            new Dictionary<string, string>
            {
                ["a"] = taken.Name,
                [MedicineCheckWords.AmountValue] = new Amount(dose, rule.Usual.Unit).ToString(),
                [MedicineCheckWords.LimitValue] = rule.Usual.ToString(),
            },
            "medicine-check.action.tenfold",
            rule.Basis
        );

    private static MedicineFinding Finding(
        IntervalRule rule,
        ListedMedicine taken,
        Severity severity,
        string text,
        string action
    ) =>
        new(
            FindingKind.Maximum,
            severity,
            rule.Id,
            [taken.Name],
            $"medicine-check.slip.{text}",
            new Dictionary<string, string>
            {
                ["a"] = taken.Name,
                [MedicineCheckWords.EveryValue] = rule.EveryDays.ToString(CultureInfo.InvariantCulture),
                [MedicineCheckWords.HarmValue] = rule.Harm,
            },
            $"medicine-check.action.{action}",
            rule.Basis
        );
}
