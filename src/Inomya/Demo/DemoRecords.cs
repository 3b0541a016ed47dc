using System.Text.Json;
using Inomya.Assessments;
using Inomya.Content;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Demo;

/// <summary>What the invented person has beside their days: questionnaires, history, tests, costs, a flare plan.</summary>
/// <remarks>The questionnaires get better three weeks after the days do: people are slow to notice.</remarks>
internal sealed class DemoRecords(Words words, ContentFolder content, LocalDate first, LocalDate last, LocalDate better)
{
    private const int DaysBetweenQuestionnaires = 42;
    private const string Typed = "typed", Currency = "EUR";
    private readonly Random _random = new(20261124);

    /// <summary>One change a record kind, with the day it was made.</summary>
    public IEnumerable<(Draft Draft, LocalDate Day)> All()
    {
        yield return (Draft(first, History()), first);
        yield return (Draft(first.PlusDays(20), Laboratory()), first.PlusDays(20));
        foreach (var response in Responses()) yield return (Draft(response.Day, [response]), response.Day);
        foreach (var cost in Costs()) yield return (Draft(cost.Day, [cost]), cost.Day);
        yield return (Draft(better, [Plan()]), better);
    }

    private static Draft Draft(LocalDate day, IEnumerable<Recorded> records)
    {
        var draft = new Draft("edit", day: day);
        foreach (var record in records) draft.Add(record);
        return draft;
    }

    private IEnumerable<HistoryItem> History()
    {
        var began = first.Year - 4;
        yield return new() { Kind = HistoryKind.Onset, Text = words["demo.history.onset"], Since = $"{began}-03" };
        yield return new() { Kind = HistoryKind.Event, Text = words["demo.history.event"], Since = $"{began}-02", Until = $"{began}-02" };
        yield return new() { Kind = HistoryKind.Family, Text = words["demo.history.family"] };
        yield return new() { Kind = HistoryKind.Condition, Text = words["demo.history.condition"], Since = $"{began - 6}" };
        yield return new() { Kind = HistoryKind.Worse, Text = words["demo.history.worse"] };
        yield return new() { Kind = HistoryKind.Better, Text = words["demo.history.better"] };
        yield return new() { Kind = HistoryKind.Tried, Text = words["demo.history.tried"], Since = $"{began + 1}", Until = $"{began + 2}" };
    }

    private List<LabResult> Laboratory()
    {
        var results = new List<LabResult>();
        foreach (var (test, loinc, unit, values) in (ReadOnlySpan<(string, string, string, double[])>)
                 [("tsh", "3016-3", "m[IU]/L", [2.1, 1.8]), ("crp", "1988-5", "mg/L", [2, 1.4]), ("haemoglobin", "718-7", "g/L", [134, 131]), ("vitamin-d", "1989-3", "nmol/L", [38, 61]), ("ck", "2157-6", "U/L", [88])])
            for (var i = 0; i < values.Length; i++)
                results.Add(new() { Test = test, Loinc = loinc, Unit = unit, Value = values[i], Day = first.PlusDays(20 + 300 * i), Source = Typed });
        return results;
    }

    /// <summary>PEG every six weeks and PHQ-4 every twelve.</summary>
    private IEnumerable<Response> Responses()
    {
        var instruments = new Instruments(content);
        var nth = 0;
        for (var day = first.PlusDays(30); day <= last; day = day.PlusDays(DaysBetweenQuestionnaires))
        {
            var level = day < better.PlusDays(21) ? 6 : 4;
            yield return Response(instruments.Find("peg")!, day, ("p", level + _random.Next(2)), ("e", level + _random.Next(3)), ("g", level + 1 - _random.Next(3)));
            if (nth++ % 2 == 0) yield return Response(instruments.Find("phq-4")!, day, ("gad1", _random.Next(2)), ("gad2", 1), ("phq1", _random.Next(2)), ("phq2", day < better ? 1 : 0));
        }
    }

    private static Response Response(Instrument instrument, LocalDate day, params (string LinkId, int Value)[] given)
    {
        var json = JsonSerializer.SerializeToElement(given.ToDictionary(g => g.LinkId, g => g.Value));
        var answers = PlainAnswers.Fit(instrument.Form.Value, json, out _);
        return new Response
        {
            Instrument = instrument.Id, Version = instrument.Meaning.Version, Day = day, Completed = true, Source = "questionnaire",
            Json = ResponseJson.Write(answers, completed: true, all: true), Scores = Questionnaires.ScoresJson(instrument.Score(answers.ForScoring())),
        };
    }

    private IEnumerable<Cost> Costs()
    {
        for (var day = first.PlusDays(12); day <= last; day = day.PlusDays(30))
        {
            yield return new() { Kind = CostKind.Medicine, Day = day, Amount = 6.5m + _random.Next(5), Currency = Currency, Text = words["demo.painkiller"] };
            if (day > first.PlusDays(200) && day < first.PlusDays(400))
                yield return new() { Kind = CostKind.Therapy, Day = day.PlusDays(3), Amount = 48, Currency = Currency, Hours = 6, Text = words["demo.yoga"] };
            if (_random.Next(3) == 0)
                yield return new() { Kind = CostKind.LostWork, Day = day.PlusDays(9) < last ? day.PlusDays(9) : last, Amount = 140, Currency = Currency, Hours = 8 };
        }
    }

    private FlarePlan Plan() => new()
    {
        EarlySigns = words["demo.plan.early"], FirstHour = words["demo.plan.hour"], FirstDay = words["demo.plan.day"], Medicines = words["demo.plan.medicines"],
        People = words["demo.plan.people"], WorkMessage = words["demo.plan.work"], SeekCare = words["demo.plan.care"], WayBack = words["demo.plan.back"],
    };
}
