using Inomya.Content;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Guide;

/// <summary>Reads one article: what it is in YAML, then its text in Markdown.</summary>
internal static class ArticleReader
{
    private static readonly MarkdownPipeline Plain = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <exception cref="ContentException">
    /// It cannot be used, or its text holds a picture or a link that leads neither into the app nor to the web.
    /// </exception>
    public static Article Read(ContentFolder content, string language, string file)
    {
        var (head, body) = content.ReadDocument<Head>(file);
        if (head.Id != Path.GetFileNameWithoutExtension(file))
            throw new ContentException(file, $"its id is '{head.Id}'");
        return new Article
        {
            Id = head.Id,
            Language = language,
            Title = head.Title,
            Summary = head.Summary,
            Topic = head.Topic,
            Grade = head.Grade,
            Date = Day(head.Date, file),
            ReviewedBy = head.ReviewedBy,
            Tools = head.Tools,
            Sources = [.. head.Sources.Where(IsSeen)],
            Html = Html(body, file),
            Text = PlainText(body),
        };
    }

    /// <summary>Safe HTML of an article's text.</summary>
    internal static string Html(string markdown, string file)
    {
        var document = Markdown.Parse(markdown, Plain);
        if (Refused(document).ToList() is [var url, ..])
            throw new ContentException(file, $"'{url}' may not be linked");
        return document.ToHtml(Plain);
    }

    /// <summary>The same without marks.</summary>
    internal static string PlainText(string markdown) => Markdown.ToPlainText(markdown, Plain);

    private static LocalDate Day(string written, string file) =>
        LocalDatePattern.Iso.Parse(written) is { Success: true, Value: var day }
            ? day
            : throw new ContentException(file, $"'{written}' is not a day");

    private static bool IsSeen(ContentSource source) => Seen.Was(source.Verified);

    /// <summary>Addresses of pictures, of mail, and of what leads neither into the app nor to the web.</summary>
    private static IEnumerable<string?> Refused(MarkdownDocument document)
    {
        var links = document.Descendants<LinkInline>().Where(l => l.IsImage || !IsAllowed(l.Url));
        var bare = document.Descendants<AutolinkInline>().Where(l => l.IsEmail || !IsAllowed(l.Url));
        return links.Select(l => l.Url).Concat(bare.Select(l => l.Url));
    }

    private static bool IsAllowed(string? url) =>
        url is ['/', not '/', ..]
        || (Uri.TryCreate(url, UriKind.Absolute, out var web) && web.Scheme == Uri.UriSchemeHttps);

    private sealed class Head
    {
        public string Id { get; init; } = "";
        public string Title { get; init; } = "";
        public string Summary { get; init; } = "";
        public string Topic { get; init; } = "";
        public string Grade { get; init; } = "";
        public string Date { get; init; } = "";
        public string Licence { get; init; } = "";
        public string? ReviewedBy { get; init; }
        public List<string> Tools { get; init; } = [];
        public List<ContentSource> Sources { get; init; } = [];
    }
}
