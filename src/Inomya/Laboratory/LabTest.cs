namespace Inomya.Laboratory;

/// <summary>One test of the library: what it is called, in which unit it is compared, and which range a library source gives.</summary>
public sealed class LabTest
{
    /// <summary>Such as "ferritin"; its name is the locale key lab.test.ID.</summary>
    public string Id { get; set; } = "";

    /// <summary>LOINC codes of results that can be compared once their units are the same; the most usual one first.</summary>
    public List<string> Loinc { get; set; } = [];

    /// <summary>UCUM unit that results are shown in next to each other; null for tests whose result is a word.</summary>
    public string? Unit { get; set; }

    /// <summary>Other units that people type, as UCUM.</summary>
    public List<string> Units { get; set; } = [];

    /// <summary>How laboratories write a unit of this test that elsewhere means something else, such as mU/L for m[IU]/L.</summary>
    public Dictionary<string, string> WrittenAs { get; set; } = [];

    /// <summary>What laboratories call it, in any language.</summary>
    public List<string> Names { get; set; } = [];

    /// <summary>Grams a mole, where results come by mass and by amount.</summary>
    public SourcedValue? MolarMass { get; set; }

    /// <summary>For a scale that is no multiple of another.</summary>
    public LinearRule? Linear { get; set; }

    public List<LibraryRange> Ranges { get; set; } = [];

    /// <summary>There is more to know about its range. Words: lab.note.ID.</summary>
    public bool Note { get; set; }

    /// <summary>A value in another unit.</summary>
    /// <param name="to">UCUM.</param>
    /// <returns>Null where the two units do not measure the same.</returns>
    public double? Convert(double value, string? from, string? to) =>
        LabUnits.Convert(value, UnitOf(from), UnitOf(to), MolarMass?.Value, Linear);

    /// <summary>A unit as it was written for this test; null when it is none we know.</summary>
    public LabUnit? UnitOf(string? written)
    {
        var unit = LabUnit.Parse(written);
        return WrittenAs.TryGetValue(unit?.Code ?? written?.Trim() ?? "", out var meant) ? LabUnit.Parse(meant) : unit;
    }

    /// <summary>The library's ranges that can be a person's: one, or several while sex or age are not known; none where none was checked.</summary>
    /// <param name="sex">female or male; for another or none every range counts.</param>
    /// <param name="age">Years; null when not known.</param>
    public IReadOnlyList<LibraryRange> RangesFor(string? sex, int? age) =>
        [
            .. Ranges.Where(r =>
                r.Verified != "memory"
                && (r.Sex is null || sex is not ("female" or "male") || r.Sex == sex)
                && (r.FromAge is null || age is null || age >= r.FromAge)
                && (r.BelowAge is null || age is null || age < r.BelowAge)
            ),
        ];
}

public sealed class SourcedValue
{
    public double Value { get; set; }
    public string Source { get; set; } = "";
}

/// <summary>to = factor × from + offset.</summary>
public sealed class LinearRule
{
    /// <summary>UCUM.</summary>
    public string From { get; set; } = "";
    public string To { get; set; } = "";
    public double Factor { get; set; }
    public double Offset { get; set; }
    public string Source { get; set; } = "";
}

/// <summary>A range of typical adult values from a public source: second to what the laboratory itself gives.</summary>
public sealed class LibraryRange
{
    public double? Low { get; set; }
    public double? High { get; set; }

    /// <summary>UCUM.</summary>
    public string Unit { get; set; } = "";

    /// <summary>female or male; null for everyone.</summary>
    public string? Sex { get; set; }

    /// <summary>From this birthday on.</summary>
    public int? FromAge { get; set; }

    /// <summary>Before this birthday.</summary>
    public int? BelowAge { get; set; }
    public string Source { get; set; } = "";

    /// <summary>seen: a stored copy was read; secondary: a text that quotes it was; memory: never shown.</summary>
    public string Verified { get; set; } = "memory";
}

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
