using System.Text;
using Inomya.Questionnaires;

namespace Inomya.Fhir.Tests;

/// <summary>Forms that someone else wrote, in good faith or not.</summary>
public class ForeignFormTests
{
    private const string Extensions = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";

    private static Form Read(string items, string root = "") =>
        FormReader.Read(
            Encoding.UTF8.GetBytes($$"""{"resourceType":"Questionnaire","status":"draft",{{root}}"item":[{{items}}]}""")
        );

    private static string Number(string id, string more = "") => $$"""{"linkId":"{{id}}","type":"integer"{{more}}}""";

    private static string Calculated(string id, string expression, string kind = "calculatedExpression") =>
        $$$"""{"linkId":"{{{id}}}","type":"decimal","readOnly":true,"extension":[{"url":"{{{Extensions}}}{{{kind}}}","valueExpression":{"language":"text/fhirpath","expression":"{{{expression}}}"}}]}""";

    [Fact]
    public void One_calculated_item_may_read_another()
    {
        var form = Read(
            string.Join(
                ',',
                Calculated("twice", "%resource.item.where(linkId='sum').answer.value * 2"),
                Calculated("sum", "%resource.item.where(linkId='a' or linkId='b').answer.value.sum()"),
                Number("a"),
                Number("b")
            )
        );
        var answers = new FormAnswers(form).Set("a", new NumberAnswer(2, true)).Set("b", new NumberAnswer(3, true));
        var calculation = new Calculator(form).Calculate(answers);
        Assert.Equal(5.0, calculation.Values["sum"][0]);
        Assert.Equal(10.0, calculation.Values["twice"][0]);
    }

    [Fact]
    public void The_published_SDC_example_whose_path_misses_its_group_gives_no_score_rather_than_a_wrong_one()
    {
        var group =
            """{"linkId":"H1/T1","type":"group","item":[{"linkId":"H1/T1/1","type":"choice","answerOption":[{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":3}],"valueCoding":{"code":"x"}}]}]}""";
        var form = Read(
            group + "," + Calculated("H1/TS", "%resource.item.where(linkId!='H1/TS').answer.value.weight().sum()")
        );
        var answers = new FormAnswers(form).Set("H1/T1/1", form.Find("H1/T1/1")!.Options[0].Value);
        Assert.Empty(new Calculator(form).Calculate(answers).Values);
    }

    [Fact]
    public void Weights_are_found_in_options_with_the_newer_extension_too()
    {
        var choice =
            """{"linkId":"c","type":"choice","answerOption":[{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/itemWeight","valueDecimal":7}],"valueCoding":{"code":"x"}}]}""";
        var form = Read(choice + "," + Calculated("s", "%resource.item.answer.value.weight().sum()"));
        var json =
            """{"resourceType":"QuestionnaireResponse","status":"completed","item":[{"linkId":"c","answer":[{"valueCoding":{"code":"x"}}]}]}""";
        Assert.Equal(7.0, new Calculator(form).Calculate(ResponseJson.Read(form, json)).Values["s"][0]);
    }

    [Fact]
    public void An_expression_can_hide_an_item()
    {
        var form = Read(
            string.Join(
                ',',
                Number("a"),
                Calculated("b", "%resource.item.where(linkId='a').answer.value > 3", "enableWhenExpression")
            )
        );
        Assert.Contains(new Place("b"), new Calculator(form).Calculate(new FormAnswers(form)).Disabled);
        Assert.Empty(
            new Calculator(form).Calculate(new FormAnswers(form).Set("a", new NumberAnswer(4, true))).Disabled
        );
    }

    [Theory]
    [InlineData("(1).repeat($this + 1)")]
    [InlineData("%resource.item.select((1).repeat($this + 1))")]
    [InlineData("(1).repeat(iif(true, $this + 1))")]
    [InlineData("'a'.repeat($this & 'a')")]
    public void An_expression_that_does_not_end_is_stopped_and_named(string expression)
    {
        var form = Read(Number("a") + "," + Calculated("b", expression));
        var answers = new FormAnswers(form).Set("a", new NumberAnswer(4, true));
        var calculation = new Calculator(form).Calculate(answers);
        Assert.Empty(calculation.Values);
        Assert.Equal("b", Assert.Single(calculation.Failed).Place);
    }

