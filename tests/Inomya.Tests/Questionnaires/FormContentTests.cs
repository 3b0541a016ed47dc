using System.Text;
using Inomya.Content;
using Inomya.Questionnaires;

namespace Inomya.Tests.Questionnaires;

/// <summary>What a form holds besides its questions is read, asked and kept to.</summary>
public class FormContentTests
{
    private const string Core = "http://hl7.org/fhir/StructureDefinition/";

    private static Form Read(params string[] items) =>
        FormReader.Read(
            Encoding.UTF8.GetBytes(
                $$"""{"resourceType":"Questionnaire","status":"draft","item":[{{string.Join(',', items)}}]}"""
            ),
            new Instruments(new ContentFolder()).AnswerList
        );

    private static string Item(string id, string type, params string[] more) =>
        $$"""{"linkId":"{{id}}","type":"{{type}}"{{string.Concat(more.Select(m => "," + m))}} }""";

    private static string Extensions(params string[] each) => $"\"extension\":[{string.Join(',', each)}]";

    private static string Extension(string name, string value) => $$"""{"url":"{{Core}}{{name}}",{{value}} }""";

    private static string Unit(string name, string code, string display) =>
        Extension(
            name,
            $$"""
            "valueCoding":{"system":"http://unitsofmeasure.org","code":"{{code}}","display":"{{display}}"}
            """
        );

    private static string Option(string code, string more = "") =>
        $$"""{"valueCoding":{"system":"urn:c","code":"{{code}}","display":"Word {{code}}"}{{more}} }""";

    private static string Options(params string[] each) => $"\"answerOption\":[{string.Join(',', each)}]";

    private static NumberAnswer Whole(int n) => new(n, true);

    private static string? WrongWith(FormItem item, AnswerValue value) =>
        FormCheck.Of(item, value) is { } wrong ? $"{wrong.Key} {wrong.Limit}".TrimEnd() : null;

