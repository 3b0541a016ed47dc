using Inomya.Content;
using Inomya.Vocabulary;

namespace Inomya.Web.Shell;

/// <summary>The names of countries in the language of the page.</summary>
public static class CountryNames
{
    public static string Of(Words words, string code) => words[$"country.{code}"];

    /// <summary>All of them, as the language sorts them.</summary>
    public static IEnumerable<(string Code, string Name)> InOrder(Words words) =>
        Countries
            .All.Select(code => (Code: code, Name: Of(words, code)))
            .OrderBy(c => c.Name, StringComparer.Create(words.Culture, ignoreCase: true));

    /// <summary>The code of a country as somebody wrote it, by code or name; null when there is none, or nothing was written.</summary>
    public static string? Find(Words words, string? written)
    {
        var asked = PlainWords.Of(written ?? "");
        return asked.Count == 0
            ? null
            : Countries.Find(written)
                ?? Countries.All.FirstOrDefault(c => PlainWords.Of(Of(words, c)).SequenceEqual(asked));
    }
}
