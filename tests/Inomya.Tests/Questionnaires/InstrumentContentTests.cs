using Inomya.Content;
using Inomya.Questionnaires;

namespace Inomya.Tests.Questionnaires;

public class InstrumentContentTests
{
    public static TheoryData<string> Ids => [.. Vectors.Instruments.All.Select(i => i.Id)];

    private static readonly Words English = new(ContentCheck.Content);

    [Theory, MemberData(nameof(Ids))]
    public async Task Both_files_keep_to_their_schema(string id)
    {
        Assert.Equal("", await ContentCheck.AgainstAsync("instrument.schema.json", $"instruments/{id}/meaning.yaml"));
        Assert.Equal(
            "",
            await ContentCheck.AgainstAsync("questionnaire.schema.json", $"instruments/{id}/questionnaire.json")
        );
    }

    [Theory, MemberData(nameof(Ids))]
    public void Form_and_meaning_are_of_one_version(string id)
    {
        var instrument = Vectors.Instruments.Find(id)!;
        Assert.Equal($"urn:inomya:questionnaire:{id}|{instrument.Meaning.Version}", instrument.Form.Value.Canonical);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Every_number_has_a_source_that_is_listed(string id)
    {
        var meaning = Vectors.Instruments.Find(id)!.Meaning;
        var used = meaning
            .Numbers.Values.Select(n => n.Source)
            .Concat(meaning.Bands.Select(b => b.Source))
            .Concat(meaning.Norms.Values.Select(n => n.Source))
            .Concat(meaning.Changes.Select(c => c.Source))
            .Append(meaning.Missing.Source)
            .OfType<string>();
        Assert.Empty(used.Except(meaning.Sources.Keys));
    }

    [Theory, MemberData(nameof(Ids))]
    public void What_is_not_published_is_not_called_published(string id)
    {
        var meaning = Vectors.Instruments.Find(id)!.Meaning;
        foreach (var (name, number) in meaning.Numbers)
            if (number.Basis == "published")
                Assert.True(meaning.Sources[number.Source].Verified != "memory", $"{id}: {name}");
        foreach (var change in meaning.Changes)
            if (change.Basis == "published")
                Assert.True(meaning.Sources[change.Source].Verified != "memory", $"{id}: change of {change.Score}");
    }

    [Theory, MemberData(nameof(Ids))]
    public void Bands_start_at_the_bottom_of_the_range_and_rise(string id)
    {
        foreach (var bands in Vectors.Instruments.Find(id)!.Meaning.Bands)
        {
            var starts = bands.Steps.Select(s => s.From ?? s.Above!.Value).ToList();
            Assert.Equal(starts.Order(), starts);
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void Every_score_has_a_FHIRPath_item(string id)
    {
        var instrument = Vectors.Instruments.Find(id)!;
        foreach (var (rule, scores) in instrument.Score(new Answers()))
        foreach (var (name, _) in scores)
            if (!(rule == "PEG" && name is "percentChange" or "responder30"))
                Assert.NotNull(instrument.Form.Value.Find($"score.{rule}.{name}")?.Calculated);
    }

    [Theory, MemberData(nameof(Ids))]
    public void People_can_read_what_it_is_and_what_it_means(string id)
    {
        var meaning = Vectors.Instruments.Find(id)!.Meaning;
        foreach (var word in (string[])["name", "purpose", "means", "does-not-mean"])
            Assert.True(English.Has($"instrument.{id}.{word}"), $"instrument.{id}.{word}");
        foreach (var score in meaning.Scores)
            Assert.True(English.Has($"instrument.{id}.score.{score.Id}"), $"instrument.{id}.score.{score.Id}");
        foreach (var bands in meaning.Bands)
        foreach (var step in bands.Steps)
            Assert.True(
                English.Has($"instrument.{id}.band.{bands.Id}.{step.Key}"),
                $"instrument.{id}.band.{bands.Id}.{step.Key}"
            );
        foreach (var note in meaning.Notes)
            Assert.True(English.Has(note), note);
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_form_is_wholly_in_Spanish_or_the_list_says_why_it_is_in_English(string id)
    {
        var list = ContentCheck.Content.Read<LeftInEnglish>("locales/es/left-in-english.yaml");
        var read = Vectors
            .Instruments.Find(id)!
            .Form.Value.Items.SelectMany(All)
            .Where(i => !i.LinkId.StartsWith("score", StringComparison.Ordinal) && i.Text is not null)
            .ToList();
        var missing = read.Where(i => i.TextIn("es") == i.Text || i.Options.Any(o => o.LabelIn("es") == o.Label))
            .Select(i => i.LinkId)
            .ToList();
        if (list.Questionnaires.TryGetValue(id, out var why))
            Assert.True(why["reason"].Length > 20 && missing.Count == read.Count, id);
        else
        {
            Assert.Empty(missing);
            Assert.True(list.Translated.Ours.Contains(id) != list.Translated.Owners.ContainsKey(id), id);
        }
    }

    private static IEnumerable<FormItem> All(FormItem item) => item.Items.SelectMany(All).Prepend(item);

    private sealed class LeftInEnglish
    {
        public List<string> Keys { get; init; } = [];
        public Dictionary<string, Dictionary<string, string>> Questionnaires { get; init; } = [];
        public InSpanish Translated { get; init; } = new();
    }

    private sealed class InSpanish
    {
        public List<string> Ours { get; init; } = [];
        public Dictionary<string, ContentSource> Owners { get; init; } = [];
    }

    [Fact]
    public void Codes_of_LOINC_pass_their_check_digit()
    {
        foreach (var instrument in Vectors.Instruments.All)
        foreach (var code in instrument.Meaning.Codes.Values)
            Assert.True(IsLoinc(code.Split('|')[1]), $"{instrument.Id}: {code}");
    }

    [Theory]
    [InlineData("siqr"), InlineData("wpai-gh"), InlineData("dsq-pem"), InlineData("haq-di")]
    public void What_waits_for_permission_is_scored_but_not_offered(string id)
    {
        Assert.DoesNotContain(Vectors.Instruments.Offered, i => i.Id == id);
        Assert.NotNull(Vectors.Instruments.Find(id));
    }

    [Fact]
    public void No_word_about_an_instrument_is_a_diagnosis()
    {
        foreach (var key in English.Keys.Where(k => k.StartsWith("instrument.", StringComparison.Ordinal)))
            Assert.DoesNotMatch(
                "(?i)you (have|suffer from) (fibromyalgia|depression|anxiety|insomnia|ME/CFS)",
                English[key]
            );
    }

    private static bool IsLoinc(string code)
    {
        var digits = code.Where(char.IsAsciiDigit).Select(c => c - '0').Reverse().ToArray();
        var sum = digits.Select((d, i) => i % 2 == 0 ? d : (d * 2 / 10) + (d * 2 % 10)).Sum();
        return sum % 10 == 0;
    }
}
