using System.Text;
using Inomya.Journals;
using Inomya.Questionnaires;
using NodaTime;

namespace Inomya.Fhir.Tests;

/// <summary>What the expressions of a form decide: what is asked, what counts, what stands there, what fits.</summary>
public class FormLogicTests
{
    private const string Core = "http://hl7.org/fhir/StructureDefinition/";
    private const string Sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";

    private static Form Read(string items, string extensions = "") =>
        FormReader.Read(
            Encoding.UTF8.GetBytes(
                $$"""{"resourceType":"Questionnaire","status":"draft","extension":[{{extensions}}],"item":[{{items}}]}"""
            )
        );

    private static string Item(string id, string type, params string[] more) =>
        $$"""{"linkId":"{{id}}","type":"{{type}}"{{string.Concat(more.Select(m => "," + m))}} }""";

    private static string Group(string id, bool repeats, params string[] items) =>
        Item(id, "group", $"\"repeats\":{(repeats ? "true" : "false")}", $"\"item\":[{string.Join(',', items)}]");

    private static string With(params string[] extensions) => $"\"extension\":[{string.Join(',', extensions)}]";

    private static string Expression(string url, string expression, string name = "") =>
        $$"""{"url":"{{url}}","valueExpression":{"language":"text/fhirpath"{{(name.Length == 0 ? "" : $",\"name\":\"{name}\"")}},"expression":"{{expression}}"} }""";

    private static string Calculated(string expression) => Expression(Sdc + "calculatedExpression", expression);

    private static string When(string expression) => Expression(Sdc + "enableWhenExpression", expression);

    private static string Variable(string name, string expression) => Expression(Core + "variable", expression, name);

    private static string Constraint(string expression, string human, string severity = "error") =>
        $$"""{"url":"{{Core}}questionnaire-constraint","extension":[{"url":"key","valueId":"k"},{"url":"severity","valueCode":"{{severity}}"},{"url":"expression","valueString":"{{expression}}"},{"url":"human","valueString":"{{human}}"}]}""";

    private static string Option(string code, int weight) =>
        $$"""{"extension":[{"url":"{{Core}}ordinalValue","valueDecimal":{{weight}}}],"valueCoding":{"system":"urn:c","code":"{{code}}","display":"Word {{code}}"} }""";

    private static readonly string Choice = Item(
        "c",
        "choice",
        $"\"answerOption\":[{Option("x", 2)},{Option("y", 3)}]"
    );

    private static NumberAnswer Whole(int n) => new(n, true);

    private static readonly YesNoAnswer Yes = new(true),
        No = new(false);

    private static Calculation Work(Form form, FormAnswers answers) => new Calculator(form).Calculate(answers);

    private static object? Value(Form form, FormAnswers answers, string item) =>
        Work(form, answers).Values.GetValueOrDefault(item) is [var value, ..] ? value : null;

    [Fact]
    public void A_question_that_an_expression_leaves_out_is_in_no_score_and_in_no_response()
    {
        var form = Read(
            string.Join(
                ',',
                Item("ask", "boolean"),
                Item("a", "integer"),
                Item("b", "integer", With(When("%resource.item.where(linkId='ask').answer.value = true"))),
                Item(
                    "sum",
                    "integer",
                    With(Calculated("%resource.item.where(linkId='a' or linkId='b').answer.value.sum()"))
                )
            )
        );
        var answers = new FormAnswers(form).Set("ask", No).Set("a", Whole(1)).Set("b", Whole(90));
        var done = Work(form, answers);
        Assert.Equal(1.0, done.Values["sum"][0]);
        Assert.DoesNotContain("90", ResponseJson.Write(done.Answers, completed: true), StringComparison.Ordinal);
        Assert.Equal(91.0, Value(form, answers.Set("ask", Yes), "sum"));
    }

