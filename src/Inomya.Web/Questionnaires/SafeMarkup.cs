using System.Net;
using System.Text;
using System.Xml;
using Inomya.Questionnaires;
using Markdig;
using Microsoft.AspNetCore.Components;

namespace Inomya.Web.Questionnaires;

/// <summary>The layout that a form gives to its texts, and nothing else that could stand in it.</summary>
/// <remarks>
/// Only elements of a short list are written, none with an attribute: no link, picture, style or script of a form
/// reaches the page. The words of all others stay, except of those that hold no words.
/// </remarks>
internal static class SafeMarkup
{
    private const string Line = "div";

    /// <summary>What an element is written as.</summary>
    private static readonly Dictionary<string, string> Written = new(StringComparer.OrdinalIgnoreCase)
    {
        ["p"] = "p",
        ["br"] = "br",
        ["b"] = "strong",
        ["strong"] = "strong",
        ["i"] = "em",
        ["em"] = "em",
        ["u"] = "u",
        ["sub"] = "sub",
        ["sup"] = "sup",
        ["ul"] = "ul",
        ["ol"] = "ol",
        ["li"] = "li",
        // headings of a form would stand wrong among those of the page, and its tables do not fit a phone
        ["h1"] = Line,
        ["h2"] = Line,
        ["h3"] = Line,
        ["h4"] = Line,
        ["h5"] = Line,
        ["h6"] = Line,
        ["div"] = Line,
        ["tr"] = Line,
    };

    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase)
    {
        "script",
        "style",
        "head",
        "title",
        "template",
        "object",
        "iframe",
        "svg",
        "math",
        "textarea",
        "select",
    };

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        ConformanceLevel = ConformanceLevel.Fragment,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Null where there is none, or it cannot be read: then the plain text of the item is shown.</summary>
    public static MarkupString? Of(FormMarkup? markup)
    {
        if (markup is null)
            return null;
        try
        {
            var source = markup.IsMarkdown ? Markdown.ToHtml(markup.Source, Pipeline) : markup.Source;
            var safe = Clean(source.Replace("&nbsp;", "&#160;", StringComparison.Ordinal));
            return safe.Length == 0 ? null : new MarkupString(safe);
        }
        catch (Exception e) when (e is XmlException or ArgumentException)
        {
            return null;
        }
    }

    private static string Clean(string source)
    {
        var safe = new StringBuilder();
        using var reader = XmlReader.Create(new StringReader(source), Strict);
        while (reader.Read())
            if (reader.NodeType == XmlNodeType.Element && Silent.Contains(reader.LocalName))
                SkipOver(reader);
            else
                Write(safe, reader);
        return safe.ToString();
    }

    /// <summary>To the end of an element, without a word of it.</summary>
    private static void SkipOver(XmlReader reader)
    {
        var depth = reader.Depth;
        if (!reader.IsEmptyElement)
            while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth)) { }
    }

    private static void Write(StringBuilder safe, XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element when Written.TryGetValue(reader.LocalName, out var name):
                Open(safe, name, reader.IsEmptyElement);
                break;
            case XmlNodeType.EndElement:
                Close(safe, reader.LocalName);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                safe.Append(WebUtility.HtmlEncode(reader.Value));
                break;
        }
    }

    private static void Open(StringBuilder safe, string name, bool isEmpty)
    {
        safe.Append('<').Append(name).Append('>');
        if (isEmpty)
            Close(safe, name);
    }

    private static void Close(StringBuilder safe, string name)
    {
        if (Written.TryGetValue(name, out var written) && written != "br")
            safe.Append("</").Append(written).Append('>');
        else if (name is "td" or "th")
            safe.Append(' ');
    }
}
