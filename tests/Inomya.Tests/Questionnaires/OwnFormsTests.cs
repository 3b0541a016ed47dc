using System.Text;
using Inomya.Journals;
using Inomya.Questionnaires;

namespace Inomya.Tests.Questionnaires;

/// <summary>Forms a person brought: read in bounds, kept here, left out of exports.</summary>
public class OwnFormsTests
{
    private static byte[] Form(string items, string url = "urn:own") =>
        Encoding.UTF8.GetBytes(
            $$"""{"resourceType":"Questionnaire","status":"active","title":"Mine","url":"{{url}}","item":[{{items}}]}"""
        );

    private static string Item(int n, string more = "") =>
        $$"""{"linkId":"q{{n}}","text":"Question {{n}}","type":"integer"{{more}}}""";

    [Theory]
    [InlineData("not json", "line 1")]
    [InlineData("""{"resourceType":"Patient"}""", "file")]
    [InlineData("""{"resourceType":"Questionnaire","item":[]}""", "file")]
    [InlineData("""{"resourceType":"Questionnaire","item":[{"linkId":"x","type":"telepathy"}]}""", "x")]
    [InlineData("""{"resourceType":"Questionnaire","item":[{"linkId":"x","type":"display","text":"Hello"}]}""", "file")]
    [InlineData(
        """{"resourceType":"Questionnaire","item":[{"linkId":"x","type":"integer"},{"linkId":"x","type":"integer"}]}""",
        "x"
    )]
    [InlineData(
        """{"resourceType":"Questionnaire","item":[{"linkId":"a","type":"boolean","enableWhen":[{"question":"b","operator":"=","answerBoolean":true}]},{"linkId":"b","type":"boolean","enableWhen":[{"question":"a","operator":"=","answerBoolean":true}]}]}""",
        "a"
    )]
    public void A_form_that_cannot_be_used_is_refused_with_its_place(string json, string place) =>
        Assert.Equal(place, Assert.Throws<FormException>(() => OwnForms.Read(Encoding.UTF8.GetBytes(json))).Place);

    [Fact]
    public void Ten_thousand_items_are_refused_with_the_item_that_was_one_too_many() =>
        Assert.Equal(
            $"q{FormReader.MaxItems + 1}",
            Assert
                .Throws<FormException>(() =>
                    OwnForms.Read(Form(string.Join(',', Enumerable.Range(1, 10_000).Select(n => Item(n)))))
                )
                .Place
        );

    [Fact]
    public void Another_edition_of_a_form_has_another_version()
    {
        var (one, two) = (
            OwnForms.ToInstrument(OwnForms.Read(Form(Item(1)))),
            OwnForms.ToInstrument(OwnForms.Read(Form(Item(1) + "," + Item(2))))
        );
        Assert.NotEqual(one.Meaning.Version, two.Meaning.Version);
        Assert.False(one.Meaning.IsCleared);
    }

    [Fact]
    public void Only_a_form_that_was_let_out_leaves_and_only_its_answers_with_it()
    {
        var (kept, let) = (OwnForms.Read(Form(Item(1))), OwnForms.Read(Form(Item(1), "urn:other")));
        var settings = new Dictionary<SettingKey, string> { [OwnForms.ExportSetting(let.Id)] = "yes" };
        Assert.Equal([let], OwnForms.Exportable([kept, let], settings));
        Assert.Equal(
            ["peg", OwnForms.IdOf(let)],
            OwnForms
                .Exportable(
                    ((string[])["peg", OwnForms.IdOf(kept), OwnForms.IdOf(let), "own:nonsense"]).Select(Response),
                    settings
                )
                .Select(r => r.Instrument)
        );

        static Response Response(string instrument) =>
            new()
            {
                Instrument = instrument,
                Version = "1",
                Day = default,
                Json = "{}",
                Source = "questionnaire",
            };
    }

    [Theory, MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task Answers_to_an_item_that_a_new_edition_has_no_more_are_kept(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var own = OwnForms.Read(Form(Item(1) + "," + Item(2)));
        await journal.RecordAsync(new Draft("own-form").Add(own));
        var (store, first) = (new QuestionnaireBook(journal), OwnForms.ToInstrument(own));
        await store.SaveAsync(
            first,
            null,
            new FormAnswers(first.Form.Value).Set("q1", new NumberAnswer(1, true)).Set("q2", new NumberAnswer(2, true)),
            completed: false
        );

        var kept = Assert.Single(await journal.AllAsync<OwnForm>());
        await journal.RecordAsync(new Draft("own-form").Correct(kept, OwnForms.Read(Form(Item(1)))));
        var second = OwnForms.ToInstrument(Assert.Single(await journal.AllAsync<OwnForm>()));
        var open = await store.OpenAsync(second);
        var answers = QuestionnaireBook.AnswersOf(second, open);
        Assert.Equal("1", Assert.Single(answers.At("q1")).Text);
        Assert.Contains("q2", Assert.Single(answers.Vanished), StringComparison.Ordinal);
        var done = await store.SaveAsync(second, open, answers, completed: true, own: new Scores { { "total", 1 } });
        Assert.Contains("q2", done.Json, StringComparison.Ordinal);
        Assert.Equal(1, QuestionnaireBook.StoredNumber(done, OwnForms.Rule, "total"));
        Assert.Equal(second.Meaning.Version, done.Version);
    }
}
