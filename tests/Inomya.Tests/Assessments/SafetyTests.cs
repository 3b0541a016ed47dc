using Inomya.Assessments;
using Inomya.Content;

namespace Inomya.Tests.Assessments;

public class SafetyTests
{
    private static readonly RedFlags Flags = new(ContentCheck.Content);
    private static readonly CrisisDirectory Crisis = new(ContentCheck.Content);
    private static readonly Words English = new(ContentCheck.Content);

    private static Dictionary<string, bool> Yes(params string[] questions) => questions.ToDictionary(q => q, _ => true);

    [Theory]
    [
        InlineData("red-flags.schema.json", "red-flags/red-flags.yaml"),
        InlineData("crisis.schema.json", "crisis/lines.yaml")
    ]
    public async Task The_files_keep_to_their_schema(string schema, string file) =>
        Assert.Equal("", await ContentCheck.AgainstAsync(schema, file));

    [Fact]
    public void Every_question_and_every_advice_has_words()
    {
        var all = Flags.Questions(Flags.Questions(Yes()).ToDictionary(q => q, _ => true));
        Assert.True(Flags.Questions(Yes()).Count >= 23);
        foreach (var question in all)
            Assert.True(English.Has($"red-flag.{question}.ask"), question);
        foreach (var flag in Flags.Raised(all.ToDictionary(q => q, _ => true)))
            Assert.True(English.Has($"red-flag.{flag.Id}.do") && English.Has($"red-flag.{flag.Id}.why"), flag.Id);
        Assert.DoesNotContain(English.Keys, k =>
            k.StartsWith("red-flag.", StringComparison.Ordinal)
            && English[k].Contains("fibromyalgia", StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public void No_answer_raises_nothing_and_stops_nothing()
    {
        Assert.Empty(Flags.Raised(Yes()));
        Assert.False(Flags.MustStop(Yes()));
    }

    [Fact]
    public void A_follow_up_is_asked_after_a_yes_and_can_only_raise_the_level()
    {
        Assert.DoesNotContain("new-headache-over-50.vision", Flags.Questions(Yes()));
        Assert.Contains("new-headache-over-50.vision", Flags.Questions(Yes("new-headache-over-50")));
        Assert.Equal(Urgency.Today, Assert.Single(Flags.Raised(Yes("new-headache-over-50"))).Urgency);
        Assert.Equal(
            Urgency.Now,
            Assert.Single(Flags.Raised(Yes("new-headache-over-50", "new-headache-over-50.vision"))).Urgency
        );
        Assert.Empty(Flags.Raised(Yes("new-headache-over-50.vision")));
    }

    [Fact]
    public void The_most_urgent_comes_first_and_stops_the_questions()
    {
        var raised = Flags.Raised(Yes("swollen-joint", "calf-swollen", "numb-saddle"));
        Assert.Equal(["numb-saddle", "calf-swollen", "swollen-joint"], raised.Select(f => f.Id));
        Assert.True(Flags.MustStop(Yes("swollen-joint", "numb-saddle")));
        Assert.False(Flags.MustStop(Yes("swollen-joint", "calf-swollen")));
    }

    [Fact]
    public void Thoughts_of_death_show_the_crisis_contacts() =>
        Assert.Equal("crisis-contacts", Assert.Single(Flags.Raised(Yes("thoughts-of-death"))).Show);

    [Fact]
    public void A_number_from_memory_is_never_shown()
    {
        var switzerland = Crisis.For("CH");
        Assert.Null(switzerland.Emergency);
        Assert.Empty(switzerland.Lines);
        Assert.Equal("988", Assert.Single(Crisis.For("US").Lines).Number);
        Assert.Equal("024", Assert.Single(Crisis.For("es").Lines).Number);
    }

    [Fact]
    public void A_country_we_do_not_know_gets_the_plain_fallback()
    {
        Assert.Null(Crisis.For("XX").Emergency);
        Assert.Empty(Crisis.For(null).Lines);
        foreach (var key in (string[])["crisis.emergency-unknown", "crisis.lines-unknown", "crisis.title"])
            Assert.True(English.Has(key));
    }
}