    [Fact]
    public void A_pattern_that_would_try_every_way_to_split_a_text_is_worked_out_at_once()
    {
        var form = Read(Number("a") + "," + Calculated("b", $"'{new string('a', 2_000)}!'.matches('^(a+)+$')"));
        var calculation = new Calculator(form).Calculate(new FormAnswers(form).Set("a", new NumberAnswer(4, true)));
        Assert.Equal(false, calculation.Values["b"][0]);
    }

    [Theory]
    [InlineData("%resource.repeat(item).where(linkId = 'n2').answer.value")]
    [InlineData("%resource.repeat(item | answer.item).where(linkId = 'n2').answer.value")]
    [InlineData("%resource.item.repeat(item.where(linkId != 'x')).answer.value")]
    public void A_repeat_that_walks_down_the_answers_ends_and_is_worked_out(string expression)
    {
        var group = $$"""{"linkId":"g","type":"group","item":[{{Number("n2")}}]}""";
        var form = Read(group + "," + Calculated("b", expression));
        var answers = new FormAnswers(form).Set("n2", new NumberAnswer(7, true));
        Assert.Equal(7.0, new Calculator(form).Calculate(answers).Values["b"][0]);
    }

    [Fact]
    public void Texts_that_double_each_other_do_not_fill_the_memory()
    {
        var variables = string.Join(
            ',',
            Enumerable
                .Range(1, 40)
                .Select(i =>
                    $$$"""{"url":"http://hl7.org/fhir/StructureDefinition/variable","valueExpression":{"name":"v{{{i}}}","language":"text/fhirpath","expression":"{{{(i == 1 ? "'ab'" : $"%v{i - 1} & %v{i - 1}")}}}"}}"""
                )
        );
        var form = Read(Calculated("b", "%v40.length()"), $"\"extension\":[{variables}],");
        Assert.NotEmpty(new Calculator(form).Calculate(new FormAnswers(form)).Failed);
    }

    [Fact]
    public void More_expressions_than_can_be_read_are_refused_by_their_length()
    {
        var chain = "1" + string.Concat(Enumerable.Repeat("+1", 1_900));
        var many = string.Join(',', Enumerable.Range(0, 60).Select(i => Calculated($"b{i}", chain)));
        Assert.Equal("form", Assert.Throws<FormException>(() => new Calculator(Read(many))).Place);
    }

    [Fact]
    public void Variables_that_double_each_other_do_not_fill_the_memory()
    {
        var variables = string.Join(
            ',',
            Enumerable
                .Range(1, 40)
                .Select(i =>
                    $$$"""{"url":"http://hl7.org/fhir/StructureDefinition/variable","valueExpression":{"name":"v{{{i}}}","language":"text/fhirpath","expression":"{{{(i == 1 ? "1.combine(2)" : $"%v{i - 1}.combine(%v{i - 1})")}}}"}}"""
                )
        );
        var form = Read(Calculated("b", "%v40.count()"), $"\"extension\":[{variables}],");
        var calculation = new Calculator(form).Calculate(new FormAnswers(form));
        Assert.NotEmpty(calculation.Failed);
    }

    [Fact]
    public void Deep_brackets_and_long_chains_do_not_bring_the_program_down()
    {
        var deep = new string('(', 1500) + "1" + new string(')', 1500);
        Assert.Equal("b", Assert.Throws<FormException>(() => new Calculator(Read(Calculated("b", deep)))).Place);
        var form = Read(Calculated("b", "1" + string.Concat(Enumerable.Repeat("+1", 1900))));
        var calculation = new Calculator(form).Calculate(new FormAnswers(form));
        Assert.True(calculation.Failed.Count > 0 || (double)calculation.Values["b"][0] == 1901);
    }

