using Inomya.Content;
using Inomya.Guide;

namespace Inomya.Programmes;

/// <summary>Reads one step: what it is in YAML, then its three forms in Markdown.</summary>
internal static class StepReader
{
    /// <exception cref="ContentException">
    /// It cannot be used, or its text holds a picture or a link that leads neither into the app nor to the web.
    /// </exception>
    public static ProgrammeStep Read(ContentFolder content, string language, string file)
    {
        var (head, body) = content.ReadDocument<Head>(file);
        if (head.Id != Path.GetFileNameWithoutExtension(file))
            throw new ContentException(file, $"its id is '{head.Id}'");
        var forms = StepSections.Of(body, file);
        return new ProgrammeStep
        {
            Id = head.Id,
            Version = head.Version,
            Language = language,
            Title = head.Title,
            Summary = head.Summary,
            Kind = head.Kind,
            Chapter = head.Chapter,
            Order = head.Order,
            Road = RoadOf(head.Road, file),
            Minutes = head.Minutes,
            OpensAfter = head.OpensAfter,
            Gates = head.Gates,
            Tools = head.Tools,
            Grade = head.Grade,
            Reviewed = head.Reviewed,
            Sources = [.. head.Sources.Where(s => Seen.Was(s.Verified))],
            Html = ArticleReader.Html(forms.Usual, file),
            ShortHtml = ArticleReader.Html(forms.Short, file),
            Listen = forms.Listen,
            Text = ArticleReader.PlainText($"{forms.Usual}\n{forms.Short}"),
            File = file,
        };
    }

    private static StepRoad RoadOf(string road, string file) =>
        road switch
        {
            "core" => StepRoad.Core,
            "long" => StepRoad.FullOnly,
            "upkeep" => StepRoad.Upkeep,
            "booster" => StepRoad.Booster,
            _ => throw new ContentException(file, $"'{road}' is no road"),
        };

    private sealed class Head
    {
        public string Id { get; init; } = "";
        public int Version { get; init; }
        public string Title { get; init; } = "";
        public string Summary { get; init; } = "";
        public StepKind Kind { get; init; }
        public string Chapter { get; init; } = "";
        public int Order { get; init; }
        public string Road { get; init; } = "";
        public StepMinutes Minutes { get; init; } = new();
        public string? OpensAfter { get; init; }
        public List<string> Gates { get; init; } = [];
        public List<string> Tools { get; init; } = [];
        public string Grade { get; init; } = "";
        public string Licence { get; init; } = "";
        public Review Reviewed { get; init; } = new();
        public List<ContentSource> Sources { get; init; } = [];
    }
}
