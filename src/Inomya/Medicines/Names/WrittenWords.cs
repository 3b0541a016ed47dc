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
        (DottedPattern(), " "),
        (EveryPattern(), " "),
        (CapsulePattern(), "gelule"),
        (TimesPattern(), "$1 x "),
        (RatioHyphenPattern(), "/"),
    ];

    public static List<WrittenWord> Of(string written)
    {
        var plain = Replaced.Aggregate(written, (text, with) => with.Pattern.Replace(text, with.By));
        return
        [
            .. SeparatorPattern()
                .Split(plain)
                .SelectMany(p => NameText.Words(p).Select((w, i) => new WrittenWord(w, i == 0))),
        ];
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

    /// <summary>"b.i.d.", "p.o.".</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\d])([bqt]\.\s?i\.\s?d|q\.\s?d|p\.\s?o|p\.\s?r\.\s?n|h\.\s?s|o\.\s?d|b\.\s?b)\b\.?",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex DottedPattern();

    /// <summary>"c/12h", every so often; "B/28", a box of so many.</summary>
    [GeneratedRegex(@"\b[bc]/\s*(?=\d)", RegexOptions.IgnoreCase)]
    private static partial Regex EveryPattern();

    /// <summary>French "gél." is a capsule; without its accent it would be a gel.</summary>
    [GeneratedRegex(@"\bgél\b", RegexOptions.IgnoreCase)]
    private static partial Regex CapsulePattern();

    [GeneratedRegex(@"(?<=\d)-(?=\d)")]
    private static partial Regex RatioHyphenPattern();

    [GeneratedRegex(@"[/+&;,|]")]
    private static partial Regex SeparatorPattern();
}
