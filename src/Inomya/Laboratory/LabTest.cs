using Inomya.Content;

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
                Seen.Was(r.Verified)
                && (r.Sex is null || sex is not ("female" or "male") || r.Sex == sex)
                && (r.FromAge is null || age is null || age >= r.FromAge)
                && (r.BelowAge is null || age is null || age < r.BelowAge)
            ),
        ];
}
