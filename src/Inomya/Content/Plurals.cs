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

    private static readonly (string Languages, Func<int, string> FormOf)[] Rules =
    [
        ("ja ko zh vi th id ms", _ => Other),
        ("fr pt hi fa bn", n => n is 0 or 1 ? One : Other),
        ("ar", Arabic),
        ("he", Hebrew),
        ("ru uk be", n => Slavic(n, Many)),
        ("hr sr bs", n => Slavic(n, Other)),
        ("pl", Polish),
        ("cs sk", Czech),
        ("ro", Romanian),
        ("lt", Lithuanian),
        ("sl", Slovenian),
    ];

    private static readonly Dictionary<string, Func<int, string>> ByLanguage = Rules
        .SelectMany(r => r.Languages.Split(' ').Select(language => (language, r.FormOf)))
        .ToDictionary(r => r.language, r => r.FormOf);

    /// <param name="language">BCP 47 tag; what follows the first hyphen does not matter.</param>
    public static string Of(string language, int n) => ByLanguage.GetValueOrDefault(language.Split('-')[0], English)(n);

    private static string English(int n) => n == 1 ? One : Other;

    private static string Arabic(int n) =>
        n switch
        {
            0 => Zero,
            1 => One,
            2 => Two,
            _ when n % 100 is >= 3 and <= 10 => Few,
            _ when n % 100 is >= 11 => Many,
            _ => Other,
        };

    private static string Hebrew(int n) =>
        n switch
        {
            1 => One,
            2 => Two,
            _ => Other,
        };

    /// <summary>The Slavic languages that count 21 like 1 and 22 like 2; they differ in what they call the rest.</summary>
    private static string Slavic(int n, string rest) =>
        n % 100 is >= 11 and <= 14 ? rest
        : n % 10 is 1 ? One
        : n % 10 is >= 2 and <= 4 ? Few
        : rest;

    private static string Polish(int n) =>
        n == 1 ? One
        : n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14) ? Few
        : Many;

    private static string Czech(int n) =>
        n switch
        {
            1 => One,
            >= 2 and <= 4 => Few,
            _ => Other,
        };

    private static string Romanian(int n) =>
        n == 1 ? One
        : n == 0 || n % 100 is >= 1 and <= 19 ? Few
        : Other;

    private static string Lithuanian(int n) =>
        n % 100 is >= 11 and <= 19 ? Other
        : n % 10 is 1 ? One
        : n % 10 is >= 2 and <= 9 ? Few
        : Other;

    private static string Slovenian(int n) =>
        (n % 100) switch
        {
            1 => One,
            2 => Two,
            3 or 4 => Few,
            _ => Other,
        };
}
