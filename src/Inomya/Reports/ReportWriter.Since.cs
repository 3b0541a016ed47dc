using Inomya.Analysis;
using Inomya.Findings;
using Inomya.Series;
using Inomya.Story;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Reports;

public sealed partial class ReportWriter
{
    private const int Percent = 100;

    private SinceThen? _since;

    private SinceThen? Compared =>
        _source.Story is { } story
            ? _since ??= SinceThen.Of(
                story,
                _source.Costs,
                From,
                To,
                _shelf.Rules.Measures.Where(m => !IsPrivate(m)),
                _shelf.Rules.HighFrom
            )
            : null;

    private List<ReportBlock> Since()
    {
        if (Compared is not { } since || since.Rows.All(r => r.Now is null))
            return [new TextBlock(_words["report.empty"])];
        return
        [
            new TableBlock(
                _words["report.section.since"],
                [
                    _words["report.table.measure"],
                    since.Before is { } before
                        ? _words["report.since.before", ("from", before), ("to", From.PlusDays(-1))]
                        : _words["report.since.no-before"],
                    _words[
                        $"report.since.{(_source.Window.IsSinceVisit ? "now" : "last")}",
                        ("from", From),
                        ("to", To)
                    ],
                    _words["report.since.difference"],
                ],
                [.. since.Rows.SelectMany(RowsOf), FlaresRow(since), LostRow(since)]
            ),
            new TextBlock(_words["report.record.days", ("recorded", DaysRecorded), ("days", Days)] + TickedOf(since)),
        ];
    }

    private IEnumerable<IReadOnlyList<string>> RowsOf(SinceRow row)
    {
        yield return
        [
            _words[$"report.since.average.{GoodWayOf(row.Column)}", ("measure", NameWithScale(row.Column))],
            MeanOf(row, row.Before),
            MeanOf(row, row.Now),
            DifferenceOf(row),
        ];
        if ((row.Before?.Worst ?? row.Now?.Worst) is not null)
            yield return
            [
                _words[$"report.since.worst.{GoodWayOf(row.Column)}", ("measure", _words.NameOf(row.Column))],
                Worst(row.Before),
                Worst(row.Now),
                "",
            ];
        if ((row.Before?.High ?? row.Now?.High) is not null)
            yield return
            [
                _words[
                    "report.since.high",
                    ("measure", InSentence(row.Column)),
                    ("from", _shelf.Rules.HighFrom[row.Column.Key.Name])
                ],
                HighOf(row.Before),
                HighOf(row.Now),
                "",
            ];

        string Worst(Stretch? stretch) => stretch?.Worst is { } worst ? _words.Number(worst) : NotRecorded;
    }

    private string InSentence(DayColumn column) =>
        new FindingSentences(_words, _source.Story!.Findings).InSentence(column.Key.Name);

    private string NotRecorded => _words["common.not-recorded"];

    /// <summary>Which way is good, said with every number.</summary>
    private static string GoodWayOf(DayColumn column) => GoodWay.Of(column.Measure?.Better);

    private string MeanOf(SinceRow row, Stretch? stretch) =>
        stretch is null
            ? NotRecorded
            : _words[
                "report.since.mean",
                (
                    "mean",
                    new FindingSentences(_words, _source.Story!.Findings).AmountOf(row.Column, stretch.Recorded.Mean)
                ),
                ("n", stretch.Recorded.Days)
            ];

    private string HighOf(Stretch? stretch) =>
        stretch is not { High: { } high, Recorded.Rated: > 0 and var rated }
            ? NotRecorded
            : _words[
                "report.since.share",
                ("n", high),
                ("of", rated),
                ("share", (int)Math.Round(Percent * (double)high / rated))
            ];

    private string DifferenceOf(SinceRow row) =>
        row.Ends is not { } ends ? _words["report.since.few", ("n", ThenAndNow.FewestDays)]
        : Shown(ends) == 0 ? _words["report.since.same"]
        : _words[
            $"report.since.{FindingSentences.SideOf(row.Column, ends)}",
            (
                "change",
                new FindingSentences(_words, _source.Story!.Findings).AmountOf(row.Column, Math.Abs(Shown(ends)))
            ),
            ("direction", _words[$"findings.direction.{(Shown(ends) > 0 ? "higher" : "lower")}"])
        ];

    /// <summary>Between the two numbers as they are read, so that whoever subtracts them comes to the same.</summary>
    private static double Shown(ThenAndNow ends) => Read(ends.Now.Mean) - Read(ends.Then.Mean);

    private static double Read(double mean) => Math.Round(mean, 1, MidpointRounding.AwayFromZero);

    private string[] FlaresRow(SinceThen since) =>
        [
            _words["report.since.flares"],
            since.Before is { } before ? In(since, before, Noted(since.Flares.Before)) : "-",
            In(since, From, Noted(since.Flares.Now)),
            "",
        ];

    /// <summary>A count of unequal stretches is told with their days: else the longer one looks worse.</summary>
    private string In(SinceThen since, LocalDate first, string count)
    {
        if (since.Before is not { } before || Period.DaysBetween(before, From) == Days)
            return count;
        var days = first == From ? Days : Period.DaysBetween(first, From);
        return _words.Count("report.since.in-days", days, ("count", count));
    }

    private string Noted(int flares) => flares == 0 ? _words["report.since.none"] : _words.Number(flares);

    private string[] LostRow(SinceThen since) =>
        [
            _words["report.since.lost"],
            since.Before is { } before ? In(since, before, Hours(since.LostWork.Before)) : "-",
            In(since, From, Hours(since.LostWork.Now)),
            "",
        ];

    private string Hours(double? hours) =>
        hours is { } noted ? _words["helped.hours", ("n", noted)] : _words["report.since.none"];

    /// <summary>Days ticked as bad count in the average and are said.</summary>
    private string TickedOf(SinceThen since)
    {
        var outcome = since.Rows[0];
        var ticked = (outcome.Before?.Recorded.Ticked ?? 0) + (outcome.Now?.Recorded.Ticked ?? 0);
        return ticked == 0
            ? ""
            : " " + _words.Count("findings.then-and-now.ticked", ticked, ("bound", _words.Number(outcome.Bound)));
    }
}