    [Fact]
    public void What_the_form_puts_there_itself_stands_there_from_the_start()
    {
        var form = Read(
            Item("n", "integer", "\"initial\":[{\"valueInteger\":4}]"),
            Item("c", "choice", Options(Option("x"), Option("y", ",\"initialSelected\":true"))),
            Item(
                "more",
                "choice",
                "\"repeats\":true",
                Options(Option("x", ",\"initialSelected\":true"), Option("y", ",\"initialSelected\":true"))
            ),
            Item(
                "old",
                "choice",
                Options(Option("x")),
                "\"initial\":[{\"valueCoding\":{\"system\":\"urn:c\",\"code\":\"x\"}}]"
            ),
            Item(
                "g",
                "group",
                "\"repeats\":true",
                Extensions(Extension("questionnaire-minOccurs", "\"valueInteger\":2")),
                $"\"item\":[{Item("in", "integer", "\"initial\":[{\"valueInteger\":1}]")}]"
            )
        );
        var answers = FormAnswers.Begin(form);
        Assert.Equal("4", answers.At("n").Single().Text);
        Assert.Equal(["y"], answers.At("c").Select(a => a.Text));
        Assert.Equal(["x", "y"], answers.At("more").Select(a => a.Text));
        Assert.Equal("Word x", ((ChoiceAnswer)answers.At("old").Single()).Display);
        Assert.Equal(2, answers.RepeatsOf(new Place("g")));
        Assert.Equal("1", answers.AddRepeat(new Place("g")).At(new Place("in", "2")).Single().Text);
    }

    [Fact]
    public void The_direction_of_the_global_impression_stands_in_the_form_so_that_an_answer_can_be_scored()
    {
        var pgic = Vectors.Instruments.Find("pgic")!;
        Assert.DoesNotContain(
            "\"initial\":",
            File.ReadAllText(Path.Combine(new ContentFolder().Path, "instruments/pgic/questionnaire.json")),
            StringComparison.Ordinal
        );
        var answers = QuestionnaireBook.AnswersOf(pgic, null);
        answers.Set("pgic", pgic.Form.Value.Find("pgic")!.Options[1].Value);
        Assert.Equal(2, pgic.Score(answers.ForScoring())["PGIC"].Number("normalized"));
    }

    [Fact]
    public void A_unit_keeps_its_system_and_code_and_several_are_a_choice()
    {
        var form = Read(
            Item("w", "quantity", Extensions(Unit("questionnaire-unit", "kg", "kilograms"))),
            Item(
                "h",
                "quantity",
                Extensions(
                    Unit("questionnaire-unitOption", "cm", "cm"),
                    Unit("questionnaire-unitOption", "[in_i]", "inches")
                )
            ),
            Item(
                "i",
                "quantity",
                "\"initial\":[{\"valueQuantity\":{\"unit\":\"mg\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"mg\"}}]"
            )
        );
        Assert.Equal(
            new QuantityAnswer(70, "kilograms", "http://unitsofmeasure.org", "kg"),
            FormCheck.Read(form.Find("w")!, "70", out _)
        );
        Assert.Equal(["cm", "inches"], form.Find("h")!.Units.Select(u => u.Label));
        Assert.Equal("unit cm, inches", WrongWith(form.Find("h")!, new QuantityAnswer(3, "feet", null, null)));
        Assert.Equal("mg", form.Find("i")!.Unit);
        Assert.Null(new FormUnit("bags", null, "b").Of(1).Code);
    }

    [Fact]
    public void Limits_lengths_and_patterns_are_kept_and_named()
    {
        var form = Read(
            Item(
                "n",
                "integer",
                Extensions(Extension("minValue", "\"valueInteger\":2"), Extension("maxValue", "\"valueInteger\":9"))
            ),
            Item(
                "t",
                "string",
                "\"maxLength\":5",
                Extensions(
                    Extension("minLength", "\"valueInteger\":2"),
                    Extension("regex", "\"valueString\":\"[A-Z]+\"")
                )
            ),
            Item(
                "p",
                "string",
                Extensions(
                    Extension("regex", "\"valueString\":\"[0-9]{5}\""),
                    Extension("entryFormat", "\"valueString\":\"nnnnn\"")
                )
            ),
            Item("d", "date", Extensions(Extension("minValue", "\"valueDate\":\"2026-05-10\""))),
            Item("bad", "string", Extensions(Extension("regex", "\"valueString\":\"(((\"")))
        );
        Assert.Equal("too-low 2", WrongWith(form.Find("n")!, Whole(1)));
        Assert.Equal("too-high 9", WrongWith(form.Find("n")!, Whole(10)));
        Assert.Equal("too-long 5", WrongWith(form.Find("t")!, new TextAnswer("ABCDEF")));
        Assert.Equal("too-short 2", WrongWith(form.Find("t")!, new TextAnswer("A")));
        Assert.Equal("pattern", WrongWith(form.Find("t")!, new TextAnswer("ABc")));
        Assert.Null(WrongWith(form.Find("t")!, new TextAnswer("ABC")));
        Assert.Equal("format nnnnn", WrongWith(form.Find("p")!, new TextAnswer("123456")));
        Assert.Equal("too-low 2026-05-10", WrongWith(form.Find("d")!, new TextAnswer("2026-05-09", "date")));
        Assert.Null(WrongWith(form.Find("d")!, new TextAnswer("2026-05", "date")));
        Assert.Null(WrongWith(form.Find("bad")!, new TextAnswer("x")));
        Assert.Equal(["bad pattern"], form.Notices.Select(n => $"{n.Place} {n.Key}"));
    }

    [Fact]
    public void What_is_needed_and_how_often_is_told_only_when_the_form_is_to_be_done()
    {
        var form = Read(
            Item("need", "string", "\"required\":true"),
            Item(
                "many",
                "string",
                "\"repeats\":true",
                Extensions(
                    Extension("questionnaire-minOccurs", "\"valueInteger\":2"),
                    Extension("questionnaire-maxOccurs", "\"valueInteger\":3")
                )
            ),
            Item(
                "g",
                "group",
                "\"repeats\":true",
                Extensions(Extension("questionnaire-minOccurs", "\"valueInteger\":2")),
                $"\"item\":[{Item("in", "integer")}]"
            ),
            Item(
                "off",
                "string",
                "\"required\":true",
                "\"enableWhen\":[{\"question\":\"need\",\"operator\":\"=\",\"answerString\":\"x\"}]"
            )
        );
        var answers = FormAnswers.Begin(form).Set("many", new TextAnswer("1")).Set(new Place("in", "0"), Whole(1));
        Assert.Empty(FormCheck.Check(answers, complete: false));
        Assert.Equal(
            ["need required", "many too-few", "g too-few"],
            FormCheck.Check(answers, complete: true).Select(w => $"{w.Place} {w.Key}")
        );
        answers
            .Set("need", new TextAnswer("y"))
            .Set("many", new TextAnswer("1"), new TextAnswer("2"))
            .Set(new Place("in", "1"), Whole(1));
        Assert.Empty(FormCheck.Check(answers, complete: true));
        answers.Set("many", [.. ((string[])["1", "2", "3", "4"]).Select(t => new TextAnswer(t))]);
        Assert.Equal("too-many", Assert.Single(FormCheck.Check(answers, complete: false)).Key);
    }

    [Theory]
    [InlineData("x", false)]
    [InlineData("y", true)]
    [InlineData("y x", false)]
    [InlineData("y z", true)]
    [InlineData("", false)]
    public void Unequal_means_that_there_is_an_answer_and_none_of_them_is_that_one(string given, bool asked)
    {
        var form = Read(
            Item("c", "choice", "\"repeats\":true", Options(Option("x"), Option("y"), Option("z"))),
            Item(
                "q",
                "string",
                "\"enableWhen\":[{\"question\":\"c\",\"operator\":\"!=\",\"answerCoding\":{\"system\":\"urn:c\",\"code\":\"x\"}}]"
            )
        );
        var answers = new FormAnswers(form);
        if (given.Length > 0)
            answers.Set("c", [.. given.Split(' ').Select(code => new ChoiceAnswer("urn:c", code, null))]);
        Assert.Equal(asked, FormFlow.Questions(answers).Any(q => q.Item.LinkId == "q"));
    }

    [Theory]
    [InlineData("2026", "2026")]
    [InlineData("2026-11", "2026-11")]
    [InlineData("2026-11-30", "2026-11-30")]
    [InlineData("2026-11-30 14:05", "2026-11-30T14:05:00+01:00")]
    [InlineData("2026-07-30T14:05", "2026-07-30T14:05:00+02:00")]
    [InlineData("2026-11-30T14:05:00Z", "2026-11-30T14:05:00Z")]
    [InlineData("2026-13", null)]
    [InlineData("yesterday", null)]
    [InlineData("9999-12-31 23:59", null)]
    public void A_moment_is_picked_or_typed_and_has_the_offset_of_the_person(string typed, string? read)
    {
        var form = Read(Item("t", "dateTime"));
        var zone = NodaTime.DateTimeZoneProviders.Tzdb["Europe/Madrid"];
        Assert.Equal(read, FormCheck.Read(form.Find("t")!, typed, out var wrong, zone)?.Text);
        Assert.Equal(read is null ? "daytime" : null, wrong);
    }

    [Fact]
    public void What_cannot_be_answered_here_is_said()
    {
        var form = Read(
            Item("photo", "attachment", "\"required\":true"),
            Item("ref", "reference"),
            Item("q", "string")
        );
        Assert.Equal(
            ["photo not-answered-here", "ref not-answered-here"],
            form.Notices.Select(n => $"{n.Place} {n.Key}")
        );
        Assert.Empty(FormCheck.Check(new FormAnswers(form), complete: true));
    }

    [Fact]
    public void A_published_answer_list_that_we_have_gives_the_options()
    {
        var form = Read(
            Item("q", "choice", "\"answerValueSet\":\"http://loinc.org/vs/LL358-3|2.77\""),
            Item("other", "choice", "\"answerValueSet\":\"http://loinc.org/vs/LL1-9\"")
        );
        Assert.Equal([0m, 1m, 2m, 3m], form.Find("q")!.Options.Select(o => ((ChoiceAnswer)o.Value).Weight));
        Assert.Equal("LA6568-5", form.Find("q")!.Options[0].Value.Text);
        Assert.Equal("other", Assert.Single(form.Notices).Place);
    }

    [Fact]
    public void Each_answer_list_names_an_item_and_a_source_of_its_instrument()
    {
        foreach (var instrument in Vectors.Instruments.All)
        foreach (var list in instrument.Meaning.AnswerLists)
        {
            Assert.NotEmpty(instrument.Form.Value.Find(list.Item)!.Options);
            Assert.Contains(list.Source, instrument.Meaning.Sources.Keys);
        }
    }

    [Fact]
    public void An_answer_below_a_question_without_one_is_kept()
    {
        var form = Read(Item("q", "boolean", $"\"item\":[{Item("below", "string")}]"));
        var answers = new FormAnswers(form).Set("below", new TextAnswer("typed"));
        var again = ResponseJson.Read(form, ResponseJson.Write(answers, completed: false, all: true));
        Assert.Equal("typed", again.At("below").Single().Text);
        Assert.Empty(again.At("q"));
    }

    [Fact]
    public void A_finished_response_has_no_empty_repetition_and_one_to_go_on_with_has()
    {
        var form = Read(Item("g", "group", "\"repeats\":true", $"\"item\":[{Item("in", "integer")}]"));
        var answers = new FormAnswers(form).Repeat(new Place("g"), 3).Set(new Place("in", "0"), Whole(1));
        Assert.Equal(
            3,
            ResponseJson.Read(form, ResponseJson.Write(answers, completed: false, all: true)).RepeatsOf(new Place("g"))
        );
        Assert.Equal(
            1,
            ResponseJson.Read(form, ResponseJson.Write(answers, completed: true)).RepeatsOf(new Place("g"))
        );
    }

    [Fact]
    public void A_group_may_stand_there_again_after_its_last_question_wherever_it_stands()
    {
        var inner = Item(
            "inner",
            "group",
            "\"repeats\":true",
            $"\"item\":[{Item("b", "integer")},{Item("note", "display")}]"
        );
        var form = Read(
            Item(
                "outer",
                "group",
                "\"repeats\":true",
                Extensions(Extension("questionnaire-maxOccurs", "\"valueInteger\":2")),
                $"\"item\":[{Item("a", "integer")},{inner}]"
            )
        );
        var answers = new FormAnswers(form);
        Assert.Equal(["inner@0", "outer"], After("b@0.0"));
        Assert.Empty(After("a@0"));
        answers.AddRepeat(new Place("inner", "0"));
        Assert.Empty(After("b@0.0"));
        Assert.Equal(["inner@0", "outer"], After("b@0.1"));
        answers.AddRepeat(new Place("outer"));
        Assert.Equal(["inner@0"], After("b@0.1"));
        Assert.Equal(["inner@1"], After("b@1.0"));

        IEnumerable<string> After(string place)
        {
            var questions = FormFlow.Questions(answers);
            var at = questions.ToList().FindIndex(q => q.Place.ToString() == place);
            return GroupRepeat.After(answers, questions, at).Select(g => g.Place.ToString());
        }
    }

    [Fact]
    public void A_question_that_an_answer_brings_up_before_it_is_not_passed_by()
    {
        var form = Read(
            Item("why", "string", "\"enableWhen\":[{\"question\":\"q\",\"operator\":\"=\",\"answerBoolean\":true}]"),
            Item("q", "boolean"),
            Item("next", "string")
        );
        var answers = new FormAnswers(form);
        var before = FormFlow.Questions(answers);
        answers.Set("q", new YesNoAnswer(true));
        Assert.Equal("why", FormFlow.BroughtUp(answers, before, new Place("q"))!.Item.LinkId);
        Assert.Null(FormFlow.BroughtUp(answers, FormFlow.Questions(answers), new Place("q")));
        answers.Set("why", new TextAnswer("of long ago"));
        Assert.Equal("why", FormFlow.BroughtUp(answers, before, new Place("q"))!.Item.LinkId);
    }

    [Theory]
    [InlineData("44250-9")]
    [InlineData("/44250-9")]
    [InlineData("/44249-1/44250-9")]
    public void Items_named_by_their_LOINC_code_are_those_of_the_instrument(string linkId)
    {
        var phq = Vectors.Instruments.Find("phq-9")!;
        var answers = ResponseJson.Read(
            phq.Form.Value,
            $$"""{"resourceType":"QuestionnaireResponse","status":"completed","item":[{"linkId":"{{linkId}}","answer":[{"valueCoding":{"system":"http://loinc.org","code":"LA6570-1"} }]}]}"""
        );
        Assert.Equal(2, answers.ForScoring().Number("q1"));
        Assert.Empty(answers.Vanished);
    }

    [Fact]
    public void Layout_that_a_form_gives_to_its_texts_is_read_with_them()
    {
        var form = Read(
            Item(
                "d",
                "display",
                "\"text\":\"plain\"",
                "\"_text\":{" + Extensions(Extension("rendering-markdown", "\"valueMarkdown\":\"**bold**\"")) + "}"
            ),
            Item(
                "q",
                "string",
                "\"text\":\"plain\"",
                "\"_text\":{" + Extensions(Extension("rendering-xhtml", "\"valueString\":\"<b>bold</b>\"")) + "}"
            )
        );
        Assert.Equal(new FormMarkup("**bold**", true), form.Find("d")!.Markup);
        Assert.Equal(new FormMarkup("<b>bold</b>", false), form.Find("q")!.Markup);
    }

    [Fact]
    public void A_form_of_STU3_is_asked_as_it_was_meant()
    {
        var form = Read(
            Item(
                "c",
                "choice",
                "\"option\":[{\"valueCoding\":{\"code\":\"x\"}},{\"valueCoding\":{\"code\":\"y\"}}]",
                "\"initialCoding\":{\"code\":\"y\"}"
            ),
            Item("d", "integer"),
            Item(
                "q",
                "string",
                "\"enableWhen\":[{\"question\":\"c\",\"answerCoding\":{\"code\":\"x\"}},{\"question\":\"d\",\"hasAnswer\":true}]"
            ),
            Item("v", "choice", "\"options\":{\"reference\":\"http://loinc.org/vs/LL358-3\"}")
        );
        Assert.Equal(["x", "y"], form.Find("c")!.Options.Select(o => o.Value.Text));
        Assert.Equal(4, form.Find("v")!.Options.Count);
        var answers = FormAnswers.Begin(form);
        Assert.Equal("y", answers.At("c").Single().Text);
        Assert.DoesNotContain(FormFlow.Questions(answers), q => q.Item.LinkId == "q");
        Assert.Contains(FormFlow.Questions(answers.Set("d", Whole(1))), q => q.Item.LinkId == "q");
    }

    [Theory]
    [InlineData("optionsOnly", ItemKind.Choice)]
    [InlineData("optionsOrString", ItemKind.OpenChoice)]
    public void A_choice_of_R5_says_beside_it_whether_own_words_are_welcome(string constraint, ItemKind kind) =>
        Assert.Equal(
            kind,
            Read(Item("c", "coding", $"\"answerConstraint\":\"{constraint}\"", Options(Option("x")))).Find("c")!.Kind
        );

    [Fact]
    public void A_form_of_DSTU2_is_refused_in_words()
    {
        var json =
            """{"resourceType":"Questionnaire","status":"draft","group":{"linkId":"g","question":[{"linkId":"a"}]}}""";
        var refused = Assert.Throws<FormException>(() => FormReader.Read(Encoding.UTF8.GetBytes(json)));
        Assert.Equal("group", refused.Place);
        Assert.Contains("DSTU2", refused.Why, StringComparison.Ordinal);
    }
}
