using CsCheck;
using Inomya.Guide;
using Inomya.Tests.Questionnaires;

namespace Inomya.Tests.Guide;

public class GuideSearchTests
{
    private static readonly GuideBook Book = new GuideShelf(ContentCheck.Content).In("en");

    public static TheoryData<string> Ids => [.. Book.Articles.Select(a => a.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void An_article_is_found_first_by_its_title(string id) =>
        Assert.Equal(id, Book.Search(Book.Find(id)!.Title)[0].Article.Id);

    [Fact]
    public void Case_and_accents_do_not_count() =>
        Assert.Equal(
            Book.Search("Fibromyalgia").Select(f => f.Article.Id),
            Book.Search("FÍBRÓMYÁLGIA").Select(f => f.Article.Id)
        );

    [Fact]
    public void A_title_goes_before_a_text()
    {
        var found = Book.Search("flare", 50).Select(f => f.Article).ToList();
        var inTitle = found.TakeWhile(a => a.Title.Contains("flare", StringComparison.OrdinalIgnoreCase)).Count();
        Assert.True(inTitle >= 2);
        Assert.DoesNotContain(found.Skip(inTitle), a => a.Title.Contains("flare", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [
        InlineData("ferritin", "snoring-and-restless-legs"),
        InlineData("tizanidin", "muscle-relaxants"),
        InlineData("restless legs iron", "snoring-and-restless-legs")
    ]
    public void A_word_that_stands_only_in_the_text_is_found_also_by_its_beginning(string query, string id) =>
        Assert.Contains(Book.Search(query), f => f.Article.Id == id);

    [Fact]
    public void The_excerpt_marks_what_was_looked_for() =>
        Assert.All(Book.Search("ferritin"), f =>
            Assert.Contains(f.Excerpt, piece => piece.Hit && piece.Text.Contains("erritin", StringComparison.Ordinal))
        );

    [Theory]
    [InlineData(null), InlineData(""), InlineData("   "), InlineData("?!"), InlineData("qwxzy")]
    public void Nothing_asked_or_nothing_there_finds_nothing(string? query) => Assert.Empty(Book.Search(query));

    [Fact]
    public void Any_text_at_all_gives_an_answer_in_time_and_never_more_than_asked_for() =>
        Gen.String[Gen.Char, 0, 400].Sample(query => Assert.InRange(Book.Search(query, 5).Count, 0, 5), iter: 200);
}
