using Inomya.Content;
using Inomya.SupportPacks;
using Inomya.Tests.Medicines;
using Inomya.Tests.Questionnaires;
using Inomya.Tests.Support;

namespace Inomya.Tests.SupportPacks;

/// <summary>Signs of bad advice and of a good group: few, each with its reason and its source.</summary>
public class AdviceSignsTests
{
    private static readonly AdviceSigns Signs = AdviceSigns.Read(Shelf.Content);

    public static TheoryData<string> Languages => [.. Words.Languages(Shelf.Content)];

    [Fact]
    public async Task The_file_keeps_to_its_schema() =>
        Assert.Equal("", await ContentCheck.AgainstAsync("advice-signs.schema.json", "advice/signs.yaml"));

    [Theory, MemberData(nameof(Languages))]
    public void Each_sign_has_its_words_and_its_reason(string language)
    {
        var words = new Words(Shelf.Content, language);
        IEnumerable<string> keys =
        [
            .. Signs.Bad.SelectMany(s => new[] { $"support.sign.{s.Id}", $"support.sign.{s.Id}.why" }),
            .. Signs.Good.Select(s => $"support.good.{s.Id}"),
        ];
        Assert.All(keys, key => Assert.Equal(language, words.LanguageOf(key)));
    }

    [Fact]
    public void There_are_eight_to_ten_and_each_was_looked_up_at_an_address()
    {
        Assert.InRange(Signs.Bad.Count, 8, 10);
        Assert.All(Signs.Bad.Concat(Signs.Good), s => Assert.NotNull(Signs.SourceOf(s).Address));
    }

    [Fact]
    public void A_sign_whose_source_was_not_looked_up_is_not_shown()
    {
        using var faulty = new FaultyContent("advice/signs.yaml", "verified: secondary", "verified: memory");
        var shown = AdviceSigns.Read(faulty.Content).Bad.Select(s => s.Id);
        Assert.DoesNotContain("stories", shown);
        Assert.Contains("detox", shown);
    }

    [Fact]
    public void A_sign_without_its_source_is_refused_by_name()
    {
        using var faulty = new FaultyContent(
            "advice/signs.yaml",
            "id: detox, source: nccih",
            "id: detox, source: lost"
        );
        Assert.Contains(
            "detox names the source lost",
            Assert.Throws<ContentException>(() => AdviceSigns.Read(faulty.Content)).Message,
            StringComparison.Ordinal
        );
    }
}
