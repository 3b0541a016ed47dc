using System.Text.RegularExpressions;
using Inomya.Content;

namespace Inomya.Programmes;

/// <summary>What no step says, by language and promise: content/programmes/never-say.yaml.</summary>
internal sealed class NeverSay
{
    private const string File = "programmes/never-say.yaml";

    private readonly Dictionary<string, List<(string Promise, Regex Pattern)>> _byLanguage;

    /// <exception cref="ContentException">The file is missing or malformed, or a pattern cannot be used.</exception>
    public NeverSay(ContentFolder content) =>
        _byLanguage = content
            .Read<Dictionary<string, Dictionary<string, List<string>>>>(File)
            .ToDictionary(l => l.Key, l => Patterns(l.Value), StringComparer.Ordinal);

    /// <summary>What a text says all the same: the promise it breaks, and the words.</summary>
    public IEnumerable<(string Promise, string Words)> FoundIn(string text, string language) =>
        from pattern in _byLanguage.GetValueOrDefault(language) ?? []
        from Match found in pattern.Pattern.Matches(text)
        select (pattern.Promise, found.Value);

    private static List<(string, Regex)> Patterns(Dictionary<string, List<string>> promises)
    {
        try
        {
            return
            [
                .. from promise in promises
                from pattern in promise.Value
                select (promise.Key, new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)),
            ];
        }
        catch (ArgumentException e)
        {
            throw new ContentException(File, e.Message, e);
        }
    }
}
