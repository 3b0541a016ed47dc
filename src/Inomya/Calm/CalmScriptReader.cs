using System.Globalization;
using System.Text.RegularExpressions;
using Inomya.Content;
using Inomya.Programmes;

namespace Inomya.Calm;

/// <summary>Reads a script: what it is in YAML, then spoken lines; <c>[pause 10]</c> alone in a line is 10 seconds of silence.</summary>
internal static partial class CalmScriptReader
{
    private const int LongestPause = 120;

    /// <exception cref="ContentException">It cannot be used; the message names the line.</exception>
    public static CalmScript Read(ContentFolder content, string language, string file)
    {
        var (head, body) = content.ReadDocument<Head>(file);
        if (head.Id != Path.GetFileNameWithoutExtension(file))
            throw new ContentException(file, $"its id is '{head.Id}'");
        return new CalmScript
        {
            Id = head.Id,
            Language = language,
            Title = head.Title,
            Summary = head.Summary,
            Minutes = head.Minutes,
            Grade = head.Grade,
            ReviewedBy = head.Reviewed.By,
            Sources = [.. head.Sources.Where(s => Seen.Was(s.Verified))],
            Lines = LinesOf(body, file),
        };
    }

    private static List<ListenPart> LinesOf(string body, string file)
    {
        var lines = new List<ListenPart>();
        foreach (var line in body.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
            if (Pause().Match(line) is { Success: true } pause)
                Silence(lines, SecondsOf(pause, file), file);
            else if (line[0] is '#' or '-' or '<' or '[' or '*')
                throw new ContentException(file, $"'{line}' cannot be spoken");
            else
                lines.Add(new ListenPart(line, 0));
        return lines.Count > 0 ? lines : throw new ContentException(file, "nothing is spoken in it");
    }

    private static void Silence(List<ListenPart> lines, int seconds, string file)
    {
        if (lines.Count == 0)
            throw new ContentException(file, "it begins with a silence");
        lines[^1] = lines[^1] with { PauseSeconds = lines[^1].PauseSeconds + seconds };
    }

    private static int SecondsOf(Match pause, string file) =>
        int.Parse(pause.Groups[1].Value, CultureInfo.InvariantCulture) is var seconds and > 0 and <= LongestPause
            ? seconds
            : throw new ContentException(file, $"'{pause.Value}' is not from 1 to {LongestPause} seconds");

    [GeneratedRegex(@"^\[pause (\d{1,4})\]$")]
    private static partial Regex Pause();

    private sealed class Head
    {
        public string Id { get; init; } = "";
        public int Version { get; init; }
        public string Title { get; init; } = "";
        public string Summary { get; init; } = "";
        public int Minutes { get; init; }
        public string Grade { get; init; } = "";
        public string Licence { get; init; } = "";
        public Review Reviewed { get; init; } = new();
        public List<ContentSource> Sources { get; init; } = [];
    }

    private sealed class Review
    {
        public string? By { get; init; }
        public string? On { get; init; }
        public string? Expires { get; init; }
    }
}
