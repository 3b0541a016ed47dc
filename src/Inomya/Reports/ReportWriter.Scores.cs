using Inomya.Questionnaires;

namespace Inomya.Reports;

public sealed partial class ReportWriter
{
    private List<ReportBlock> Scores()
    {
        var more = new List<ReportBlock>();
        var scores = Most("scores", [.. _source.Scores.Where(s => _private || !IsPrivate(s.Instrument))], more);
        if (scores.Count == 0)
            return [new TextBlock(_words["report.scores.none"])];
        return
        [
            new TableBlock(
                _words["report.section.scores"],
                [
                    _words["report.score.name"],
                    _words["report.score.last"],
                    _words["report.score.first"],
                    _words["report.score.change"],
                ],
                [.. scores.Select(RowOf)]
            ),
            .. more,
        ];
    }

    private bool IsPrivate(Instrument instrument) => _shelf.Rules.PrivateInstruments.Contains(instrument.Id);

    private IReadOnlyList<string> RowOf(ScoreChange score) =>
        [
            NameOf(score),
            OnDay(score, score.Last.Value, score.Last.Response.Day),
            score.Values.Count > 1 ? OnDay(score, score.First.Value, score.First.Response.Day) : "-",
            ChangeOf(score),
        ];

    /// <summary>With its range and which way is good.</summary>
    private string NameOf(ScoreChange score)
    {
        var name = _words[$"instrument.{score.Instrument.Id}.name"];
        return score.Score.Range is [var low, var top] && score.Score.Better != Vocabulary.Better.Neither
            ? _words[
                $"report.score.range.{(score.Score.Better == Vocabulary.Better.Lower ? "lower" : "higher")}",
                ("name", name),
                ("low", low),
                ("top", top)
            ]
            : name;
    }

    private string OnDay(ScoreChange score, double value, NodaTime.LocalDate day)
    {
        var told = _words["report.score.on", ("value", value), ("day", day)];
        var meaning = score.Instrument.Meaning;
        return meaning.TellBand(score.Score.Id, value) is { } band
            ? $"{told}: {_words[$"instrument.{meaning.Id}.band.{band.Set}.{band.Key}"]}"
            : told;
    }

    /// <summary>Against the least change that matters, where a source says how much that is.</summary>
    private string ChangeOf(ScoreChange score)
    {
        if (score.Values.Count == 1)
            return _words["report.score.once"];
        if (!score.IsComparable)
            return _words["scores.other-version"];
        var change = score.Last.Value - score.First.Value;
        var told = _words[
            $"report.score.{WayOf(score)}",
            ("change", Math.Abs(change)),
            ("direction", _words[$"findings.direction.{(change > 0 ? "higher" : "lower")}"])
        ];
        return score.Matters is { } matters && score.Instrument.Meaning.ChangeOf(score.Score.Id) is { } least
            ? $"{told} {_words[$"report.score.{(matters ? "matters" : "small")}.{least.Kind}", ("least", least.Least)]}"
            : $"{told} {_words["report.score.no-limit"]}";
    }

    private static string WayOf(ScoreChange score) =>
        score.First.Value == score.Last.Value
            ? "same"
            : score.IsBetter switch
            {
                true => "better",
                false => "worse",
                null => "changed",
            };
}
