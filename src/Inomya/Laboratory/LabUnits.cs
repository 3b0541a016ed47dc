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
        if (
            linear is not null
            && LabUnit.Parse(linear.From)!.Code == from.Code
            && LabUnit.Parse(linear.To)!.Code == to.Code
        )
            return linear.Factor * value + linear.Offset;
        if (
            linear is not null
            && LabUnit.Parse(linear.To)!.Code == from.Code
            && LabUnit.Parse(linear.From)!.Code == to.Code
        )
            return (value - linear.Offset) / linear.Factor;
        if (linear is not null && Same(from, to) && from.Factor != to.Factor)
            return null; // both are plain ratios, but on two scales
        if (Same(from, to))
            return value * from.Factor / to.Factor;
        if (molarMass is not { } grams)
            return null;
        return Amount(from, to) switch
        {
            1 => value * from.Factor / grams / to.Factor,
            -1 => value * from.Factor * grams / to.Factor,
            _ => null,
        };
    }

    private static bool Same(LabUnit a, LabUnit b) =>
        a.Dimensions.Count == b.Dimensions.Count
        && a.Dimensions.All(d => b.Dimensions.GetValueOrDefault(d.Key) == d.Value);

    /// <summary>1 when mass became amount and all else is the same, -1 the other way round, 0 otherwise.</summary>
    private static int Amount(LabUnit from, LabUnit to)
    {
        var differ = from
            .Dimensions.Keys.Union(to.Dimensions.Keys)
            .Select(d => (Name: d, By: to.Dimensions.GetValueOrDefault(d) - from.Dimensions.GetValueOrDefault(d)))
            .Where(d => d.By != 0)
            .ToDictionary(d => d.Name, d => d.By);
        if (
            differ.Count != 2
            || !differ.TryGetValue("mass", out var mass)
            || !differ.TryGetValue("amount", out var amount)
            || mass + amount != 0
        )
            return 0;
        return mass is 1 or -1 ? -mass : 0;
    }
}
