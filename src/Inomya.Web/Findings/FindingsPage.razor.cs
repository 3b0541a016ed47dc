using Inomya.Content;
using Inomya.Experiments;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Vocabulary;
using Inomya.Web.Design;
using Inomya.Web.Design.Charts;
using Microsoft.AspNetCore.Components;

namespace Inomya.Web.Findings;

public sealed partial class FindingsPage
{
    /// <summary>More days than this are drawn as a course over dots: a line of them would be a scribble.</summary>
    private const int ManyDays = 120;

    private FindingReport? _report;
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

    private RecordedDays Recorded => RecordedDays.Of(_report!.Series, _report.Outcome);

    protected override async Task LoadAsync()
    {
        var journal = await Person.OpenAsync();
        _report = await JournalFindings.ReadAsync(journal, Catalogue, Chosen);
        if (_report is null)
            return;
        _sentences = new FindingSentences(Words, _report);
        _early = new EarlyDays(Words, _report);
        _tested = await Tested.OfAsync(journal, Catalogue, _report.Outcome.Key.Name);
        await DrawAsync(journal, _report);
    }

    /// <summary>Keeps the choice, which other pages go by too.</summary>
    private async Task ChooseAsync()
    {
        var outcome = (await Request.HttpContext!.Request.ReadFormAsync())["of"].ToString();
        if (_report is not null && JournalFindings.Outcomes(_report.Series).Any(c => c.Key.Name == outcome))
            await (await Person.OpenAsync()).SetAsync(JournalFindings.OutcomeSetting, outcome);
        Navigation.NavigateTo("/findings");
    }

    private async Task DrawAsync(Journal journal, FindingReport report)
    {
        _scale = report.Outcome.Key.Scale ?? report.Outcome.Measure?.Scale;
        _smooth = report.Series.Days > ManyDays ? Smoothing.Weekly(report.Outcome.Values) : null;
        _strips = await CourseStrips.OfAsync(journal, report.First, report.Last);
        _flares = [.. (await journal.AllAsync<Flare>()).Select(f => new DaySpan(f.Start, f.End ?? journal.Today))];
    }

    private string Name => Words.NameOf(_report!.Outcome);

    private bool CanTest(string factor) =>
        _report!.Series.Find(factor)?.Measure is { } measure && Candidate.Refuses(measure, Rules) is null;

    /// <summary>
    /// A test of the way that would be better: less of what goes with a worse outcome, more of what goes with a better
    /// one.
    /// </summary>
    private string? TestOf(Analysis.Trigger found)
    {
        if (!CanTest(found.Factor))
            return null;
        var toward = found.Effect > 0 == _report!.Roles.HigherIsWorse ? "less" : "more";
        var of = Uri.EscapeDataString(_report.Outcome.Key.Name);
        return $"/experiments/new?factor={Uri.EscapeDataString(found.Factor)}&of={of}&toward={toward}";
    }

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
