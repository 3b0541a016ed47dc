using System.Globalization;
using Inomya.Content;
using Inomya.Experiments;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Vocabulary;
using Inomya.Web.Design;
using Microsoft.AspNetCore.Components;

namespace Inomya.Web.Experiments;

public sealed partial class NewExperimentPage
{
    private Journal _journal = null!;
    private ExperimentBook _book = null!;
    private Treatment? _treatment;
    private string? _factor;
    private TestRefusal? _refusal;
    private Run? _busy;
    private IReadOnlyList<DayColumn> _outcomes = [];
    private Dictionary<string, string> _fields = [];
    private Plan? _plan;
    private PlanLengths? _lengths;
    private int _missing;
    private readonly List<(string Name, string Message)> _errors = [];

    [SupplyParameterFromQuery(Name = "factor")]
    public string? Factor { get; set; }

    /// <summary>"less" or "more": the way that would be better, by the finding.</summary>
    [SupplyParameterFromQuery(Name = "toward")]
    public string? Toward { get; set; }

    [SupplyParameterFromQuery(Name = "of")]
    public string? Of { get; set; }

    [SupplyParameterFromQuery(Name = "treatment")]
    public Guid? TreatmentId { get; set; }

    protected override async Task LoadAsync()
    {
        _journal = await Person.OpenAsync();
        _book = new ExperimentBook(_journal, Catalogue, Rules);
        _busy = await _book.CurrentAsync();
        var sent = Microsoft.AspNetCore.Http.HttpMethods.IsPost(Request.HttpContext!.Request.Method)
            ? await Request.HttpContext.Request.ReadFormAsync()
            : null;
        if (sent is not null)
            _fields = sent.ToDictionary(f => f.Key, f => f.Value.ToString().Trim());

        if (Guid.TryParse(sent?["treatment"] ?? TreatmentId?.ToString(), out var id))
            _treatment = await _journal.FindAsync<Treatment>(id);
        if (await DaySeriesReader.ReadAsync(_journal, Catalogue) is not { } series)
            return;
        _outcomes = JournalFindings.Outcomes(series);
        var factor = series.Find(sent?["factor"].ToString() ?? Factor ?? "");
        _factor = factor?.Key.Name;
        _refusal =
            _treatment is not null ? Candidate.Refuses(_treatment, Cards, Medicines)
            : factor?.Measure is { } measure ? Candidate.Refuses(measure, Rules)
            : null;
        if (sent is null)
            await SuggestAsync(series, factor);
        if (_refusal is null)
            await WorkOutAsync(onlyWhole: sent is null);
    }

    /// <summary>Everything that can be filled in for the person is.</summary>
    private async Task SuggestAsync(DaySeries series, DayColumn? factor)
    {
        var outcome = JournalFindings.OutcomeOf(
            series,
            Of ?? (await _journal.SettingsAsync()).GetValueOrDefault(JournalFindings.OutcomeSetting)
        );
        var name = _treatment?.Name ?? (factor is null ? null : Words.NameOf(factor));
        var less = Toward == "less" || (factor?.Measure is { } measure && Rules.NeverMore.Contains(measure.Id));
        var (with, without) = _treatment is not null ? ("with", "without") : (less ? "less" : "more", "usual");
        var least =
            Rules.MinimalChangeShare * (ScaleOf(outcome) is { } scale ? scale.Top - scale.Low : Spread(outcome));
        _fields = new()
        {
            ["question"] =
                name is null || outcome is null
                    ? ""
                    : Words["experiments.plan.question", ("name", name), ("outcome", InSentence(outcome))],
            ["with"] = name is null ? "" : Words[$"experiments.plan.way.{with}", ("name", name)],
            ["without"] = name is null ? "" : Words[$"experiments.plan.way.{without}", ("name", name)],
            ["outcome"] = outcome?.Key.Name ?? "",
            ["minimal"] = Words.Number(least, 2),
            ["expected"] = Words.Number(least * Rules.ExpectedTimesMinimal, 2),
            ["block"] = Invariant(Rules.BlockDays),
            ["onset"] = Invariant(Rules.SettleDays),
            ["washout"] = Invariant(Rules.SettleDays),
        };
    }

    /// <param name="onlyWhole">Says nothing of what is still empty: the page was just opened.</param>
    private async Task WorkOutAsync(bool onlyWhole)
    {
        _plan = ReadPlan();
        if (onlyWhole)
            _errors.Clear();
        if (_plan is null)
            return;
        _refusal = Candidate.RefusesText(_plan.With, Cards, Medicines)
            ?? Candidate.RefusesText(_plan.Without, Cards, Medicines);
        if (_refusal is not null)
        {
            _plan = null;
            return;
        }
        var past = await _book.PastAsync(_plan.Outcome);
        _missing = Math.Max(0, Rules.LeastRecordedDays - past.Count(v => !double.IsNaN(v)));
        if (_missing == 0)
            _lengths = PlanLengths.Of(_plan, past, Rules);
    }

