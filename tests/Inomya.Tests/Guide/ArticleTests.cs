using System.Text.RegularExpressions;
using Inomya.Content;
using Inomya.Guide;
using Inomya.Tests.Content;
using Inomya.Tests.Questionnaires;

namespace Inomya.Tests.Guide;

/// <summary>The articles themselves: short, plain, sourced, and leading somewhere.</summary>
public partial class ArticleTests
{
    private const double GradeAllowed = 7.0;
    private const int FewestWords = 200,
        MostWords = 350;

    private static readonly GuideShelf Shelf = new(ContentCheck.Content);
    private static readonly Words English = new(ContentCheck.Content);

    public static TheoryData<string> Files => [.. ContentCheck.Content.Files("guide", "*.md")];

    public static TheoryData<string> Ids => [.. Shelf.In("en").Articles.Select(a => a.Id)];

    [Theory, MemberData(nameof(Files))]
    public async Task An_article_says_what_it_is_as_its_schema_asks(string file) =>
        Assert.Equal("", await ContentCheck.AgainstAsync("guide-article.schema.json", file));

    [Fact]
    public void There_are_at_least_forty_and_each_of_the_twenty_topics_has_one()
    {
        var articles = Shelf.In("en").Articles;
        Assert.True(articles.Count >= 40, $"{articles.Count}");
        Assert.Equal(20, articles.Select(a => a.Topic).Distinct().Count());
        Assert.DoesNotContain(articles, a =>
            !English.Has($"guide.topic.{a.Topic}") || !English.Has($"guide.grade.{a.Grade}")
        );
    }

    [Theory, MemberData(nameof(Ids))]
    public void An_article_is_short_and_easy_to_read(string id)
    {
        var prose = Prose(Shelf.In("en").Find(id)!.Html);
        Assert.InRange(ReadingGrade.WordsOf(prose), FewestWords, MostWords);
        Assert.True(
            ReadingGrade.Of(prose) <= GradeAllowed,
            FormattableString.Invariant($"{id}: grade {ReadingGrade.Of(prose):0.0}")
        );
    }

    [Theory, MemberData(nameof(Ids))]
    public void An_article_has_a_source_that_was_seen_or_says_that_it_is_our_rule(string id) =>
        Assert.NotEmpty(Shelf.In("en").Find(id)!.Sources);

    [Theory, MemberData(nameof(Ids))]
    public void The_tools_and_the_articles_that_it_names_are_known(string id)
    {
        var article = Shelf.In("en").Find(id)!;
        Assert.DoesNotContain(article.Tools, t => !Shelf.Tools.ContainsKey(t) || !English.Has($"guide.tool.{t}"));
        var linked = GuideLink().Matches(article.Html).Select(m => m.Groups["id"].Value);
        Assert.DoesNotContain(linked, l => Shelf.In("en").Find(l) is null);
    }

    [Theory, MemberData(nameof(Ids))]
    public void An_article_never_diagnoses_and_never_says_to_stop_a_medicine(string id)
    {
        var text = Shelf.In("en").Find(id)!.Text;
        Assert.DoesNotMatch("(?i)you (have|suffer from) (fibromyalgia|depression|ME/CFS)\\.", text);
        Assert.DoesNotMatch("(?i)(^|[.!?] )(stop|start) (taking|your medicine|the medicine)", text);
    }

    [Fact]
    public void Raw_HTML_in_an_article_is_shown_as_text_and_never_runs() =>
        Assert.DoesNotContain(
            "<script",
            ArticleReader.Html("Hello <script>alert(1)</script>\n\n<img src=x onerror=alert(1)>", "x.md"),
            StringComparison.Ordinal
        );

    [Theory]
    [
        InlineData("[x](javascript:alert(1))"),
        InlineData("![x](/guide)"),
        InlineData("[x](//evil.example)"),
        InlineData("[x](http://plain.example)"),
        InlineData("<mailto:a@b.example>")
    ]
    public void A_link_that_leads_neither_into_the_app_nor_to_a_safe_page_is_refused_with_the_file_named(
        string markdown
    ) => Assert.Equal("x.md", Assert.Throws<ContentException>(() => ArticleReader.Html(markdown, "x.md")).File);

    [Fact]
    public void An_article_without_its_beginning_is_refused_with_the_file_named()
    {
        var folder = NewFolder(("guide/en/lost.md", "No head at all"));
        Assert.Equal("guide/en/lost.md", Assert.Throws<ContentException>(() => new GuideShelf(folder).In("en")).File);
    }

    [Fact]
    public void A_translated_article_takes_the_place_of_the_English_one_and_the_others_stay_English()
    {
        var folder = NewFolder(
            ("guide/en/a.md", Document("a", "One")),
            ("guide/en/b.md", Document("b", "Two")),
            ("guide/es/a.md", Document("a", "Uno"))
        );
        var book = new GuideShelf(folder).In("es");
        Assert.Equal([("Uno", "es"), ("Two", "en")], book.Articles.Select(a => (a.Title, a.Language)));
        Assert.NotEqual(new GuideShelf(folder).In("en").Version, book.Version);
    }

    /// <summary>Headings end a sentence and items of a list do too, as they do for who reads.</summary>
    private static string Prose(string html) =>
        Tags().Replace(BlockEnds().Replace(html, "$0 . "), " ").Replace(" . ", ". ", StringComparison.Ordinal)
            is var text
            ? RepeatedEnds().Replace(System.Net.WebUtility.HtmlDecode(text), "$1 ")
            : "";

    private static string Document(string id, string title) =>
        $"---\nid: {id}\ntitle: {title}\nsummary: A summary that is long enough.\ntopic: condition\ngrade: low\ndate: 2026-11-22\nlicence: ours\nreviewed-by: null\ntools: [checkin]\nsources:\n  - {{ text: \"A source of ours\", verified: seen }}\n---\nText.\n";

    private static ContentFolder NewFolder(params (string File, string Text)[] files)
    {
        var root = Directory.CreateTempSubdirectory("inomya-guide-").FullName;
        foreach (var (file, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, file))!);
            File.WriteAllText(Path.Combine(root, file), text);
        }
        return new ContentFolder(root);
    }

    [GeneratedRegex("href=\"/guide/(?<id>[a-z-]+)\"")]
    private static partial Regex GuideLink();

    [GeneratedRegex("</(p|li|h[1-6])>")]
    private static partial Regex BlockEnds();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"([.!?:;])[\s.]*\.\s")]
    private static partial Regex RepeatedEnds();
}
