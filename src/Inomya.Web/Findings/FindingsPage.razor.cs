using Inomya.Charts;
using Inomya.Content;
using Inomya.Experiments;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Story;
using Inomya.Vocabulary;
using Inomya.Web.Design;
using Inomya.Web.Design.Charts;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace Inomya.Web.Findings;

public sealed partial class FindingsPage
{
    /// <summary>More days than this are drawn as a course over dots: a line of them would be a scribble.</summary>
    private const int ManyDays = 120;

    private FindingReport? _report;
    private PersonStory _story = null!;
    private StorySentences _told = null!;
    private FindingSentences _sentences = null!;
    private EarlyDays _early = null!;
    private IReadOnlyList<Tested> _tested = [];
    private Scale? _scale;
    private IReadOnlyList<double>? _smooth;
    private IReadOnlyList<DayStrip> _strips = [];
    private IReadOnlyList<DaySpan> _flares = [];

    /// <summary>The column to understand, for this once; null: the one that was chosen for good.</summary>
    [SupplyParameterFromQuery(Name = "of")]
    public string? Chosen { get; set; }

    private RecordedDays Recorded => _story.Recorded;

    private string CourseSummary =>
        Words[
            "findings.course.summary",
            ("measure", Name),
            ("recorded", _report!.Outcome.Recorded),
            ("days", _report.Series.Days)
        ] + Recorded.Besides(Words);

    protected override async Task LoadAsync()
    {
        var journal = await Person.OpenAsync();
        if (await PersonStory.ReadAsync(journal, Catalogue, Instruments, Chosen) is not { } story)
            return;
        (_story, _report, _told) = (story, story.Findings, new StorySentences(Words, story));
        _sentences = new FindingSentences(Words, _report);
        _early = new EarlyDays(Words, _report);
        _tested = await Tested.OfAsync(journal, Catalogue, _report.Outcome.Key.Name);
        Draw(_report);
    }

    /// <summary>Keeps the choice, which other pages go by too.</summary>
    private async Task ChooseAsync()
    {
        var outcome = (await Request.HttpContext!.Request.ReadFormAsync())["of"].ToString();
        if (_report is not null && JournalFindings.Outcomes(_report.Series).Any(c => c.Key.Name == outcome))
            await (await Person.OpenAsync()).SetAsync(JournalFindings.OutcomeSetting, outcome);
        Navigation.NavigateTo("/findings");
    }

    private void Draw(FindingReport report)
    {
        _scale = report.Outcome.Key.Scale ?? report.Outcome.Measure?.Scale;
        _smooth = report.Series.Days > ManyDays ? Smoothing.Weekly(report.Outcome.Values) : null;
        _strips =
        [
            .. _story.Courses.Select(c => new DayStrip(c.Name, [.. c.Spans.Select(s => new DaySpan(s.From, s.To))])),
        ];
        _flares = [.. _story.Flares.Select(f => new DaySpan(f.Start, f.End ?? LocalDate.Max(report.Last, f.Start)))];
    }

    private string Name => Words.NameOf(_report!.Outcome);

    /// <summary>Where a finding can be tested; null for what cannot be by oneself.</summary>
    private string? TestOf(Analysis.Trigger found) =>
        TestOffer.Of(_report!, found, Rules) is { } offer ? $"/experiments/new?{offer.Query}" : null;

    private IReadOnlyList<Option> Outcomes =>
        [
            .. JournalFindings
                .Outcomes(_report!.Series)
                .Select(c => new Option(
                    c.Key.Name,
                    Words.NameOf(c),
                    Words["findings.days-recorded", ("days", c.Recorded)]
                )),
        ];

    private IReadOnlyList<DayMark> Marks =>
        [
            .. _report!.Changes.Select(c => new DayMark(
                Epoch.ToLocalDate(c.Day),
                Words[c.Jump > 0 ? "findings.change.mark-up" : "findings.change.mark-down", ("jump", Math.Abs(c.Jump))]
            )),
        ];

    private IReadOnlyList<IntervalPlot.Effect> Effects =>
        [
            .. _report!.Found.Select(t => new IntervalPlot.Effect(
                $"{_sentences.NameOf(t.Factor)}, {_sentences.When(t.Lag)}",
                t.Effect,
                t.Lo,
                t.Hi,
                _sentences.Interval(t),
                Clear: t.Strength != Analysis.Strength.Hint
            )),
        ];
}
