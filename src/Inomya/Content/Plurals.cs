namespace Inomya.Content;

/// <summary>Which form of a word goes with a whole number of things.</summary>
/// <remarks>
/// .NET has the dates and numbers of every language from ICU, but not its plural rules; these are the cardinal rules of Unicode CLDR for whole
/// numbers, for the languages below. Source: Unicode CLDR, Language Plural Rules, https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html.
/// A language that is not here counts like English.
/// </remarks>
public static class Plurals
{
    public const string Zero = "zero",
        One = "one",
        Two = "two",
        Few = "few",
        Many = "many",
        Other = "other";

    /// <summary>Every form that a language may have.</summary>
    public static IReadOnlyList<string> All { get; } = [Zero, One, Two, Few, Many, Other];

    /// <param name="language">BCP 47 tag; what follows the first hyphen does not matter.</param>
    public static string Of(string language, int n) =>
        language.Split('-')[0] switch
        {
            "ja" or "ko" or "zh" or "vi" or "th" or "id" or "ms" => Other,
            "fr" or "pt" or "hi" or "fa" or "bn" => n is 0 or 1 ? One : Other,
            "ar" => n switch
            {
                0 => Zero,
                1 => One,
                2 => Two,
                _ when n % 100 is >= 3 and <= 10 => Few,
                _ when n % 100 is >= 11 => Many,
                _ => Other,
            },
            "he" => n switch
            {
                1 => One,
                2 => Two,
                _ => Other,
            },
            "ru" or "uk" or "be" => n % 100 is >= 11 and <= 14 ? Many
            : n % 10 is 1 ? One
            : n % 10 is >= 2 and <= 4 ? Few
            : Many,
            "hr" or "sr" or "bs" => n % 100 is >= 11 and <= 14 ? Other
            : n % 10 is 1 ? One
            : n % 10 is >= 2 and <= 4 ? Few
            : Other,
            "pl" => n == 1 ? One
            : n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14) ? Few
            : Many,
            "cs" or "sk" => n switch
            {
                1 => One,
                >= 2 and <= 4 => Few,
                _ => Other,
            },
            "ro" => n == 1 ? One
            : n == 0 || n % 100 is >= 1 and <= 19 ? Few
            : Other,
            "lt" => n % 100 is >= 11 and <= 19 ? Other
            : n % 10 is 1 ? One
            : n % 10 is >= 2 and <= 9 ? Few
            : Other,
            "sl" => (n % 100) switch
            {
                1 => One,
                2 => Two,
                3 or 4 => Few,
                _ => Other,
            },
            _ => n == 1 ? One : Other,
        };
}
