using System.Globalization;
using System.Text;
using Inomya.Content;

namespace Inomya.Programmes;

/// <summary>
/// The three forms of a step in its Markdown: <c>::: short</c> and <c>::: listen</c>, each up to <c>:::</c>, and the
/// usual form around them.
/// </summary>
/// <param name="Listen">Spoken paragraphs, each with the silence after it.</param>
internal sealed record StepSections(string Usual, string Short, IReadOnlyList<ListenPart> Listen)
{
    private const string Fence = ":::",
        PauseMark = "[pause ";

    /// <exception cref="ContentException">A form is missing, stands twice, is not closed, or is of no known name.</exception>
    public static StepSections Of(string markdown, string file)
    {
        var forms = new Dictionary<string, StringBuilder>(StringComparer.Ordinal) { [""] = new() };
        var inside = "";
        foreach (var line in markdown.Split('\n'))
            if (line.StartsWith(Fence, StringComparison.Ordinal))
                inside = Next(inside, line[Fence.Length..].Trim(), forms, file);
            else
                forms[inside].Append(line).Append('\n');
        if (inside.Length > 0)
            throw new ContentException(file, $"'{Fence} {inside}' is not closed");
        return new StepSections(forms[""].ToString(), Form("short"), Spoken(Form("listen"), file));

        string Form(string name) =>
            forms.TryGetValue(name, out var text)
                ? text.ToString()
                : throw new ContentException(file, $"it has no '{Fence} {name}'");
    }

    private static string Next(string inside, string name, Dictionary<string, StringBuilder> forms, string file)
    {
        if (inside.Length > 0)
            return name.Length == 0 ? "" : throw new ContentException(file, $"'{Fence} {inside}' is not closed");
        if (name is not ("short" or "listen"))
            throw new ContentException(file, $"'{Fence} {name}' is no form of a step");
        return forms.TryAdd(name, new StringBuilder())
            ? name
            : throw new ContentException(file, $"'{Fence} {name}' stands twice");
    }

    /// <summary>Paragraphs; a line <c>[pause N]</c> is silence after the one before it.</summary>
    private static List<ListenPart> Spoken(string text, string file)
    {
        var parts = new List<ListenPart>();
        var paragraph = new StringBuilder();
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Append(""))
        {
            var pause = PauseIn(line, file);
            if (line.Length > 0 && pause is null)
            {
                paragraph.Append(paragraph.Length > 0 ? " " : "").Append(line);
                continue;
            }
            if (paragraph.Length > 0)
                parts.Add(new ListenPart(paragraph.ToString(), 0));
            paragraph.Clear();
            if (pause is { } seconds)
                AddSilence(parts, seconds);
        }
        return parts;
    }

    private static void AddSilence(List<ListenPart> parts, int seconds)
    {
        if (parts.Count == 0)
            parts.Add(new ListenPart("", seconds));
        else
            parts[^1] = parts[^1] with { PauseSeconds = parts[^1].PauseSeconds + seconds };
    }

    private static int? PauseIn(string line, string file) =>
        !line.StartsWith(PauseMark, StringComparison.Ordinal) ? null
        : int.TryParse(
            line[PauseMark.Length..].TrimEnd(']'),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var n
        ) && line.EndsWith(']')
            ? n
        : throw new ContentException(file, $"'{line}' is no silence in seconds");
}
