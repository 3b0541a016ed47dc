using System.Diagnostics;
using System.Globalization;
using Inomya.Content;
using Inomya.Fhir;
using Inomya.Questionnaires;

namespace Inomya.Bench;

/// <summary>
/// Questionnaires scored by their FHIRPath and natively, on one core, after warm-up. A budget missed is a failure.
/// </summary>
internal static class ScoreBench
{
    private const int Responses = 10_000;
    private const double MostMilliseconds = 2,
        MostSeconds = 20;

    /// <returns>How many budgets were missed.</returns>
    public static int Run()
    {
        var dice = new Random(20261122);
        var forms = new Instruments(new ContentFolder())
            .All.Where(i => i.Form.Value.HasExpressions && FormFlow.Questions(new FormAnswers(i.Form.Value)).Count > 0)
            .Select(i => (Instrument: i, Calculator: new Calculator(i.Form.Value, trusted: true)))
            .ToList();
        var stored = Enumerable
            .Range(0, Responses)
            .Select(n => forms[n % forms.Count])
            .Select(f =>
                (
                    f.Instrument,
                    f.Calculator,
                    Json: ResponseJson.Write(Answered(f.Instrument.Form.Value, dice), completed: true, all: true)
                )
            )
            .ToList();
        foreach (var (instrument, calculator, json) in stored.Take(forms.Count * 20))
            Score(instrument, calculator, json);

        var times = forms.ToDictionary(f => f.Instrument.Id, _ => new List<double>());
        var (native, whole) = (TimeSpan.Zero, Stopwatch.StartNew());
        foreach (var (instrument, calculator, json) in stored)
        {
            var (path, own) = Score(instrument, calculator, json);
            times[instrument.Id].Add(path.TotalMilliseconds);
            native += own;
        }
        whole.Stop();

        var missed = 0;
        Console.WriteLine("questionnaire        FHIRPath ms: middle  99 %");
        foreach (var (id, list) in times.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            list.Sort();
            var (middle, high) = (list[list.Count / 2], list[list.Count * 99 / 100]);
            if (middle > MostMilliseconds)
                missed++;
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{id, -20} {middle, 21:0.000} {high, 5:0.00}")
            );
        }
        if (whole.Elapsed.TotalSeconds > MostSeconds)
            missed++;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Responses} responses read and scored both ways: {whole.Elapsed.TotalSeconds:0.0} s (budget {MostSeconds} s), native part {native.TotalSeconds:0.00} s; missed {missed}"
            )
        );
        return missed;
    }

    private static (TimeSpan FhirPath, TimeSpan Native) Score(Instrument instrument, Calculator calculator, string json)
    {
        var answers = ResponseJson.Read(instrument.Form.Value, json);
        var start = Stopwatch.GetTimestamp();
        calculator.Calculate(answers);
        var between = Stopwatch.GetTimestamp();
        instrument.Score(answers.ForScoring());
        return (Stopwatch.GetElapsedTime(start, between), Stopwatch.GetElapsedTime(between));
    }

    /// <summary>Every question answered, within what it allows.</summary>
    private static FormAnswers Answered(Form form, Random dice)
    {
        var answers = new FormAnswers(form);
        // a condition may show more questions once others are answered
        for (var round = 0; round < 2; round++)
            foreach (var (place, item, _) in FormFlow.Questions(answers))
                if (answers.At(place).Count == 0 && Answer(item, dice) is { } value)
                    answers.Set(place, value);
        return answers;
    }

    private static AnswerValue? Answer(FormItem item, Random dice)
    {
        if (item.Options.Count > 0)
            return item.Options[dice.Next(item.Options.Count)].Value;
        var (low, top) = ((item.Min as NumberAnswer)?.Value ?? 0, (item.Max as NumberAnswer)?.Value ?? 10);
        return item.Kind switch
        {
            ItemKind.YesNo => new YesNoAnswer(dice.Next(2) == 0),
            ItemKind.WholeNumber => new NumberAnswer(dice.Next((int)low, (int)top + 1), true),
            ItemKind.Number => new NumberAnswer(low + (top - low) * dice.Next(11) / 10, false),
            ItemKind.Time => new TextAnswer($"{dice.Next(24):00}:30:00", "time"),
            ItemKind.Day => new TextAnswer("2026-11-22", "date"),
            _ => null,
        };
    }
}
