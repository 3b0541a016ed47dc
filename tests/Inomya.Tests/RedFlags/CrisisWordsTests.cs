using System.Text;
using Inomya.Journals;
using Inomya.Questionnaires;
using Inomya.RedFlags;
using Inomya.Tests.Questionnaires;
using Inomya.Vocabulary;

namespace Inomya.Tests.RedFlags;

/// <summary>
/// Thoughts of ending one's life, wherever they are ticked or written, are noticed; nothing is judged.
/// </summary>
public class CrisisWordsTests
{
    private static readonly CrisisWords Phrases = new(ContentCheck.Content);

    [Theory]
    [
        InlineData("Some days I want to die."),
        InlineData("I don’t want to live like this"),
        InlineData("SUICIDAL THOUGHTS"),
        InlineData("everyone would be better off: better off dead"),
        InlineData("Quiero   morir"),
        InlineData("pienso en acabar con mi vida"),
        InlineData("a veces me haría daño; hacerme daño"),
        InlineData("ideación suicida"),
        InlineData("estaría mejor muerta")
    ]
    public void A_phrase_is_found_in_either_language(string written) => Assert.True(Phrases.AreIn(written));

    [Theory]
    [
        InlineData(null),
        InlineData(""),
        InlineData("The pain was killing my mood, rain all day."),
        InlineData("Dead tired. Slept well."),
        InlineData("Me muero de hambre, comí bien."),
        InlineData("The battery died.")
    ]
    public void What_only_sounds_like_it_is_left_alone(string? written) => Assert.False(Phrases.AreIn(written));

    [Fact]
    public async Task It_is_found_wherever_a_change_wrote_it()
    {
        const string thought = "I want to die";
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var treatment = new Treatment { Name = "Duloxetine" };
        var own = new OwnMeasure
        {
            Measure = "own_dark",
            Name = "Did I think of suicide?",
            Kind = MeasureKind.YesNo,
            Asked = true,
        };
        await journal.RecordAsync(new Draft("edit").Add(treatment).Add(own));
        Recorded[] written =
        [
            new Note
            {
                Day = journal.Today,
                Text = thought,
                Source = "checkin",
            },
            new HistoryItem { Kind = HistoryKind.Condition, Text = "suicidal thoughts" },
            new SideEffect
            {
                TreatmentId = treatment.Id,
                Day = journal.Today,
                Text = thought,
            },
            new Allergy { Name = "Penicillin", Reaction = thought },
            new Treatment { Name = "Tea", Purpose = thought },
        ];
        foreach (var fact in written)
            Assert.True(await AreInAsync(new Draft("edit"), fact), fact.GetType().Name);

        var answered = new Entry
        {
            Measure = own.Measure,
            Day = journal.Today,
            Value = 1,
            Source = "checkin",
        };
        Assert.True(await AreInAsync(new Draft("checkin"), answered));
        Assert.False(await AreInAsync(new Draft("checkin"), answered with { Id = Guid.CreateVersion7(), Value = 0 }));
        Assert.False(
            await AreInAsync(
                new Draft("edit"),
                new Note
                {
                    Day = journal.Today,
                    Text = "A calm day.",
                    Source = "checkin",
                }
            )
        );

        async Task<bool> AreInAsync(Draft draft, Recorded fact) =>
            await Phrases.AreInAsync(journal, (await journal.RecordAsync(draft.Add(fact)))!.Id);
    }

    [Theory]
    [
        InlineData("{\"valueBoolean\":true}", true),
        InlineData("{\"valueBoolean\":false}", false),
        InlineData(null, false)
    ]
    public void A_question_of_an_own_form_opens_the_path_unless_it_is_answered_with_no(string? answer, bool opens)
    {
        var instrument = FormOf("""{"linkId":"a","type":"boolean","text":"Do you think of ending your life?"}""");
        Assert.Equal(opens, Phrases.AreIn(instrument, Answer(instrument, answer)));
    }

    [Theory]
    [InlineData("never", false)]
    [InlineData("often", true)]
    public void The_first_choice_of_a_list_is_the_one_that_says_no(string code, bool opens)
    {
        var instrument = FormOf(
            """{"linkId":"a","type":"choice","text":"Thoughts of hurting yourself","answerOption":[{"valueCoding":{"code":"never","display":"Never"}},{"valueCoding":{"code":"often","display":"Often"}}]}"""
        );
        Assert.Equal(
            opens,
            Phrases.AreIn(instrument, Answer(instrument, $$$"""{"valueCoding":{"code":"{{{code}}}"}}"""))
        );
    }

    [Fact]
    public void What_is_written_in_a_form_is_read_too()
    {
        var instrument = FormOf("""{"linkId":"a","type":"text","text":"Anything else?"}""");
        Assert.True(Phrases.AreIn(instrument, Answer(instrument, """{"valueString":"No quiero seguir viviendo."}""")));
        Assert.False(Phrases.AreIn(instrument, Answer(instrument, """{"valueString":"No."}""")));
    }

    private static Instrument FormOf(string item) =>
        OwnForms.ToInstrument(
            OwnForms.Read(
                Encoding.UTF8.GetBytes(
                    $$"""{"resourceType":"Questionnaire","status":"active","title":"Mine","item":[{{item}}]}"""
                )
            )
        );

    private static FormAnswers Answer(Instrument instrument, string? answer) =>
        ResponseJson.Read(
            instrument.Form.Value,
            answer is null
                ? """{"resourceType":"QuestionnaireResponse","status":"completed","item":[]}"""
                : $$"""{"resourceType":"QuestionnaireResponse","status":"completed","item":[{"linkId":"a","answer":[{{answer}}]}]}"""
        );
}
