using System.Text.RegularExpressions;

namespace Inomya.Content;

/// <summary>The school grade at which a text can be read: 0.39 words per sentence + 11.8 syllables per word − 15.59.</summary>
/// <remarks>Source: Kincaid, Fishburne, Rogers and Chissom (1975), Naval Technical Training Command, report 8-75. Syllables are counted by groups of vowels.</remarks>
public static partial class ReadingGrade
{
    /// <summary>Of an English text; for one without a word, below every grade.</summary>
    public static double Of(string text)
    {
        var words = Word().Matches(text).Select(m => m.Value.ToLowerInvariant()).ToList();
        if (words.Count == 0)
            return double.NegativeInfinity;
        var sentences = Math.Max(1, End().Count(text));
        return 0.39 * words.Count / sentences + 11.8 * words.Sum(SyllablesOf) / words.Count - 15.59;
    }

    /// <summary>English words; a number is none.</summary>
    public static int WordsOf(string text) => Word().Count(text);

    private static int SyllablesOf(string word)
    {
        var spoken = Silent().Replace(word, "");
        return Math.Max(1, Vowels().Count(spoken));
    }

    [GeneratedRegex("[A-Za-z']+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[.!?:;]+(\s|$)")]
    private static partial Regex End();

    [GeneratedRegex("(?<=[^aeiouy])(e|es|ed)$")]
    private static partial Regex Silent();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();
}
