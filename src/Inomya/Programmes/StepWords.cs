using System.Net;
using System.Text.RegularExpressions;

namespace Inomya.Programmes;

/// <summary>The words of a step, counted and graded as who reads them takes them in.</summary>
public static partial class StepWords
{
    /// <summary>What is written between the marks; headings and items of lists end a sentence.</summary>
    public static string ProseOf(string html)
    {
        var text = WebUtility.HtmlDecode(Tags().Replace(BlockEnds().Replace(html, " .$0"), " "));
        return Ends().Replace(Spaces().Replace(text, " ").Replace(" .", ".", StringComparison.Ordinal), "$1").Trim();
    }

    /// <summary>What is spoken, as one text.</summary>
    public static string ProseOf(IEnumerable<ListenPart> listen) => string.Join(' ', listen.Select(p => p.Text));

    /// <summary>Words in any script; a number is none.</summary>
    public static int CountOf(string text) => Word().Count(text);

    [GeneratedRegex("</(p|li|h[1-6]|blockquote)>")]
    private static partial Regex BlockEnds();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"([.!?:;])\.+")]
    private static partial Regex Ends();

    [GeneratedRegex(@"[\p{L}][\p{L}'’-]*")]
    private static partial Regex Word();
}
