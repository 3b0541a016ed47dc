namespace Inomya.Laboratory;

/// <summary>Values from one unit to another.</summary>
public static class LabUnits
{
    /// <param name="molarMass">Grams a mole of the substance, where known.</param>
    /// <returns>Null where a unit is unknown or they do not measure the same.</returns>
    public static double? Convert(
        double value,
        LabUnit? from,
        LabUnit? to,
        double? molarMass = null,
        LinearRule? linear = null
    )
    {
        if (from is null || to is null)
            return null;
        if (from.Code == to.Code)
            return value;
        if (linear is not null && ByRule(value, from, to, linear) is { } ruled)
            return ruled;
        if (Same(from, to))
            // with a rule of their own both are plain ratios, but on two scales
            return linear is null || from.Factor == to.Factor ? value * from.Factor / to.Factor : null;
        return molarMass is { } grams ? ByMole(value, from, to, grams) : null;
    }

    /// <summary>Null where the rule is not about these two units.</summary>
    private static double? ByRule(double value, LabUnit from, LabUnit to, LinearRule linear)
    {
        if (IsUnit(from, linear.From) && IsUnit(to, linear.To))
            return linear.Factor * value + linear.Offset;
        if (IsUnit(from, linear.To) && IsUnit(to, linear.From))
            return (value - linear.Offset) / linear.Factor;
        return null;
    }

    private static bool IsUnit(LabUnit unit, string written) => LabUnit.Parse(written)!.Code == unit.Code;

    private static double? ByMole(double value, LabUnit from, LabUnit to, double grams) =>
        Amount(from, to) switch
        {
            1 => value * from.Factor / grams / to.Factor,
            -1 => value * from.Factor * grams / to.Factor,
            _ => null,
        };

    private static bool Same(LabUnit a, LabUnit b) =>
        a.Dimensions.Count == b.Dimensions.Count
        && a.Dimensions.All(d => b.Dimensions.GetValueOrDefault(d.Key) == d.Value);

    /// <summary>1 when mass became amount and all else is the same, -1 the other way round, 0 otherwise.</summary>
    private static int Amount(LabUnit from, LabUnit to)
    {
        var differ = Differences(from, to);
        return
            differ.Count == 2
            && differ.TryGetValue("mass", out var mass)
            && differ.TryGetValue("amount", out var amount)
            && mass + amount == 0
            && mass is 1 or -1
            ? -mass
            : 0;
    }

    private static Dictionary<string, int> Differences(LabUnit from, LabUnit to) =>
        from
            .Dimensions.Keys.Union(to.Dimensions.Keys)
            .Select(d => (Name: d, By: to.Dimensions.GetValueOrDefault(d) - from.Dimensions.GetValueOrDefault(d)))
            .Where(d => d.By != 0)
            .ToDictionary(d => d.Name, d => d.By);
}
