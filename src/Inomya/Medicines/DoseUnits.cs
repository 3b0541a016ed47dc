using System.Globalization;
using System.Text.RegularExpressions;

namespace Inomya.Medicines;

/// <summary>The units doses are written in, as people spell them, and what they are in UCUM.</summary>
/// <remarks>Units of count, such as {tablet}, convert to nothing but themselves.</remarks>
public sealed partial class DoseUnits
{
    private const double MostNanograms = 1e12,
        MostMicrolitres = 1e7,
        MostCounted = 1000,
        MostOfAnything = 1e12;

    private readonly Dictionary<string, DoseUnit> _bySpelling = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DoseUnit> _byCode = new(StringComparer.Ordinal);

    internal DoseUnits(IEnumerable<(DoseUnit Unit, IReadOnlyList<string> Spellings)> units)
    {
        foreach (var (unit, spellings) in units)
        {
            _byCode.Add(unit.Code, unit);
            foreach (var spelling in spellings.Append(unit.Code))
                _bySpelling.TryAdd(Key(spelling), unit);
        }
    }

    /// <summary>The UCUM code of a unit as people write it; null when it is not known.</summary>
    public string? CodeOf(string written) => _bySpelling.GetValueOrDefault(Key(written))?.Code;

    /// <summary>True for tablets, drops, puffs: what is counted, not weighed.</summary>
    public bool IsCount(string code) => _byCode.GetValueOrDefault(code)?.Dimension == "count";

    /// <summary>
    /// No single dose of anything is this much: more than a kilogram, ten litres or a thousand tablets.
    /// </summary>
    public bool IsAbsurd(Amount dose) =>
        dose.Value
        > _byCode.GetValueOrDefault(dose.Unit) switch
        {
            { Dimension: "mass", Factor: var factor } => MostNanograms / factor,
            { Dimension: "volume", Factor: var factor } => MostMicrolitres / factor,
            { Dimension: "count" } => MostCounted,
            _ => MostOfAnything,
        };

    /// <summary>Reads a dose as one text: "60 mg", "2 x 500 mg", "1,000 mg", "1 tablet".</summary>
    /// <param name="written">The text; a number without a unit gives <see cref="DoseReading.NoUnit"/>.</param>
    public (DoseReading Reading, Amount Amount) Read(string written)
    {
        var match = DosePattern().Match(written.Trim());
        if (!match.Success || Number(match.Groups["value"].Value) is not { } value)
            return (DoseReading.NotADose, default);
        var unit = match.Groups["unit"].Value.Trim();
        if (unit.Length == 0)
            return (DoseReading.NoUnit, default);
        return CodeOf(unit) is { } code
            ? (DoseReading.Read, new Amount(Times(match) * value, code))
            : (DoseReading.UnknownUnit, default);
    }

    /// <summary>The same amount in another unit; null when the two cannot be compared.</summary>
    /// <param name="substance">Whose own conversions apply (international units); null for none.</param>
    public double? In(string unit, Amount amount, Substance? substance)
    {
        if (amount.Unit == unit)
            return amount.Value;
        if (substance?.Conversions.FirstOrDefault(c => c.From == amount.Unit) is { } own)
            return In(unit, own.One.Times(amount.Value), null);
        return
            _byCode.TryGetValue(amount.Unit, out var from)
            && _byCode.TryGetValue(unit, out var to)
            && CanCompare(from, to)
            ? amount.Value * from.Factor / to.Factor
            : null;
    }

    private static bool CanCompare(DoseUnit one, DoseUnit other) =>
        one.Dimension == other.Dimension && one.Dimension != "count";

    /// <summary>The 2 of "2 x 500 mg"; one where it is not told.</summary>
    private static double Times(Match dose) =>
        dose.Groups["times"].Success ? Number(dose.Groups["times"].Value) ?? 1 : 1;

    private static string Key(string spelling) => spelling.Trim().Trim('.').Replace('μ', 'µ').ToLowerInvariant();

    /// <summary>
    /// "1,000" and "1.000,5" are not guessed at: a comma with three digits after it groups, any other one is a decimal
    /// comma.
    /// </summary>
    private static double? Number(string written)
    {
        var plain = GroupingPattern().IsMatch(written)
            ? written.Replace(",", "", StringComparison.Ordinal)
            : written.Replace(',', '.');
        return double.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    [GeneratedRegex(@"^(?:(?<times>\d+)\s*[x×*]\s*)?(?<value>\d[\d.,]*)\s*(?<unit>[^\d].*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex DosePattern();

    [GeneratedRegex(@"^\d{1,3}(,\d{3})+(\.\d+)?$")]
    private static partial Regex GroupingPattern();
}
