using System.Text;
using Inomya.Questionnaires;

namespace Inomya.Tests.Questionnaires;

public class FormTests
{
    private static Form Read(string items) =>
        FormReader.Read(
            Encoding.UTF8.GetBytes(
                $$"""{"resourceType":"Questionnaire","status":"draft","url":"urn:x","version":"2","item":[{{items}}]}"""
            )
        );

    private static string Item(string id, string type, string more = "") =>
        $$"""{"linkId":"{{id}}","type":"{{type}}"{{more}}}""";

    private static string When(string question, string op, string answer) =>
        $$""","enableWhen":[{"question":"{{question}}","operator":"{{op}}",{{answer}}}]""";

    private static IEnumerable<string> Asked(FormAnswers answers) =>
        FormFlow.Questions(answers).Select(q => q.Place.ToString());

    private static readonly NumberAnswer Five = new(5, true);

    [Fact]
    public void A_question_comes_only_when_its_condition_holds_and_its_answer_waits_while_it_does_not()
    {
        var form = Read(
            Item("a", "boolean")
                + ","
                + Item("b", "integer", When("a", "=", "\"answerBoolean\":true"))
                + ","
                + Item("c", "string")
        );
        var answers = new FormAnswers(form);
        Assert.Equal(["a", "c"], Asked(answers));
        answers.Set("a", new YesNoAnswer(true)).Set("b", Five);
        Assert.Equal(["a", "b", "c"], Asked(answers));
        answers.Set("a", new YesNoAnswer(false));
        Assert.Equal(["a", "c"], Asked(answers));
        Assert.Null(answers.ForScoring().Number("b"));
        Assert.DoesNotContain("\"b\"", ResponseJson.Write(answers, completed: true), StringComparison.Ordinal);
        answers.Set("a", new YesNoAnswer(true));
        Assert.Equal(5, answers.ForScoring().Number("b"));
    }

    [Fact]
    public void A_question_is_read_in_the_language_asked_for_and_as_it_was_written_where_that_is_missing()
    {
        const string Url = "http://hl7.org/fhir/StructureDefinition/translation";
        static string In(string name, string text) =>
            "\""
            + name
            + "\":{\"extension\":[{\"url\":\""
            + Url
            + "\",\"extension\":[{\"url\":\"lang\",\"valueCode\":\"es\"},{\"url\":\"content\",\"valueString\":\""
            + text
            + "\"}]},"
            + "{\"url\":\""
            + Url
            + "\",\"extension\":[{\"url\":\"lang\",\"valueCode\":\"de\"}]}]}";
        var options =
            "\"answerOption\":[{\"valueCoding\":{\"code\":\"x\",\"display\":\"Well\","
            + In("_display", "Bien")
            + "}},{\"valueCoding\":{\"code\":\"y\",\"display\":\"Ill\"}}]";
        var question = Read(Item("a", "choice", ",\"text\":\"How?\"," + In("_text", "¿Cómo?") + "," + options))
            .Find("a")!;
        Assert.Equal(["¿Cómo?", "How?", "How?"], [question.TextIn("es"), question.TextIn("de"), question.TextIn("en")]);
        Assert.Equal(["Bien", "Ill"], question.Options.Select(o => o.LabelIn("es")));
        Assert.Equal("Well", Assert.IsType<ChoiceAnswer>(question.Options[0].Value).Display);
    }

    [Theory]
    [
        InlineData("exists", "\"answerBoolean\":false", null, true),
        InlineData("exists", "\"answerBoolean\":true", 5, true)
    ]
    [
        InlineData("!=", "\"answerInteger\":5", null, false),
        InlineData("!=", "\"answerInteger\":5", 6, true),
        InlineData("=", "\"answerInteger\":5", 5, true)
    ]
    [
        InlineData(">", "\"answerInteger\":5", 5, false),
        InlineData(">=", "\"answerInteger\":5", 5, true),
        InlineData("<", "\"answerDecimal\":5.5", 5, true)
    ]
    [InlineData("<=", "\"answerInteger\":4", 5, false)]
    public void Each_operator_does_what_FHIR_says(string op, string answer, int? given, bool shown)
    {
        var answers = new FormAnswers(Read(Item("a", "integer") + "," + Item("b", "string", When("a", op, answer))));
        if (given is { } value)
            answers.Set("a", new NumberAnswer(value, true));
        Assert.Equal(shown, Asked(answers).Contains("b"));
    }

    [Fact]
    public void Inside_a_repeated_group_a_condition_looks_at_its_own_repetition()
    {
        var form = Read(
            Item(
                "g",
                "group",
                $$""","repeats":true,"item":[{{Item("a", "boolean")}},{{Item("b", "string", When("a", "=", "\"answerBoolean\":true"))}}]"""
            )
        );
        var answers = new FormAnswers(form).Repeat(new Place("g"), 2).Set(new Place("a", "1"), new YesNoAnswer(true));
        Assert.Equal(["a@0", "a@1", "b@1"], Asked(answers));
    }

