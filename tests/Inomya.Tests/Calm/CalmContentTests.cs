using Inomya.Calm;
using Inomya.Content;
using Inomya.Programmes;
using Inomya.Tests.Questionnaires;
using Inomya.Tests.Support;

namespace Inomya.Tests.Calm;

/// <summary>What the room Calm shows: to its schemas, in every language, and nothing in it that cannot be spoken.</summary>
public class CalmContentTests
{
    /// <summary>Words a calm voice says in a minute, at the most and the least; the silences are counted beside them.</summary>
    private const double FewestWords = 70,
        MostWords = 160;

    private static readonly CalmShelf Shelf = new(ContentCheck.Content);

    public static TheoryData<string> Files => [.. ContentCheck.Content.Files("calm", "*.md")];

    public static TheoryData<string, string> Scripts =>
        [
            .. Words
                .Languages(ContentCheck.Content)
                .SelectMany(l => Shelf.Practices.SelectMany(p => p.Scripts).Select(s => (l, s))),
        ];

    private static CalmScript Find(string language, string id) =>
        Shelf
            .Practices.Where(p => p.Scripts.Contains(id))
            .SelectMany(p => Shelf.Scripts(p, language))
            .First(s => s.Id == id);

    [Fact]
    public async Task Practices_and_breathing_keep_to_their_schemas()
    {
        Assert.Equal("", await ContentCheck.AgainstAsync("calm-practices.schema.json", "calm/practices.yaml"));
        Assert.Equal("", await ContentCheck.AgainstAsync("calm-breathing.schema.json", "calm/breathing.yaml"));
    }

    [Theory, MemberData(nameof(Files))]
    public async Task A_script_says_what_it_is_as_its_schema_asks(string file) =>
        Assert.Equal("", await ContentCheck.AgainstAsync("calm-script.schema.json", file));

    [Theory, MemberData(nameof(Scripts))]
    public void A_script_is_there_in_each_language_with_a_source(string language, string id)
    {
        var script = Find(language, id);
        Assert.Equal(language, script.Language);
        Assert.NotEmpty(script.Sources);
        Assert.True(script.Lines.Count > 3);
    }

    [Theory, MemberData(nameof(Scripts))]
    public void A_script_is_as_long_as_it_says(string language, string id)
    {
        var script = Find(language, id);
        var (words, silence) = (
            script.Lines.Sum(l => ReadingGrade.WordsOf(l.Text)),
            script.Lines.Sum(l => l.PauseSeconds) / 60.0
        );
        Assert.InRange(script.Minutes, (words / MostWords) + silence - 1, (words / FewestWords) + silence + 1);
    }

    [Fact]
    public void Every_script_that_is_written_belongs_to_a_practice() =>
        Assert.Empty(
            ContentCheck
                .Content.Files("calm/en", "*.md")
                .Select(f => Path.GetFileNameWithoutExtension(f)!)
                .Except(Shelf.Practices.SelectMany(p => p.Scripts))
        );

    [Fact]
    public void Every_practice_has_its_words_and_a_part_that_gates_know()
    {
        var gates = Gates.Read(ContentCheck.Content);
        Assert.DoesNotContain(Shelf.Practices, p => p.Part is { } part && gates.Part(part) is null);
        foreach (var words in Words.Languages(ContentCheck.Content).Select(l => new Words(ContentCheck.Content, l)))
            Assert.DoesNotContain(Shelf.Practices, p =>
                words.LanguageOf($"calm.practice.{p.Id}") != words.Language || !words.Has($"calm.practice.{p.Id}.text")
            );
    }

    [Theory]
    [InlineData("[pause 12]", "[pause 0]", "not from 1 to")]
    [InlineData("[pause 12]", "[pause 900]", "not from 1 to")]
    [InlineData("[pause 12]", "[silence]", "cannot be spoken")]
    [InlineData("[pause 12]", "- a list", "cannot be spoken")]
    [InlineData("id: body-scan-3", "id: other", "its id is")]
    public void A_script_that_cannot_be_spoken_is_refused_with_its_place(string good, string bad, string says)
    {
        const string File = "calm/en/body-scan-3.md";
        using var folder = new FaultyContent(File, good, bad);
        var practice = new Practice { Id = "body-scan", Scripts = ["body-scan-3"] };
        var refused = Assert.Throws<ContentException>(() => new CalmShelf(folder.Content).Scripts(practice, "en"));
        Assert.Contains(File, refused.Message, StringComparison.Ordinal);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_breath_is_as_long_as_its_rate_says_and_the_usual_one_is_offered()
    {
        var rules = BreathingRules.Read(ContentCheck.Content);
        Assert.Equal(new BreathingPace(4, 6, 5), rules.Usual);
        Assert.Equal(new BreathingPace(5, 5, 10), BreathingRules.PaceOf(6, 0.5, 10));
        foreach (var pace in rules.Rates.SelectMany(r => rules.OutShares.Select(s => BreathingRules.PaceOf(r, s, 5))))
            Assert.True(pace.OutSeconds >= pace.InSeconds);
        using var folder = new FaultyContent("calm/breathing.yaml", "usual-rate: 6", "usual-rate: 3");
        Assert.Throws<ContentException>(() => BreathingRules.Read(folder.Content));
    }
}