    [Fact]
    public void What_is_left_out_as_a_group_takes_what_is_calculated_in_it_along()
    {
        var form = Read(
            string.Join(
                ',',
                Item("ask", "boolean"),
                Item(
                    "g",
                    "group",
                    With(When("%resource.item.where(linkId='ask').answer.value = true")),
                    $"\"item\":[{Item("n", "integer", With(Calculated("7")))}]"
                )
            )
        );
        Assert.Null(Value(form, new FormAnswers(form).Set("ask", No), "n"));
        Assert.Equal(7.0, Value(form, new FormAnswers(form).Set("ask", Yes), "n"));
    }

    [Fact]
    public void A_plain_condition_sees_what_was_calculated()
    {
        var form = Read(
            string.Join(
                ',',
                Item("a", "integer"),
                Item("twice", "integer", With(Calculated("%resource.item.where(linkId='a').answer.value * 2"))),
                Item(
                    "more",
                    "string",
                    "\"enableWhen\":[{\"question\":\"twice\",\"operator\":\">\",\"answerInteger\":9}]"
                )
            )
        );
        var few = Work(form, new FormAnswers(form).Set("a", Whole(4))).Answers;
        Assert.DoesNotContain(FormFlow.Questions(few), q => q.Item.LinkId == "more");
        var many = Work(form, new FormAnswers(form).Set("a", Whole(5))).Answers;
        Assert.Contains(FormFlow.Questions(many), q => q.Item.LinkId == "more");
    }

    [Fact]
    public void A_chain_of_calculations_is_followed_to_its_end_whatever_their_order()
    {
        var steps = Enumerable
            .Range(1, 12)
            .Reverse()
            .Select(n =>
                Item($"s{n}", "integer", With(Calculated($"%resource.item.where(linkId='s{n - 1}').answer.value + 1")))
            );
        var form = Read(string.Join(',', steps.Append(Item("s0", "integer"))));
        Assert.Equal(12.0, Value(form, new FormAnswers(form).Set("s0", Whole(0)), "s12"));
    }

    [Fact]
    public void Calculations_that_go_in_a_circle_give_nothing_and_are_told()
    {
        var form = Read(
            string.Join(
                ',',
                Item(
                    "a",
                    "integer",
                    With(
                        Calculated(
                            "iif(%resource.item.where(linkId='b').answer.exists(), %resource.item.where(linkId='b').answer.value + 1, 1)"
                        )
                    )
                ),
                Item(
                    "b",
                    "integer",
                    With(
                        Calculated(
                            "iif(%resource.item.where(linkId='a').answer.exists(), %resource.item.where(linkId='a').answer.value + 1, 1)"
                        )
                    )
                ),
                Item("q", "string")
            )
        );
        var done = Work(form, new FormAnswers(form));
        Assert.Empty(done.Values);
        Assert.Contains(done.Failed, f => f.Place == "form" && f.Why.Contains("circle", StringComparison.Ordinal));
    }

    [Fact]
    public void A_question_that_hides_itself_is_asked_and_that_is_told()
    {
        var form = Read(Item("a", "integer", With(When("%resource.item.where(linkId='a').answer.exists().not()"))));
        var done = Work(form, new FormAnswers(form).Set("a", Whole(1)));
        Assert.Empty(done.Disabled);
        Assert.NotEmpty(done.Failed);
    }

    [Theory]
    [InlineData("%resource.item.where(linkId='c').answer.weight()")]
    [InlineData("%resource.item.where(linkId='c').answer.ordinal()")]
    [InlineData("%resource.item.where(linkId='c').answer.value.weight()")]
    [InlineData("%resource.item.answer.weight().sum()")]
    public void The_weight_of_an_answer_is_that_of_what_was_chosen(string expression)
    {
        var form = Read(Choice + "," + Item("w", "decimal", With(Calculated(expression))));
        Assert.Equal(3.0, Value(form, new FormAnswers(form).Set("c", form.Find("c")!.Options[1].Value), "w"));
    }