    [Fact]
    public void A_half_done_response_is_taken_up_again_where_it_was_left()
    {
        var form = Read(
            string.Join(
                ',',
                Item("a", "integer"),
                Item("g", "group", $$""","repeats":true,"item":[{{Item("b", "string")}}]"""),
                Item("c", "time"),
                Item(
                    "d",
                    "choice",
                    """,  "repeats": true, "answerOption":[{"valueCoding":{"code":"x","display":"X"}},{"valueCoding":{"code":"y"}}]"""
                )
            )
        );
        var answers = new FormAnswers(form)
            .Set("a", Five)
            .Repeat(new Place("g"), 2)
            .Set(new Place("b", "1"), new TextAnswer("two"))
            .Set("d", new ChoiceAnswer(null, "x", "X"), new ChoiceAnswer(null, "y", null));
        var again = ResponseJson.Read(form, ResponseJson.Write(answers, completed: false, all: true));
        Assert.Equal(Five, Assert.Single(again.At("a")));
        Assert.Equal("two", Assert.Single(again.At(new Place("b", "1"))).Text);
        Assert.Equal(2, again.RepeatsOf(new Place("g")));
        Assert.Equal(["x", "y"], again.At("d").Select(v => v.Text));
        Assert.Equal("b@0", FormFlow.NextUnanswered(again)!.Place.ToString());
        Assert.Equal("c", FormFlow.NextUnanswered(again, new Place("b", "1"))!.Place.ToString());
    }

    [Fact]
    public void Answers_to_a_question_that_is_gone_are_kept_and_never_sent_out()
    {
        var json =
            """{"resourceType":"QuestionnaireResponse","status":"completed","item":[{"linkId":"old","answer":[{"valueInteger":3}]},{"linkId":"a","answer":[{"valueInteger":5}]}]}""";
        var answers = ResponseJson.Read(Read(Item("a", "integer")), json);
        Assert.Single(answers.Vanished);
        Assert.Contains("old", ResponseJson.Write(answers, completed: true, all: true), StringComparison.Ordinal);
        Assert.DoesNotContain("old", ResponseJson.Write(answers, completed: true), StringComparison.Ordinal);
    }

    [Theory]
    [
        InlineData("boolean", "true", "true"),
        InlineData("boolean", "maybe", null),
        InlineData("integer", "5.5", null),
        InlineData("integer", "-3", "-3")
    ]
    [
        InlineData("decimal", "5.5", "5.5"),
        InlineData("decimal", "5,5", null),
        InlineData("date", "2026-02-29", null),
        InlineData("date", "2026-02", "2026-02")
    ]
    [
        InlineData("time", "23:15", "23:15:00"),
        InlineData("time", "24:15", null),
        InlineData("dateTime", "2026-02-03T10:00:00+01:00", "2026-02-03T10:00:00+01:00")
    ]
    [
        InlineData("text", " two\nlines ", "two\nlines"),
        InlineData("open-choice", "my own", "my own"),
        InlineData("choice", "my own", null),
        InlineData("choice", "y", "y"),
        InlineData("choice", "#1", "y")
    ]
    [InlineData("quantity", "70", "70"), InlineData("url", "https://x", "https://x"), InlineData("string", "", null)]
    public void A_field_becomes_an_answer_or_is_refused(string type, string given, string? read)
    {
        var options = type.EndsWith("choice", StringComparison.Ordinal)
            ? ""","answerOption":[{"valueCoding":{"code":"x"}},{"valueCoding":{"code":"y"}}]"""
            : "";
        var item = Read(Item("a", type, options)).Find("a")!;
        Assert.Equal(read, FormCheck.Read(item, given, out var wrong)?.Text);
        Assert.Equal(read is null && given.Length > 0, wrong is not null);
    }

    [Fact]
    public void What_is_missing_or_out_of_range_is_named()
    {
        const string Limits =
            ""","required":true,"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/minValue","valueInteger":0},{"url":"http://hl7.org/fhir/StructureDefinition/maxValue","valueInteger":10}]""";
        var answers = new FormAnswers(
            Read(Item("a", "integer", Limits) + "," + Item("b", "string", ""","maxLength":3"""))
        );
        Assert.Empty(FormCheck.Check(answers, complete: false));
        Assert.Equal("required", Assert.Single(FormCheck.Check(answers, complete: true)).Key);
        answers.Set("a", new NumberAnswer(11, true)).Set("b", new TextAnswer("four"));
        Assert.Equal(["too-high", "too-long"], FormCheck.Check(answers, complete: true).Select(w => w.Key));
    }

    [Fact]
    public void Options_may_come_from_a_value_set_in_the_file()
    {
        var json =
            """{"resourceType":"Questionnaire","status":"draft","contained":[{"resourceType":"ValueSet","id":"v","compose":{"include":[{"system":"s","concept":[{"code":"1","display":"One"}]}]}}],"item":[{"linkId":"a","type":"choice","answerValueSet":"#v"}]}""";
        Assert.Equal("One", Assert.Single(FormReader.Read(Encoding.UTF8.GetBytes(json)).Find("a")!.Options).Label);
    }

