using System.Globalization;
using System.Text;

namespace Inomya.Vocabulary;

/// <summary>Text made comparable: case, accents, hyphens and apostrophes do not count.</summary>
public static class PlainWords
{
    /// <summary>Lower-case words of letters and digits; "St. John's wort" is "st", "johns", "wort"; "D3" and "2.5" stay words.</summary>
    public static List<string> Of(string written)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in WithoutAccents(written))
        {
            if (IsSilent(c))
                continue;
            if (char.IsLetterOrDigit(c) || IsPointInNumber(c, word))
                word.Append(c);
            else
                Flush(words, word);
        }

        Flush(words, word);
        return words;
    }

    /// <summary>Do these words stand in the text, whole and one after the other?</summary>
    /// <param name="words">As <see cref="Of"/> gives them; no words stand nowhere.</param>
    public static bool Contain(IReadOnlyList<string> text, IReadOnlyList<string> words) =>
        words.Count > 0
        && Enumerable
            .Range(0, Math.Max(0, text.Count - words.Count + 1))
            .Any(at => words.Select((w, i) => text[at + i] == w).All(same => same));

    /// <summary>
    /// The same whatever the number of each word: "mushroom" stands in "mushrooms", "melocotón" in "melocotones".
    /// </summary>
    /// <inheritdoc cref="Contain" path="/param"/>
    public static bool ContainInAnyNumber(IReadOnlyList<string> text, IReadOnlyList<string> words) =>
        words.Count > 0
        && Enumerable
            .Range(0, Math.Max(0, text.Count - words.Count + 1))
            .Any(at => words.Select((w, i) => IsInAnyNumber(text[at + i], w)).All(same => same));

    /// <summary>Is one the other, or its plural as English and Spanish make it?</summary>
    public static bool IsInAnyNumber(string one, string other) =>
        one == other || PluralsOf(one).Contains(other) || PluralsOf(other).Contains(one);

    private static IEnumerable<string> PluralsOf(string word)
    {
        if (word.Length < ShortestWithPlural)
            yield break;
        yield return $"{word}s";
        yield return $"{word}es";
        if (word.EndsWith('y'))
            yield return $"{word[..^1]}ies"; // berry
        if (word.EndsWith('z'))
            yield return $"{word[..^1]}ces"; // nuez
    }

    /// <summary>Of shorter words "a" and "as" would be one.</summary>
    private const int ShortestWithPlural = 3;

    private static bool IsSilent(char c) => c is '\'' or '’' or '`' or '®' or '™';

    private static bool IsPointInNumber(char c, StringBuilder word) =>
        c is '.' && word.Length > 0 && char.IsDigit(word[^1]);

    private static string WithoutAccents(string written)
    {
        var plain = new StringBuilder(written.Length);
        foreach (var c in written.Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(char.ToLowerInvariant(c));
        return plain.ToString();
    }

    private static void Flush(List<string> words, StringBuilder word)
    {
        var text = word.ToString().Trim('.');
        if (text.Length > 0)
            words.Add(text);
        word.Clear();
    }
}