    [Theory]
    [InlineData("(3.0).toInteger()", 3.0)]
    [InlineData("(3.5).toInteger()", null)]
    [InlineData("('3').toInteger()", 3.0)]
    [InlineData("('3.0').toInteger()", null)]
    [InlineData("true.toInteger()", 1.0)]
    [InlineData("(6.0 / 2).toInteger() + 1", 4.0)]
    [InlineData("(7.0).toString()", "7")]
    [InlineData("(7.50).toString()", "7.5")]
    public void Numbers_turn_into_each_other_as_in_the_tools_that_forms_are_made_with(
        string expression,
        object? expected
    )
    {
        var form = Read(Item("s", expected is string ? "string" : "integer", With(Calculated(expression))));
        Assert.Equal(expected, Value(form, new FormAnswers(form), "s"));
    }

    [Fact]
    public void Words_yes_or_no_and_choices_are_calculated_too_and_stand_in_the_response()
    {
        var form = Read(
            string.Join(
                ',',
                Choice,
                Item("t", "string", With(Calculated("'so ' & %resource.item.where(linkId='c').answer.value.display"))),
                Item("y", "boolean", With(Calculated("%resource.item.where(linkId='c').answer.value.code = 'x'"))),
                Item(
                    "d",
                    "choice",
                    With(Calculated("%resource.item.where(linkId='c').answer.value")),
                    $"\"answerOption\":[{Option("x", 2)}]"
                )
            )
        );
        var done = Work(form, new FormAnswers(form).Set("c", form.Find("c")!.Options[0].Value));
        Assert.Equal(("so Word x", true), ((string)done.Values["t"][0], (bool)done.Values["y"][0]));
        Assert.Equal("x", ((ChoiceAnswer)done.Values["d"][0]).Code);
        var response = ResponseJson.Write(done.Answers, completed: true);
        Assert.Contains("\"valueString\":\"so Word x\"", response, StringComparison.Ordinal);
        Assert.Contains("\"valueBoolean\":true", response, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_group_that_repeats_each_repetition_is_worked_out_for_itself()
    {
        var form = Read(
            Group(
                    "g",
                    true,
                    Item("n", "integer"),
                    Item("twice", "integer", With(Calculated("%n * 2"))),
                    Item("why", "string", With(When("%n > 3")))
                )
                .Replace(
                    "\"type\":\"group\"",
                    $"\"type\":\"group\",{With(Variable("n", "%context.item.where(linkId='n').answer.value"))}",
                    StringComparison.Ordinal
                )
        );
        var answers = new FormAnswers(form)
            .Repeat(new Place("g"), 2)
            .Set(new Place("n", "0"), Whole(2))
            .Set(new Place("n", "1"), Whole(5));
        var done = Work(form, answers).Answers;
        Assert.Equal(["4", "10"], ((string[])["0", "1"]).Select(r => done.At(new Place("twice", r)).Single().Text));
        Assert.Equal(
            ["why@1"],
            FormFlow.Questions(done).Where(q => q.Item.LinkId == "why").Select(q => q.Place.ToString())
        );
    }

    [Fact]
    public void Variables_may_stand_in_any_order()
    {
        var form = Read(
            Item("a", "integer") + "," + Item("s", "integer", With(Calculated("%late"))),
            Variable("late", "%early + 1") + "," + Variable("early", "%resource.item.where(linkId='a').answer.value")
        );
        var done = Work(form, new FormAnswers(form).Set("a", Whole(4)));
        Assert.Empty(done.Failed);
        Assert.Equal(5.0, done.Values["s"][0]);
    }

    [Fact]
    public void What_must_hold_between_answers_is_told_where_it_does_not()
    {
        var form = Read(
            string.Join(
                ',',
                Item("from", "integer"),
                Item(
                    "to",
                    "integer",
                    With(
                        Constraint(
                            "answer.value >= %resource.item.where(linkId='from').answer.value",
                            "Not before it began."
                        )
                    )
                ),
                Item("odd", "integer", With(Constraint("answer.value < 100", "That is a lot.", "warning")))
            )
        );
        var answers = new FormAnswers(form).Set("from", Whole(5)).Set("to", Whole(3)).Set("odd", Whole(200));
        Assert.Equal(
            ["to: Not before it began. True", "odd: That is a lot. False"],
            Work(form, answers).Broken.Select(b => $"{b.Place}: {b.Constraint.Human} {b.Constraint.IsError}")
        );
        Assert.Empty(Work(form, answers.Set("to", Whole(5)).Set("odd", Whole(2))).Broken);
        Assert.Empty(Work(form, new FormAnswers(form)).Broken);
    }

    [Fact]
    public void What_must_hold_in_the_whole_form_is_told_also_in_the_way_of_SDC()
    {
        var form = Read(
            Item("a", "integer") + "," + Item("b", "integer"),
            $$"""{"url":"{{Core}}targetConstraint","extension":[{"url":"severity","valueCode":"error"},{"url":"expression","valueExpression":{"language":"text/fhirpath","expression":"%resource.item.answer.count() >= 2"} },{"url":"human","valueString":"Two at least."}]}"""
        );
        Assert.Equal(
            "Two at least.",
            Assert.Single(Work(form, new FormAnswers(form).Set("a", Whole(1))).Broken).Constraint.Human
        );
        Assert.Empty(Work(form, new FormAnswers(form).Set("a", Whole(1)).Set("b", Whole(1))).Broken);
    }

    private static readonly Person Someone = new()
    {
        Id = Guid.NewGuid(),
        Name = "Ana",
        AddedAt = Instant.FromUtc(2026, 1, 1, 0, 0),
        BirthYear = 1980,
        Sex = "female",
    };

    [Fact]
    public void What_stands_there_from_the_start_may_be_worked_out_from_who_the_person_is_only_when_they_let_it()
    {
        var form = Read(
            string.Join(
                ',',
                Item("sex", "string", With(Expression(Sdc + "initialExpression", "%patient.gender"))),
                Item("year", "string", With(Expression(Sdc + "initialExpression", "%patient.birthDate.toString()"))),
                Item("n", "integer", With(Expression(Sdc + "initialExpression", "40 + 2")))
            ),
            $$"""{"url":"{{Sdc}}launchContext","extension":[{"url":"name","valueCoding":{"code":"patient"} },{"url":"type","valueCode":"Patient"}]}"""
        );
        Assert.Equal(["patient"], form.LaunchContext);
        var told = new Calculator(form).Begin(Someone);
        Assert.Equal(["female", "1980", "42"], ((string[])["sex", "year", "n"]).Select(i => told.At(i).Single().Text));
        var kept = new Calculator(form).Begin();
        Assert.Empty(kept.At("sex"));
        Assert.Empty(kept.At("year"));
        Assert.Equal("42", kept.At("n").Single().Text);
        Assert.Empty(new Calculator(form).Calculate(kept).Failed);
    }

    [Fact]
    public void What_may_be_answered_can_come_from_other_answers()
    {
        var form = Read(
            Item("drugs", "string", "\"repeats\":true")
                + ","
                + Item(
                    "which",
                    "choice",
                    With(Expression(Sdc + "answerExpression", "%resource.item.where(linkId='drugs').answer.value"))
                )
        );
        var answers = new FormAnswers(form).Set("drugs", new TextAnswer("one"), new TextAnswer("two"));
        Assert.Equal(
            ["one", "two"],
            Work(form, answers).Offered[new Place("which")].Select(v => v is ChoiceAnswer c ? c.Display : v.Text)
        );
    }

    [Fact]
    public void An_expression_about_what_nobody_told_the_form_fails_alone_and_is_named()
    {
        var form = Read(
            Item("a", "string", With(Expression(Sdc + "initialExpression", "%encounter.id")))
                + ","
                + Item("b", "integer", With(Calculated("1 + 1")))
        );
        var done = new Calculator(form).Calculate(new FormAnswers(form), begins: true);
        Assert.Equal("a", Assert.Single(done.Failed).Place);
        Assert.Equal(2.0, done.Values["b"][0]);
    }
}
