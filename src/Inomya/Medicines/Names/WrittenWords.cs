using System.Text.RegularExpressions;

namespace Inomya.Medicines;

/// <summary>The words of a written name, with what is between them and inside numbers made plain.</summary>
internal static partial class WrittenWords
{
    /// <summary>From the first to the last: what is done to a comma decides what a later pattern sees.</summary>
    private static readonly (Regex Pattern, string By)[] Replaced =
    [
        (GroupCommaPattern(), ""),
        (DecimalCommaPattern(), "."),
        (ThousandsPattern(), ""),
        (UnitDotsPattern(), "$1$2"),
        (EveryPattern(), " "),
        (LettersPattern(), ""),
        (LetterBeforePattern(), " "),
        (ApartPattern(), " "),
        (CapsulePattern(), "gelule"),
        (TimesPattern(), "$1 x "),
        (CountPattern(), "x "),
        (RatioHyphenPattern(), "/"),
    ];

    public static List<WrittenWord> Of(string written)
    {
        var plain = Replaced.Aggregate(written, (text, with) => with.Pattern.Replace(text, with.By));
        return [.. SeparatorPattern().Split(plain).SelectMany(Words)];
    }

    private static IEnumerable<WrittenWord> Words(string piece)
    {
        var parts = FullStopPattern().Split(piece).Select(NameText.Words).ToList();
        return parts.SelectMany(
            (words, at) =>
                words.Select(
                    (w, i) => new WrittenWord(w, at == 0 && i == 0, at < parts.Count - 1 && i == words.Count - 1)
                )
        );
    }

    [GeneratedRegex(@"(?<=\b\d{1,3}(,\d{3})*),(?=\d{3}(,\d{3})*\b)")]
    private static partial Regex GroupCommaPattern();

    [GeneratedRegex(@"(?<=\d),(?=\d)")]
    private static partial Regex DecimalCommaPattern();

    [GeneratedRegex(@"(\d)\s*[x×*]\s*(?=\d)", RegexOptions.IgnoreCase)]
    private static partial Regex TimesPattern();

    /// <summary>"100 000".</summary>
    [GeneratedRegex(@"(?<=\b\d{1,3}) (?=000\b)")]
    private static partial Regex ThousandsPattern();

    /// <summary>"I.E.", "U.I.".</summary>
    [GeneratedRegex(@"\b([IU])\.\s?([EIU])\b\.?", RegexOptions.IgnoreCase)]
    private static partial Regex UnitDotsPattern();

    /// <summary>
    /// Between single letters: "t.d.s.", "z. N." and "E/C" are one short word each, as "tds", "zN" and "EC"; "p.o. b.i.d."
    /// are two, and the "g" of "1 g/L" and "1 g. v.o." is a unit.
    /// </summary>
    [GeneratedRegex(
        @"((?<=(?<![\p{L}\d])(?![gl])\p{L})\.|(?<=(?<![\p{L}\d.])(?![gl])\p{L})\.\s|(?<=(?<![\p{L}\d]|\d\s)\p{L})/)"
            + @"(?=\p{L}(?![\p{L}\d]))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex LettersPattern();

    /// <summary>"c/12h", every so often; "c/comida", with; "s/pauta", by; "B/28", a box of so many.</summary>
    [GeneratedRegex(@"\b([bc]/\s*(?=\d)|[cs]/\s*(?=\p{L}{3}))", RegexOptions.IgnoreCase)]
    private static partial Regex EveryPattern();

    /// <summary>"b. Bed.", "n. INR": a small word cut to its first letter.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d.])\p{Ll}\.\s?(?=\p{L}{2})")]
    private static partial Regex LetterBeforePattern();

    /// <summary>"q6h", "q4-6 hrs", "q12wk": so often.</summary>
    [GeneratedRegex(
        @"\bq\s?\d+(\s?-\s?\d+)?\s?(h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|mth|months?)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ApartPattern();

    /// <summary>"x6": so many.</summary>
    [GeneratedRegex(@"\bx(?=\d)", RegexOptions.IgnoreCase)]
    private static partial Regex CountPattern();

    /// <summary>Behind a word of three letters or more: it may be cut short.</summary>
    [GeneratedRegex(@"(?<=\p{L}{3})\.(?![\p{L}\d])")]
    private static partial Regex FullStopPattern();

    /// <summary>French "gél." is a capsule; without its accent it would be a gel.</summary>
    [GeneratedRegex(@"\bgél\b", RegexOptions.IgnoreCase)]
    private static partial Regex CapsulePattern();

    [GeneratedRegex(@"(?<=\d)-(?=\d)")]
    private static partial Regex RatioHyphenPattern();

    [GeneratedRegex(@"[/+&;,|]")]
    private static partial Regex SeparatorPattern();
}
