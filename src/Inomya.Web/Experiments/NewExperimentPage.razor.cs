using System.Globalization;
using Inomya.Content;
using Inomya.Experiments;
using Inomya.Findings;
using Inomya.Food;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Vocabulary;
using Inomya.Web.Design;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Experiments;

public sealed partial class NewExperimentPage
{
    private Journal _journal = null!;
    private ExperimentBook _book = null!;
    private Treatment? _treatment;
    private string? _factor;
    private TestRefusal? _refusal;
    private DietGate _diets = new(false, []);
    private bool _away;
    private ExperimentRun? _busy;
    private Experiment? _other;
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
        _other = await OtherPlans.OpenAsync(_journal, Catalogue.Food);
        var sent = await SentAsync();
        if (sent is not null)
            _fields = sent.ToDictionary(f => f.Key, f => f.Value.ToString().Trim());

        if (Guid.TryParse(sent?["treatment"] ?? TreatmentId?.ToString(), out var id))
            _treatment = await _journal.FindAsync<Treatment>(id);
        _diets = await DietsAsync();
        if (await DaySeriesReader.ReadAsync(_journal, Catalogue) is not { } series)
            return;
        _outcomes = JournalFindings.Outcomes(series);
        var factor = series.Find(sent?["factor"].ToString() ?? Factor ?? "");
        _factor = factor?.Key.Name;
        _refusal = RefusalOf(factor);
        if (sent is null)
            await SuggestAsync(series, factor);
        if (_refusal is null)
            await WorkOutAsync(onlyWhole: sent is null);
        _away = _refusal == TestRefusal.Food && await Hidden.HidesFoodAsync();
    }

    /// <summary>A diet leaves out food whose kinds are not known, so what stands before some of them stands before it.</summary>
    private async Task<DietGate> DietsAsync()
    {
        var gates = await FoodGates.ForAsync(_journal, Gates, Medicines, FoodRules, stop: Person.Stop);
        var own = (await _journal.AllAsync<Treatment>(Person.Stop)).Where(t => t.Kind == Journals.TreatmentKind.Diet);
        var known = Cards.Cards.Where(c => c.Kind == Journals.TreatmentKind.Diet);
        return new DietGate(
            gates.IsOpen && !gates.ItemGateIsYes,
            [.. own.Select(t => t.Name), .. known.SelectMany(c => (string[])[c.Id, Words[$"treatment.{c.Id}.name"]])]
        );
    }

    /// <summary>The form that was sent; null when the page was just opened.</summary>
    private async Task<IFormCollection?> SentAsync() =>
        HttpMethods.IsPost(Request.HttpContext!.Request.Method)
            ? await Request.HttpContext.Request.ReadFormAsync()
            : null;

    private TestRefusal? RefusalOf(DayColumn? factor) =>
        _treatment is not null ? Candidate.Refuses(_treatment, Cards, Medicines, _diets)
        : factor is null ? null
        : Candidate.Refuses(factor, Rules);

    /// <summary>Everything that can be filled in for the person is.</summary>
    private async Task SuggestAsync(DaySeries series, DayColumn? factor)
    {
        var outcome = JournalFindings.OutcomeOf(
            series,
            Of ?? (await _journal.SettingsAsync()).GetValueOrDefault(JournalFindings.OutcomeSetting)
        );
        var least = LeastThatMatters(outcome);
        _fields = new()
        {
            ["outcome"] = outcome?.Key.Name ?? "",
            ["minimal"] = Words.Number(least, 2),
            ["expected"] = Words.Number(least * Rules.ExpectedTimesMinimal, 2),
            ["block"] = Invariant(Rules.BlockDays),
            ["onset"] = Invariant(Rules.SettleDays),
            ["washout"] = Invariant(Rules.SettleDays),
        };
        if ((_treatment?.Name ?? (factor is null ? null : Words.NameOf(factor))) is { } name)
            SuggestWords(name, factor, outcome);
    }

    private void SuggestWords(string name, DayColumn? factor, DayColumn? outcome)
    {
        var (with, without) = WaysOf(factor);
        if (outcome is not null)
            _fields["question"] = Words["experiments.plan.question", ("name", name), ("outcome", InSentence(outcome))];
        _fields["with"] = Words[$"experiments.plan.way.{with}", ("name", name)];
        _fields["without"] = Words[$"experiments.plan.way.{without}", ("name", name)];
    }

    /// <summary>The two ways to compare: last parts of experiments.plan.way.KEY.</summary>
    private (string With, string Without) WaysOf(DayColumn? factor)
    {
        var less = Toward == "less" || (factor?.Measure is { } measure && Rules.NeverMore.Contains(measure.Id));
        return _treatment is not null ? ("with", "without") : (less ? "less" : "more", "usual");
    }

    private double LeastThatMatters(DayColumn? outcome) =>
        Rules.MinimalChangeShare * (ScaleOf(outcome) is { } scale ? scale.Top - scale.Low : Spread(outcome));

    /// <param name="onlyWhole">Says nothing of what is still empty: the page was just opened.</param>
    private async Task WorkOutAsync(bool onlyWhole)
    {
        _plan = ReadPlan();
        if (onlyWhole)
            _errors.Clear();
        if (_plan is null)
            return;
        _refusal = RefusalOf(_plan);
        if (_refusal is not null)
        {
            _plan = null;
            return;
        }
        await MeasureAsync(_plan);
    }

    /// <summary>How long the test has to be, by the days recorded so far; where they are enough to tell.</summary>
    private async Task MeasureAsync(Plan plan)
    {
        var past = await _book.PastAsync(plan.Outcome);
        _missing = Math.Max(0, Rules.LeastRecordedDays - past.Count(v => !double.IsNaN(v)));
        if (_missing == 0)
            _lengths = PlanLengths.Of(plan, past, Rules, Person.Stop);
    }

    private TestRefusal? RefusalOf(Plan plan) =>
        Candidate.RefusesText(plan.With, Cards, Medicines, _diets)
        ?? Candidate.RefusesText(plan.Without, Cards, Medicines, _diets);

    private Plan? ReadPlan()
    {
        var outcome = _outcomes.FirstOrDefault(c => c.Key.Name == Typed("outcome"));
        foreach (var field in (string[])["question", "with", "without"])
            Need(field, Typed(field).Length > 0);
        Need("outcome", outcome is not null);
        var numbers = ReadNumbers();
        return _errors.Count > 0 ? null : PlanOf(outcome!, numbers);
    }

    private readonly record struct PlanNumbers(double Minimal, double Expected, int Block, int Onset, int Washout);

    private PlanNumbers ReadNumbers()
    {
        var minimal = ReadAbove0("minimal");
        var expected = ReadAbove0("expected");
        if (minimal is not null && expected is not null)
            Need("expected", expected >= minimal);
        var block = ReadBlock();
        return new(minimal ?? 0, expected ?? 0, block, ReadDays("onset", block), ReadDays("washout", block));
    }

    private int ReadBlock()
    {
        var whole = int.TryParse(Typed("block"), CultureInfo.InvariantCulture, out var block);
        Need("block", whole && Rules.BlockDaysChoices.Contains(block));
        return block;
    }

    private Plan PlanOf(DayColumn outcome, PlanNumbers numbers)
    {
        var scale = ScaleOf(outcome);
        return new Plan
        {
            Question = Typed("question"),
            With = Typed("with"),
            Without = Typed("without"),
            Outcome = outcome.Key.Name,
            HigherIsWorse = outcome.Measure?.Better != Better.Higher,
            ScaleLow = scale?.Low,
            ScaleTop = scale?.Top,
            MinimalChange = numbers.Minimal,
            ExpectedEffect = numbers.Expected,
            BlockDays = numbers.Block,
            OnsetDays = numbers.Onset,
            WashoutDays = numbers.Washout,
            Blinded = Typed("blinded").Length > 0,
            MayEndEarly = Typed("fixed").Length == 0,
            TreatmentId = _treatment?.Id,
            Factor = _factor,
        };
    }

    private void Need(string field, bool met)
    {
        if (!met && _errors.All(e => e.Name != field))
            _errors.Add((field, Words[$"experiments.error.{field}"]));
    }

    private double? ReadAbove0(string field)
    {
        var read = NumberField.TryRead(Typed(field), out var value) && value > 0;
        Need(field, read);
        return read ? value : null;
    }

    private int ReadDays(string field, int most)
    {
        var isNumber = NumberField.TryRead(Typed(field), out var typed);
        var days = typed ?? 0;
        var read = isNumber && days >= 0 && days < most && days == Math.Floor(days);
        Need(field, read);
        return read ? (int)days : 0;
    }

    private async Task SaveAsync()
    {
        if (
            Typed("do") != "start"
            || _plan is null
            || _lengths?.Chosen is null
            || _busy is not null
            || _other is not null
        )
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
