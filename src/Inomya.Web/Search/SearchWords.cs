using Inomya.Vocabulary;

namespace Inomya.Web.Search;

/// <summary>The words of a search. The script search.js does the same where there is no network.</summary>
public static class SearchWords
{
    /// <summary>Nobody asks so much; more is left out.</summary>
    public const int MostWords = 12;

    /// <summary>Names as plain words; a name with a hyphen also without it, so that "phq9" finds "PHQ-9".</summary>
    public static string Said(IEnumerable<string?> names) =>
        string.Join(' ', names.OfType<string>().SelectMany(WithJoined).Distinct(StringComparer.Ordinal));

    /// <summary>What somebody typed, as plain words.</summary>
    public static IReadOnlyList<string> Asked(string? query) => [.. PlainWords.Of(query ?? "").Take(MostWords)];

    /// <summary>Does each word that was asked begin a word that it is found by?</summary>
    /// <param name="asked">None: nothing was asked, and nothing fits.</param>
    public static bool Fit(IReadOnlyList<string> asked, string said) =>
        asked.Count > 0 && asked.All(word => $" {said}".Contains($" {word}", StringComparison.Ordinal));

    private static IEnumerable<string> WithJoined(string name) =>
        PlainWords
            .Of(name)
            .Concat(name.Split(' ').Where(part => part.Contains('-', StringComparison.Ordinal)).Select(Joined))
            .Where(word => word.Length > 0);

    private static string Joined(string part) => string.Concat(PlainWords.Of(part));
}
