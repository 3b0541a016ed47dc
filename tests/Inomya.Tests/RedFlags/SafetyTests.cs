using Inomya.Content;
using Inomya.Questionnaires;
using Inomya.RedFlags;
using Inomya.Tests.Questionnaires;

namespace Inomya.Tests.RedFlags;

public class SafetyTests
{
    private static readonly RedFlagCatalogue Flags = new(ContentCheck.Content);
    private static readonly CrisisDirectory Crisis = new(ContentCheck.Content);
    private static readonly Words English = new(ContentCheck.Content);

    private static Dictionary<string, bool> Yes(params string[] questions) => questions.ToDictionary(q => q, _ => true);

    [Theory]
    [
        InlineData("red-flags.schema.json", "red-flags/red-flags.yaml"),
        InlineData("crisis.schema.json", "crisis/lines.yaml"),
        InlineData("crisis-phrases.schema.json", "crisis/phrases.yaml")
    ]
    public async Task The_files_keep_to_their_schema(string schema, string file) =>
        Assert.Equal("", await ContentCheck.AgainstAsync(schema, file));

    [Fact]
    public void Every_question_and_every_advice_has_words()
    {
        Assert.True(Flags.Questions(Yes()).Count >= 28);
        foreach (var language in Words.Languages(ContentCheck.Content))
        {
            var words = new Words(ContentCheck.Content, language);
            foreach (var flag in Flags.All)
            foreach (var key in (string[])[$"{flag.Question}.ask", $"{flag.Question}.do", $"{flag.Id}.why"])
            {
                Assert.True(words.Has($"red-flag.{key}"), key);
                Assert.Equal(language, words.LanguageOf($"red-flag.{key}"));
            }
        }
        Assert.DoesNotContain(English.Keys, k =>
            k.StartsWith("red-flag.", StringComparison.Ordinal)
            && English[k].Contains("fibromyalgia", StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public void No_answer_raises_nothing_and_stops_nothing()
    {
        Assert.Empty(Flags.Raised(Yes()));
        Assert.False(Flags.Judge(Yes()).IsAllNo);
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
        // a follow-up that was answered says that its question is a yes as well
        Assert.Equal(Urgency.Now, Assert.Single(Flags.Raised(Yes("new-headache-over-50.vision"))).Urgency);
        var hidden = Yes("new-headache-over-50.vision");
        hidden["new-headache-over-50"] = false;
        Assert.Empty(Flags.Raised(hidden));
    }

    [Fact]
    public void The_most_urgent_comes_first_and_is_the_one_advice()
    {
        var raised = Flags.Raised(Yes("swollen-joint", "calf-swollen", "numb-saddle"));
        Assert.Equal(["numb-saddle", "calf-swollen", "swollen-joint"], raised.Select(f => f.Id));
        Assert.Equal(["numb-saddle"], Flags.Judge(Yes("swollen-joint", "numb-saddle")).Advice.Select(f => f.Id));
    }

    [Fact]
    public void Thoughts_of_death_show_the_crisis_contacts() =>
        Assert.Equal("crisis-contacts", Assert.Single(Flags.Raised(Yes("thoughts-of-death"))).Show);

    [Fact]
    public void A_number_from_memory_is_never_shown()
    {
        // Britain has no poison line for the public; that 111 is meant was not read on a page
        Assert.Empty(Crisis.For("GB").Poison);
        Assert.Equal("988", Assert.Single(Crisis.For("US").Lines).Number);
        Assert.Equal("024", Assert.Single(Crisis.For("es").Lines).Number);
    }

    [Theory, InlineData("MX"), InlineData("AR"), InlineData("CO"), InlineData("PE"), InlineData("CL")]
    public void The_large_countries_of_Spanish_have_a_poison_line(string country) =>
        Assert.NotEmpty(Crisis.For(country).Poison);

    [Fact]
    public void The_Dutch_centre_answers_professionals_so_the_doctor_is_named() =>
        Assert.Empty(Crisis.For("NL").Poison);

    [Fact]
    public void A_country_we_do_not_know_gets_the_plain_fallback()
    {
        Assert.Null(Crisis.For("XX").Emergency);
        Assert.Empty(Crisis.For(null).Lines);
        foreach (var key in (string[])["crisis.emergency-unknown", "crisis.lines-unknown", "crisis.title"])
            Assert.True(English.Has(key));
    }

    [Theory]
    [
        InlineData("swollen-joint.hot", Urgency.Today),
        InlineData("red-painful-eye", Urgency.Today),
        InlineData("red-painful-eye.sight", Urgency.Now),
        InlineData("getting-weaker.fast", Urgency.Now),
        InlineData("numb-saddle", Urgency.Now),
        InlineData("new-headache-over-50.vision", Urgency.Now),
        InlineData("fever-on-medicine", Urgency.Today),
        InlineData("fever-on-medicine.fever", Urgency.Now),
        InlineData("blistering-rash", Urgency.Now),
        InlineData("steroids-missed", Urgency.Now),
        InlineData("clumsy-hands.worse", Urgency.Now),
        InlineData("cancer-spine.weak", Urgency.Now),
        InlineData("bleeding", Urgency.Now),
        InlineData("stiff-shoulders-hips-over-50", Urgency.Week)
    ]
    public void What_cannot_wait_is_said_as_urgently_as_it_is(string question, Urgency urgency) =>
        Assert.Equal(urgency, Assert.Single(Flags.MostUrgent([question])).Urgency);

    [Fact]
    public void No_set_of_answers_reassures_unless_every_question_was_answered_with_no()
    {
        var all = Flags.All.Select(f => f.Question).ToList();
        var firsts = Flags.Questions(Yes());
        var chance = new Random(20261128);
        for (var round = 0; round < 3000; round++)
        {
            // from nothing to everything answered, and mostly no, so that a page would like to reassure
            var share = chance.NextDouble();
            var answers = all.Where(_ => chance.NextDouble() < share).ToDictionary(q => q, _ => chance.Next(20) == 0);
            var outcome = Flags.Judge(answers);
            Assert.Equal(firsts.All(q => answers.TryGetValue(q, out var yes) && !yes), outcome.IsAllNo);
            Assert.True(outcome.Urgency is null || !outcome.IsAllNo);
            Assert.True(outcome.Advice.Select(f => f.Urgency).Distinct().Count() <= 1);
            Assert.All(Flags.Raised(answers), f => Assert.True(f.Urgency <= outcome.Urgency));
        }
        Assert.True(Flags.Judge(firsts.ToDictionary(q => q, _ => false)).IsAllNo);
    }

    [Fact]
    public void Every_level_names_a_source_that_is_there_or_says_that_it_is_from_memory()
    {
        var file = ContentCheck.Content.Read<Dictionary<string, object>>("red-flags/red-flags.yaml");
        var sources = ((Dictionary<object, object>)file["sources"]).Keys.Select(k => (string)k).ToHashSet();
        var rows = ((List<object>)file["flags"])
            .Cast<Dictionary<object, object>>()
            .SelectMany(f =>
                f.TryGetValue("more", out var more)
                    ? ((List<object>)more).Cast<Dictionary<object, object>>().Prepend(f)
                    : [f]
            )
            .ToList();
        Assert.True(rows.Count > 40);
        foreach (var row in rows)
            Assert.True(
                row.TryGetValue("source", out var source)
                    ? sources.Contains((string)source)
                    : (string)row["verified"] == "memory",
                (string)row["id"]
            );
    }

    [Theory]
    [
        InlineData("US", "911"),
        InlineData("CA", "911"),
        InlineData("MX", "911"),
        InlineData("AR", "107"),
        InlineData("CO", "123"),
        InlineData("CL", "131"),
        InlineData("PE", "106"),
        InlineData("BR", "192"),
        InlineData("ES", "112"),
        InlineData("PT", "112"),
        InlineData("FR", "15"),
        InlineData("DE", "112"),
        InlineData("AT", "144"),
        InlineData("CH", "144"),
        InlineData("IT", "112"),
        InlineData("NL", "112"),
        InlineData("BE", "112"),
        InlineData("GB", "999"),
        InlineData("IE", "112"),
        InlineData("AU", "000"),
        InlineData("NZ", "111")
    ]
    public void Each_country_has_its_emergency_number_and_a_crisis_line(string country, string number)
    {
        var contacts = Crisis.For(country);
        Assert.Equal(number, contacts.Emergency);
        Assert.NotEmpty(contacts.Lines);
        Assert.All(contacts.Lines.Concat(contacts.Poison), l => Assert.Matches(@"^tel:[+*]?\d+$", l.Dial));
    }

    [Fact]
    public void The_mental_health_option_of_111_is_not_for_Northern_Ireland()
    {
        var lines = Crisis.For("GB").Lines;
        Assert.DoesNotContain(
            "Northern Ireland",
            lines.Single(l => l.Number == "111").Place!,
            StringComparison.Ordinal
        );
        Assert.Equal("Northern Ireland", lines.Single(l => l.Name == "Lifeline").Place);
        Assert.Equal("91 562 04 20", Assert.Single(Crisis.For("ES").Poison).Number);
    }
}
