using System.Text.RegularExpressions;
using Inomya.Vocabulary;

namespace Inomya.Laboratory;

/// <summary>A result as it is written in one cell or string: a number with its sign and its unit, or words.</summary>
/// <param name="Number">Null for words.</param>
/// <param name="Comparator">"&lt;", "&lt;=", "&gt;" or "&gt;="; null where there is none.</param>
/// <param name="Unit">What is written behind the number; null where nothing is.</param>
/// <param name="Refused">It looks like a number and cannot be read as one.</param>
public readonly partial record struct WrittenResult(
    double? Number,
    string? Comparator,
    string? Unit,
    RefusalReason? Refused
)
{
    /// <param name="number">Reads the figures.</param>
    public static WrittenResult Of(string text, Func<string, (double Number, RefusalReason? Refused)> number)
    {
        if (Pattern().Match(text) is not { Success: true } match)
            return new(null, null, null, Sign().IsMatch(text) ? RefusalReason.NotANumber : null);
        var unit = match.Groups["unit"].Value;
        if (unit.Length > 0 && !IsUnit(unit))
            return default;
        var (value, refused) = number(match.Groups["number"].Value);
        var sign = SignOf(match.Groups["sign"].Value);
        if (refused is null)
            return new(value, sign, unit.Length == 0 ? null : unit, null);
        // figures that are no number, such as a date, are words
        return sign is null && refused == RefusalReason.NotANumber ? default : new(null, null, null, refused);
    }

    /// <summary>One that is called something: "/160" behind a 1 is a titre.</summary>
    private static bool IsUnit(string text) =>
        text.Any(c => char.IsLetter(c) || c == '%') && LabUnit.Parse(text) is not null;

    private static string? SignOf(string sign) =>
        sign switch
        {
            "" => null,
            "≤" or "=<" => "<=",
            "≥" or "=>" => ">=",
            _ => sign,
        };

    [GeneratedRegex(
        @"^\s*(?<sign><=|>=|=<|=>|<|>|≤|≥)?\s*(?<number>[+\-\u2212]?[0-9.,][0-9., \u00A0\u202F'\u2019]*?(?:[eE][+-]?[0-9]+)?)\s*(?<unit>[^\s0-9.,:;(][^,;:]{0,24}|10[*^][^\s]{1,19}|%)?\s*$"
    )]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^\s*(<|>|≤|≥|=<|=>)")]
    private static partial Regex Sign();
}