    [Fact]
    public void What_is_not_FHIRPath_is_refused_with_its_place() =>
        Assert.Equal("b", Assert.Throws<FormException>(() => new Calculator(Read(Calculated("b", "1 +* 2")))).Place);

    [Fact]
    public void An_expression_that_reads_the_form_gets_the_form()
    {
        var json =
            $$"""{"resourceType":"Questionnaire","status":"draft","title":"T","item":[{{Calculated("b", "%questionnaire.item.count()")}}]}""";
        var form = FormReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.Equal(
            1.0,
            new Calculator(form, questionnaireJson: json).Calculate(new FormAnswers(form)).Values["b"][0]
        );
    }

    private const string Weighted =
        """{"linkId":"c","type":"choice","answerOption":[{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/itemWeight","valueDecimal":2}],"valueCoding":{"code":"x","display":"Some"}}]}""";

    [Fact]
    public void Answers_at_any_depth_are_found_by_the_function_of_SDC()
    {
        var form = Read(
            $$$"""{"linkId":"g","type":"group","item":[{{{Weighted}}},{{{Weighted.Replace("\"c\"", "\"d\"", StringComparison.Ordinal)}}},{{{Calculated("s", "%resource.answers().value.ordinal().sum()")}}}]}"""
        );
        var answers = new FormAnswers(form)
            .Set("c", form.Find("c")!.Options[0].Value)
            .Set("d", form.Find("d")!.Options[0].Value);
        Assert.Equal(4.0, new Calculator(form).Calculate(answers).Values["s"][0]);
    }

    [Theory]
    [InlineData("item.where(linkId='c').answer.valueCoding.code = 'x'", true)]
    [InlineData("%resource.item.where(linkId='c').answer.valueCoding.display", "Some")]
    [InlineData("'valueCoding'", "valueCoding")]
    public void A_value_may_be_named_with_its_type_as_many_forms_do(string expression, object expected)
    {
        var form = Read(Weighted + "," + Calculated("s", expression));
        Assert.Equal(
            expected,
            new Calculator(form).Calculate(new FormAnswers(form).Set("c", form.Find("c")!.Options[0].Value)).Values[
                "s"
            ][0]
        );
    }

    [Fact]
    public void Weights_read_from_the_form_itself_add_up()
    {
        const string weight =
            "%questionnaire.item.where(linkId = 'c').answerOption.where(valueCoding.code = %resource.item.where(linkId = 'c').answer.valueCoding.code).extension.where(url = 'http://hl7.org/fhir/StructureDefinition/itemWeight').valueDecimal";
        var json =
            $$"""{"resourceType":"Questionnaire","status":"draft","item":[{{Weighted}},{{Calculated("s", weight)}}]}""";
        var form = FormReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.Equal(
            2.0,
            new Calculator(form, questionnaireJson: json)
                .Calculate(new FormAnswers(form).Set("c", form.Find("c")!.Options[0].Value))
                .Values["s"][0]
        );
    }

    [Fact]
    public void A_calculation_with_a_name_can_be_used_like_a_variable_also_at_the_root()
    {
        var named = Calculated("b", "%resource.item.where(linkId='a').answer.value + 1")
            .Replace("\"language\"", "\"name\":\"varB\",\"language\"", StringComparison.Ordinal);
        var root = Calculated("x", "%resource.item.where(linkId='b').answer.value + 2")
            .Replace("\"language\"", "\"name\":\"varD\",\"language\"", StringComparison.Ordinal);
        var form = Read(
            string.Join(
                ',',
                Number("a"),
                named[..^1] + ",\"item\":[" + Calculated("b1", "%varB + 1") + "]}",
                Calculated("c", "%varD + 1")
            ),
            root[root.IndexOf("\"extension\"", StringComparison.Ordinal)..^1] + ","
        );
        var values = new Calculator(form).Calculate(new FormAnswers(form).Set("a", new NumberAnswer(1, true))).Values;
        Assert.Equal((2.0, 3.0, 5.0), ((double)values["b"][0], (double)values["b1"][0], (double)values["c"][0]));
    }

