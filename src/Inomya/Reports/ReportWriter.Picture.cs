using Inomya.Findings;
using Inomya.Series;
using Inomya.Story;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Reports;

public sealed partial class ReportWriter
{
    /// <summary>Two lines of longer courses are calm ones: raw, they hide each other.</summary>
    private const int CalmFromDays = 42;

    private List<ReportBlock> Picture() =>
        _source.Story is { } story && PictureOf(story, "picture", From, To) is { } picture
            ? [picture, .. ChangesIn(story, From, To)]
            : [];

    /// <summary>The long view; nothing where there is no more than the days of the report, or where days were asked for.</summary>
    private List<ReportBlock> Years()
    {
        if (_source.Story is not { } story || (_audience.SinceVisit && _source.IsAskedFor))
            return [];
        var first = _source.IsAskedFor ? LocalDate.Max(story.Findings.First, From) : story.Findings.First;
        var from = LocalDate.Max(first, To.PlusDays(1 - _shelf.Rules.YearsDays));
        if (_audience.SinceVisit && from >= From)
            return [];
        return YearsOf(story, from);
    }

    private List<ReportBlock> YearsOf(PersonStory story, LocalDate from)
    {
        var told = ToldOfYears(story, from);
        return
        [
            .. PictureOf(story, "years", from, To) is { } picture ? [picture] : Array.Empty<ReportBlock>(),
            .. told.Count > 0 ? Text(string.Join(' ', told)) : [],
            .. ChangesIn(story, from, To),
        ];
    }

    /// <summary>Then and now is of the whole record, so it is told only where the picture is too.</summary>
    private List<string> ToldOfYears(PersonStory story, LocalDate from)
    {
        var isWhole = from == story.Findings.First && To >= story.Findings.Last;
        var flares = FlaresSeen(from, To).Count;
        return
        [
            .. isWhole && new StorySentences(_words, story).ThenAndNow is { } ends ? new[] { ends } : [],
            .. flares > 0 ? new[] { _words.Count("report.flares.count", flares) } : [],
        ];
    }

    private CourseBlock? PictureOf(PersonStory story, string id, LocalDate from, LocalDate to)
    {
        var series = story.Findings.Series;
        var outcome = story.Findings.Outcome;
        var scale = outcome.Key.Scale ?? outcome.Measure?.Scale;
        var values = SliceOf(outcome.Values, series.First, from, to);
        if (values.All(double.IsNaN))
            return null;
        var second = SecondOf(series, outcome);
        return new CourseBlock(
            $"course-{id}",
            TitleOf(outcome, second),
            SummaryOf(outcome, second, values, from, to),
            from,
            values,
            scale?.Low,
            scale?.Top,
            values.Length > CalmFromDays ? SliceOf(Smoothing.Weekly(outcome.Values), series.First, from, to) : null,
            FlaresSeen(from, to),
            [.. story.Recorded.Bad.Where(d => d >= from && d <= to)]
        )
        {
            Name = WithGoodWay(outcome),
            Second = second is null
                ? null
                : new CourseLine(WithGoodWay(second), SecondValues(second, series, from, to)),
            Bars = _sections.Contains("medicines") ? BarsIn(story, from, to) : [],
            Changes =
            [
                .. story
                    .Findings.Changes.Select(c => new CourseChange(Epoch.ToLocalDate(c.Day), MarkOf(c)))
                    .Where(c => c.Day >= from && c.Day <= to),
            ],
        };
    }

    private string WithGoodWay(DayColumn column) =>
        _words[$"report.picture.line.{GoodWayOf(column)}", ("measure", _words.NameOf(column))];

    private string MarkOf(Analysis.ChangePoint change) =>
        _words[
            change.Jump > 0 ? "findings.change.mark-up" : "findings.change.mark-down",
            ("jump", Math.Abs(change.Jump))
        ];

    private string TitleOf(DayColumn outcome, DayColumn? second) =>
        second is null
            ? _words.NameOf(outcome)
            : _words["report.picture.title", ("first", _words.NameOf(outcome)), ("second", InSentence(second))];

    private string SummaryOf(DayColumn outcome, DayColumn? second, double[] values, LocalDate from, LocalDate to)
    {
        var summary = _words[
            "report.picture.summary",
            ("measure", _words.NameOf(outcome)),
            ("n", values.Count(v => !double.IsNaN(v))),
            ("days", values.Length),
            ("from", from),
            ("to", to)
        ];
        return second is null
            ? summary
            : $"{summary} {_words["report.picture.second", ("measure", InSentence(second))]}";
    }

    /// <summary>Function beside pain, or pain beside function, where both have one scale.</summary>
    private DayColumn? SecondOf(DaySeries series, DayColumn outcome) =>
        _shelf
            .Rules.Second.Select(series.Find)
            .FirstOrDefault(c => c is not null && c != outcome && ScaleOf(c) is { } scale && scale == ScaleOf(outcome));

    private static Scale? ScaleOf(DayColumn column) => column.Key.Scale ?? column.Measure?.Scale;

    private static double[] SecondValues(DayColumn second, DaySeries series, LocalDate from, LocalDate to) =>
        SliceOf(
            Period.DaysBetween(from, to) >= CalmFromDays ? Smoothing.Weekly(second.Values) : second.Values,
            series.First,
            from,
            to
        );

    /// <summary>Days outside the record are not recorded.</summary>
    private static double[] SliceOf(IReadOnlyList<double> values, LocalDate first, LocalDate from, LocalDate to)
    {
        var start = Period.DaysBetween(first, from);
        return
        [
            .. Enumerable
                .Range(start, Period.DaysBetween(from, to) + 1)
                .Select(t => t >= 0 && t < values.Count ? values[t] : double.NaN),
        ];
    }

    private List<(LocalDate From, LocalDate To)> FlaresSeen(LocalDate from, LocalDate to) =>
        [
            .. _source
                .Flares.Where(f => f.Start <= to && (f.End is null || f.End >= from))
                .OrderBy(f => f.Start)
                .Select(f => (LocalDate.Max(f.Start, from), f.End is { } end && end < to ? end : to)),
        ];

    /// <summary>Those that began last, in order of their first day.</summary>
    private List<CourseBar> BarsIn(PersonStory story, LocalDate from, LocalDate to) =>
        [
            .. story
                .Courses.Select(bar => bar with { Spans = [.. bar.Spans.Where(s => s.From <= to && s.To >= from)] })
                .Where(bar => bar.Spans.Count > 0)
                .TakeLast(_shelf.Rules.Most["bars"]),
        ];

    private IEnumerable<ReportBlock> ChangesIn(PersonStory story, LocalDate from, LocalDate to)
    {
        var sentences = new StorySentences(_words, story);
        var told = new FindingSentences(_words, story.Findings).Changes;
        for (var i = 0; i < told.Count; i++)
        {
            var change = story.Findings.Changes[i];
            var day = Epoch.ToLocalDate(change.Day);
            var before = _sections.Contains("medicines") ? sentences.Before(change) : null;
            if (day >= from && day <= to)
                yield return new TextBlock(before is null ? told[i] : $"{told[i]} {before}");
        }
    }
}
