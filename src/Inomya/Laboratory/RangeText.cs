using System.Text.RegularExpressions;

namespace Inomya.Laboratory;

/// <summary>A range as laboratories print it: "12 - 150", "&lt; 5", "&gt;= 60 mL/min", "up to 20", "30-100 (sufficient)".</summary>
/// <remarks>
/// Rather none than the wrong one: figures that are an age, several ranges in one text, or a unit that is not that of
/// the value and cannot be turned into it give no range.
/// </remarks>
public static partial class RangeText
{
    /// <param name="unit">UCUM unit of the value; null where it has none.</param>
    /// <param name="test">The test it is of, where known.</param>
    /// <param name="number">Reads the figures; null where they are none.</param>
    /// <returns>
    /// (null, null) for a text that is empty or is no range of this value; null when it looks like a range and cannot be
    /// read, or is upside down.
    /// </returns>
    public static (double? Low, double? High)? Read(
        string text,
        string? unit,
        LabTest? test,
        Func<string, double?> number
    )
    {
        if (text.Length == 0)
            return (null, null);
        if (Range().Match(text) is not { Success: true } match)
            return Several().IsMatch(text) ? (null, null) : null;
        return EndsOf(match, number) is { } ends ? In(unit, match.Groups["unit"].Value, test, ends) : null;
    }

    private static (double? Low, double? High)? EndsOf(Match match, Func<string, double?> number)
    {
        var (low, high) = (End(match, "low", number), End(match, "high", number));
        return low.Wrong || high.Wrong || low.Value > high.Value ? null : (low.Value, high.Value);
    }

    private static (double? Value, bool Wrong) End(Match match, string name, Func<string, double?> number)
    {
        var written = match.Groups[name].Captures.Select(c => c.Value).FirstOrDefault();
        return written is null ? (null, false)
            : number(written) is { } value ? (value, false)
            : (null, true);
    }

    private static (double? Low, double? High) In(
        string? unit,
        string own,
        LabTest? test,
        (double? Low, double? High) ends
    )
    {
        if (own.Length == 0)
            return ends;
        if (LabUnit.Parse(own) is not { } from)
            return (null, null);
        var to = LabUnit.Parse(unit);
        var turned = (Low: Turned(ends.Low, from, to, test), High: Turned(ends.High, from, to, test));
        return IsWhole(ends.Low, turned.Low) && IsWhole(ends.High, turned.High) ? turned : (null, null);
    }

    /// <summary>An end that was given must not be lost on the way.</summary>
    private static bool IsWhole(double? given, double? turned) => given is null == turned is null;

    private static double? Turned(double? end, LabUnit from, LabUnit? to, LabTest? test) =>
        end is not { } value || to is null ? null
        : from.Code == to.Code ? value
        : test?.Convert(value, from.Code, to.Code) ?? LabUnits.Convert(value, from, to);

    [GeneratedRegex(
        @"^\s*[\[(]?\s*(?:(?<low>-?[0-9][0-9.,]*)\s*(?:-|–|—|\.\.\.?|to|bis|a|hasta)\s*(?<high>-?[0-9][0-9.,]*)|(?:<=?|≤|up to|bis|hasta)\s*(?<high>[0-9][0-9.,]*)|(?:>=?|≥|from|ab|desde)\s*(?<low>[0-9][0-9.,]*))\s*[\])]?\s*(?<unit>[^\s(:;]*[^\s(:;,.])?\s*(?:[(\[][^)\]0-9]*[)\]])?\s*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Range();

    /// <summary>Figures with words around them, such as an age before the range, or several ranges.</summary>
    [GeneratedRegex(@"[0-9].*[\p{L}:;].*[0-9]|[\p{L}:;].*[0-9]")]
    private static partial Regex Several();
}