    [Fact]
    public void A_function_that_we_do_not_have_fails_alone_and_is_named()
    {
        var form = Read(
            string.Join(
                ',',
                Number("a"),
                Calculated("b", "%resource.item.answer.value.conjure()"),
                Calculated("c", "%resource.item.where(linkId='a').answer.value * 2")
            )
        );
        var calculation = new Calculator(form).Calculate(new FormAnswers(form).Set("a", new NumberAnswer(4, true)));
        Assert.Equal(8.0, calculation.Values["c"][0]);
        Assert.Contains(calculation.Failed, f => f.Place == "b");
    }

    [Fact]
    public void Options_that_are_elsewhere_and_other_languages_are_told_and_the_form_is_used_without()
    {
        var form = Read(
            """{"linkId":"c","type":"choice","answerValueSet":"http://example.org/vs"},"""
                + Calculated("b", "Patient?_id=1")
                    .Replace("text/fhirpath", "application/x-fhir-query", StringComparison.Ordinal)
        );
        Assert.Equal(["c options-elsewhere", "b other-language"], form.Notices.Select(n => $"{n.Place} {n.Key}"));
        Assert.Equal(new ChoiceAnswer(null, null, "Mine"), FormCheck.Read(form.Find("c")!, "Mine", out _));
    }

    [Fact]
    public void A_code_system_in_the_file_gives_the_options()
    {
        var form = Read(
            """{"linkId":"c","type":"choice","answerValueSet":"#vs"}""",
            """
            "contained":[{"resourceType":"ValueSet","id":"vs","compose":{"include":[{"system":"urn:cs"}]}},
            {"resourceType":"CodeSystem","url":"urn:cs","concept":[{"code":"y","display":"Yes","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/itemWeight","valueDecimal":1}]}]}],
            """
        );
        Assert.Equal(new ChoiceAnswer("urn:cs", "y", "Yes", 1), form.Find("c")!.Options[0].Value);
    }

    [Fact]
    public void A_risk_formula_with_powers_and_logarithms_is_worked_out()
    {
        var form = Read(
            Number("a")
                + ","
                + Calculated(
                    "r",
                    "iif(%resource.item.where(linkId='a').answer.valueInteger.exists(), (1 - (0.9402).power((%resource.item.where(linkId='a').answer.valueInteger.ln() * 2).exp())).round(4), {})"
                )
        );
        Assert.Equal(
            Math.Round(1 - Math.Pow(0.9402, 9), 4),
            (double)
                new Calculator(form).Calculate(new FormAnswers(form).Set("a", new NumberAnswer(3, true))).Values["r"][
                    0
                ],
            3
        );
    }

    [Theory]
    [InlineData("%resource.item.where(linkId='n').answer.value", "1")]
    [InlineData("%resource.item.item.where(linkId = 'n2').answer.value", "2")]
    [InlineData("%resource.item.item.where(linkId='n').answer.value", "")]
    [InlineData("%resource.item.item.where(linkId.matches('^n')).answer.value", "2 3")]
    [InlineData(
        "%resource.item.where(linkId.matches('n')).answer.value.first() + %resource.item.item.where(linkId='n3').answer.value",
        "4"
    )]
    [InlineData("'%resource.item.where(linkId=' + 'x'", "%resource.item.where(linkId=x")]
    public void Items_are_found_at_their_level_alone_and_in_order(string expression, string expected)
    {
        var form = Read(
            string.Join(
                ',',
                Number("n"),
                $$"""{"linkId":"g","type":"group","item":[{{Number("n2")}},{{Number("n3")}}]}""",
                Calculated("s", expression)
            )
        );
        var answers = new FormAnswers(form)
            .Set("n", new NumberAnswer(1, true))
            .Set("n2", new NumberAnswer(2, true))
            .Set("n3", new NumberAnswer(3, true));
        var values = new Calculator(form).Calculate(answers).Values;
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                values
                    .GetValueOrDefault("s", [])
                    .Select(v => Convert.ToString(v, System.Globalization.CultureInfo.InvariantCulture))
            )
        );
    }
}
