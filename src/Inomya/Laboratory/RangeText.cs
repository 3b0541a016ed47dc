using System.Text.RegularExpressions;

namespace Inomya.Laboratory;

/// <summary>A range as laboratories print it: "12 - 150", "&lt; 5", "&gt;= 60", "up to 20".</summary>
public static partial class RangeText
{
    /// <returns>Null when it cannot be read, or is upside down.</returns>
    public static (double? Low, double? High)? Read(string text, Func<string, double?> number)
    {
        if (Both().Match(text) is { Success: true } both)
            return InOrder(number(both.Groups["low"].Value), number(both.Groups["high"].Value));
        if (Below().Match(text) is { Success: true } below)
            return number(below.Groups["high"].Value) is { } top ? (null, top) : null;
        if (From().Match(text) is { Success: true } from)
            return number(from.Groups["low"].Value) is { } least ? (least, null) : null;
        return null;
    }

    private static (double? Low, double? High)? InOrder(double? low, double? high) => low <= high ? (low, high) : null;

    [GeneratedRegex(@"^\s*[\[(]?\s*(?<low>-?[\d.,]+)\s*(-|–|—|to|bis|a)\s*(?<high>[\d.,]+)\s*[\])]?")]
    private static partial Regex Both();

    [GeneratedRegex(@"^\s*(<=?|≤|up to|bis|hasta)\s*(?<high>[\d.,]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Below();

    [GeneratedRegex(@"^\s*(>=?|≥)\s*(?<low>[\d.,]+)")]
    private static partial Regex From();
}