    private Plan? ReadPlan()
    {
        var outcome = _outcomes.FirstOrDefault(c => c.Key.Name == Typed("outcome"));
        foreach (var field in (string[])["question", "with", "without"])
            Need(field, Typed(field).Length > 0);
        Need("outcome", outcome is not null);
        var minimal = Above0("minimal");
        var expected = Above0("expected");
        if (minimal is not null && expected is not null)
            Need("expected", expected >= minimal);
        Need(
            "block",
            int.TryParse(Typed("block"), CultureInfo.InvariantCulture, out var block)
                && Rules.BlockDaysChoices.Contains(block)
        );
        var (onset, washout) = (Days("onset", block), Days("washout", block));
        if (_errors.Count > 0)
            return null;
        var scale = ScaleOf(outcome);
        return new Plan
        {
            Question = Typed("question"),
            With = Typed("with"),
            Without = Typed("without"),
            Outcome = outcome!.Key.Name,
            HigherIsWorse = outcome.Measure?.Better != Better.Higher,
            ScaleLow = scale?.Low,
            ScaleTop = scale?.Top,
            MinimalChange = minimal!.Value,
            ExpectedEffect = expected!.Value,
            BlockDays = block,
            OnsetDays = onset,
            WashoutDays = washout,
            Blinded = Typed("blinded").Length > 0,
            MayEndEarly = Typed("fixed").Length == 0,
            TreatmentId = _treatment?.Id,
            Factor = _factor,
        };

        void Need(string field, bool met)
        {
            if (!met && _errors.All(e => e.Name != field))
                _errors.Add((field, Words[$"experiments.error.{field}"]));
        }

        double? Above0(string field)
        {
            var read = NumberField.TryRead(Typed(field), out var value) && value > 0;
            Need(field, read);
            return read ? value : null;
        }

        int Days(string field, int most)
        {
            var read =
                NumberField.TryRead(Typed(field), out var value)
                && value is null or >= 0
                && (value ?? 0) < most
                && (value ?? 0) == Math.Floor(value ?? 0);
            Need(field, read);
            return read ? (int)(value ?? 0) : 0;
        }
    }

    private async Task SaveAsync()
    {
        if (Typed("do") != "start" || _plan is null || _lengths?.Chosen is null || _busy is not null)
            return;
        var rule = _lengths.Chosen.MeanDays is null ? "experiments.rule" : "experiments.rule.early";
        var experiment = await _book.LockAsync(_plan, Seeds, Words[rule], Typed("submission"));
        Navigation.NavigateTo($"/experiments/{experiment.Id}");
    }

    private static string AtMost(PlanLength length) => length.MeanDays is null ? "" : "-at-most";

    private double Worse =>
        Rules.WorseShare
        * (_plan!.ScaleTop - _plan.ScaleLow ?? 2 * Spread(_outcomes.FirstOrDefault(c => c.Key.Name == _plan.Outcome)));

    /// <summary>
    /// A built-in name in the middle of a sentence starts small; the person's own stays as they wrote it.
    /// </summary>
    private string InSentence(DayColumn column) =>
        Words.NameOf(column) is var name && column.Measure?.OwnName is null
            ? string.Concat(char.ToLower(name[0], Words.Culture).ToString(), name[1..])
            : name;

    private static Scale? ScaleOf(DayColumn? column) => column?.Key.Scale ?? column?.Measure?.Scale;

    private static double Spread(DayColumn? column) =>
        column is null ? 0
        : Summary.Of(column.Values) is var s ? s.High - s.Low
        : 0;

    private string OutcomeName =>
        _outcomes.FirstOrDefault(c => c.Key.Name == _plan!.Outcome) is { } column ? Words.NameOf(column) : "";

    private IReadOnlyList<Option> Outcomes =>
        [
            .. _outcomes.Select(c => new Option(
                c.Key.Name,
                Words.NameOf(c),
                Words["findings.days-recorded", ("days", c.Recorded)]
            )),
        ];

    private IReadOnlyList<Option> Blocks =>
        [.. Rules.BlockDaysChoices.Select(d => new Option(Invariant(d), Words.Count("design.chart.days", d)))];

    private string Typed(string field) => _fields.GetValueOrDefault(field, "");

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
