using System.Diagnostics;
using System.Globalization;
using System.Text;
using Inomya.Fhir;
using Inomya.Questionnaires;

namespace Inomya.Bench;

/// <summary>
/// The expressions of a form that someone brought: how long the first calculation takes, with all that is read for it,
/// and how long those after it. A budget missed is a failure.
/// </summary>
internal static class FormBench
{
    private const double MostFirst = 300,
        MostLater = 20;

    private const int Later = 50;
    private const string Core = "http://hl7.org/fhir/StructureDefinition/";
    private const string Sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";

    /// <returns>How many budgets were missed.</returns>
    public static int Run()
    {
        Table.Print(
            $"Forms of others: the first calculation (budget {MostFirst} ms) and {Later} after it (budget {MostLater} ms)",
            ["form", "questions", "expressions", "first ms", "later ms: middle", "highest"],
            [
                Row("engine starts", 9, out _),
                Row("nine answers", 9, out var few),
                Row("sixty answers", 60, out var many),
            ]
        );
        return few + many;
    }

    private static string[] Row(string name, int questions, out int missed)
    {
        var json = Encoding.UTF8.GetBytes(Made(questions));
        var begin = Stopwatch.GetTimestamp();
        var form = FormReader.Read(json);
        var calculator = new Calculator(form);
        calculator.Calculate(Answered(form, 0));
        var first = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        var later = Enumerable.Range(1, Later).Select(n => Timed(calculator, Answered(form, n))).Order().ToList();
        missed = (first > MostFirst ? 1 : 0) + (later[Later / 2] > MostLater ? 1 : 0);
        return
        [
            name,
            $"{questions}",
            $"{questions * 2 + 3}",
            Milliseconds(first),
            Milliseconds(later[Later / 2]),
            Milliseconds(later[^1]),
        ];
    }

    private static double Timed(Calculator calculator, FormAnswers answers)
    {
        var begin = Stopwatch.GetTimestamp();
        calculator.Calculate(answers);
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }

    private static string Milliseconds(double time) => time.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>Each with a weight and a condition of its own, as others write them, and a sum, a mean and a band.</summary>
    private static string Made(int questions)
    {
        var items = Enumerable.Range(1, questions).Select(Question).ToList();
        items.Add(Calculated("sum", "decimal", "%weights.sum()"));
        items.Add(Calculated("mean", "decimal", "iif(%weights.exists(), %weights.sum() / %weights.count(), {})"));
        items.Add(
            Calculated("band", "string", "iif(%resource.item.where(linkId='sum').answer.value > 9, 'more', 'less')")
        );
        var variable = Extension(
            Core + "variable",
            "%resource.item.where(linkId.matches('^q')).answer.value.ordinal()",
            "weights"
        );
        return $$"""{"resourceType":"Questionnaire","status":"active","extension":[{{variable}}],"item":[{{string.Join(',', items)}}]}""";
    }

    private static string Question(int n)
    {
        var options = Enumerable
            .Range(0, 4)
            .Select(w =>
                $$"""{"extension":[{"url":"{{Core}}ordinalValue","valueDecimal":{{w}} }],"valueCoding":{"system":"urn:w","code":"{{w}}","display":"{{w}}"} }"""
            );
        var enable = Extension(
            Sdc + "enableWhenExpression",
            n == 1 ? "true" : $"%resource.item.where(linkId='q{n - 1}').answer.exists()"
        );
        return $$"""{"linkId":"q{{n}}","type":"choice","extension":[{{enable}}],"answerOption":[{{string.Join(',', options)}}]}""";
    }

    private static string Calculated(string id, string type, string expression) =>
        $$"""{"linkId":"{{id}}","type":"{{type}}","readOnly":true,"extension":[{{Extension(Sdc + "calculatedExpression", expression)}}]}""";

    private static string Extension(string url, string expression, string? name = null) =>
        $$"""{"url":"{{url}}","valueExpression":{ {{(name is null ? "" : $"\"name\":\"{name}\",")}} "language":"text/fhirpath","expression":"{{expression}}"} }""";

    private static FormAnswers Answered(Form form, int shift)
    {
        var answers = FormAnswers.Begin(form);
        foreach (var (n, item) in form.All.Where(i => i.Options.Count > 0).Index())
            answers.Set(item.LinkId, item.Options[(n + shift) % item.Options.Count].Value);
        return answers;
    }
}