    public static TheoryData<string, string> Hostile =>
        new()
        {
            { Item("a", "hologram"), "a" },
            { Item("a", "string") + "," + Item("a", "string"), "a" },
            { """{"type":"string"}""", "file" },
            {
                Item("a", "string", When("b", "=", "\"answerInteger\":1"))
                    + ","
                    + Item("b", "integer", When("a", "exists", "\"answerBoolean\":true")),
                "a"
            },
            { Item("a", "string", When("a", "exists", "\"answerBoolean\":true")), "a" },
            { Item("a", "string", When("nowhere", "exists", "\"answerBoolean\":true")), "a" },
            { Item("g", "group", When("a", "=", "\"answerInteger\":1") + $",\"item\":[{Item("a", "integer")}]"), "g" },
            { Item("a", "string", When("b", "~", "\"answerInteger\":1")) + "," + Item("b", "integer"), "a" },
            { Item("a", "string", Empty("http://hl7.org/fhir/StructureDefinition/variable")), "a" },
            { Item("a", "integer", Empty("http://hl7.org/fhir/StructureDefinition/questionnaire-unit")), "a" },
            { string.Join(',', Enumerable.Range(0, 10_000).Select(i => Item($"i{i}", "integer"))), "i5000" },
            { string.Concat(Enumerable.Repeat("""{"linkId":"x","type":"group","item":[""", 1000)), "line 1" },
            { "", "file" },
        };

    /// <summary>An extension without the value it is there for.</summary>
    private static string Empty(string url) => $$""","extension":[{"url":"{{url}}"}]""";

    [Theory, MemberData(nameof(Hostile))]
    public void A_form_that_cannot_be_used_is_refused_and_the_place_named(string items, string place)
    {
        Assert.Equal(place, Assert.Throws<FormException>(() => Read(items)).Place);
    }

    [Theory]
    [
        InlineData("[]"),
        InlineData("{"),
        InlineData("null"),
        InlineData("""{"resourceType":"Patient"}"""),
        InlineData("""{"resourceType":"Questionnaire","item":{"linkId":5}}""")
    ]
    [
        InlineData("""{"resourceType":"Questionnaire","item":[5]}"""),
        InlineData(
            """{"resourceType":"Questionnaire","item":[{"linkId":"a","type":"integer","initial":[{"valueInteger":"x"}]}]}"""
        )
    ]
    public void Whatever_bytes_come_only_a_form_exception_is_thrown(string json) =>
        Assert.Throws<FormException>(() => FormReader.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Five_thousand_items_that_hang_on_each_other_are_gone_through()
    {
        var form = Read(
            string.Join(
                ',',
                Enumerable
                    .Range(0, 5_000)
                    .Select(i =>
                        Item($"i{i}", "integer", i == 0 ? "" : When($"i{i - 1}", "exists", "\"answerBoolean\":true"))
                    )
            )
        );
        var answers = new FormAnswers(form);
        foreach (var item in form.All)
            answers.Set(item.LinkId, Five);
        Assert.Equal(5_000, FormFlow.Questions(answers).Count);
    }

    [Fact]
    public void Groups_within_groups_that_repeat_stop_at_the_limit()
    {
        var form = Read(
            Item(
                "a",
                "group",
                $$""","repeats":true,"item":[{{Item("b", "group", $$""","repeats":true,"item":[{{Item("c", "group", $$""","repeats":true,"item":[{{Item("d", "string")}}]""")}}]""")}}]"""
            )
        );
        var answers = new FormAnswers(form).Repeat(new Place("a"), 50);
        for (var i = 0; i < 50; i++)
        {
            answers.Repeat(new Place("b", $"{i}"), 50);
            for (var j = 0; j < 50; j++)
                answers.Repeat(new Place("c", $"{i}.{j}"), 50);
        }
        Assert.InRange(FormFlow.Shown(answers).Count, 1, FormFlow.MaxShown + 1);
    }

    [Fact]
    public void Every_shipped_form_can_be_walked_from_the_first_question_to_the_last()
    {
        foreach (var instrument in Vectors.Instruments.Offered)
        {
            var answers = new FormAnswers(instrument.Form.Value);
            var asked = 0;
            while (FormFlow.NextUnanswered(answers) is { } next && asked++ < 200)
                answers.Set(next.Place, Any(next.Item));
            Assert.InRange(asked, 1, 60);
            Assert.Empty(FormCheck.Check(answers, complete: true));
            Assert.NotNull(instrument.Score(answers.ForScoring()));
        }
    }

    private static AnswerValue Any(FormItem item) =>
        item.Options.Count > 0
            ? item.Options[0].Value
            : FormCheck.Read(
                item,
                item.Kind switch
                {
                    ItemKind.YesNo => "true",
                    ItemKind.Time => "23:00",
                    ItemKind.Day => "2026-01-01",
                    _ => "1",
                },
                out _
            )!;
}
