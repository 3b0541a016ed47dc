using System.Globalization;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Movement;
using Inomya.Pacing;
using Inomya.Programmes;
using Inomya.Series;
using Inomya.Web.Design;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Inomya.Web.Movement;

public sealed partial class PlanPage
{
    /// <summary>The part of the gates that this page is.</summary>
    public const string Part = "movement.progression";

    private const int WeeksShown = 12;
    private const double FalseAlarm = 0.05;

    private Journal _journal = null!;
    private MovementReview _review = null!;
    private PartGates _movement = null!,
        _gates = null!,
        _water = null!;
    private IReadOnlyList<ActivityCost> _costs = [];
    private string _measure = "";

    [SupplyParameterFromQuery]
    public string? Saved { get; set; }

    [SupplyParameterFromQuery]
    public bool? Undone { get; set; }

    private bool IsOpen => _movement.IsOpen && _gates.IsOpen;

    protected override async Task LoadAsync()
    {
        _journal = await Person.OpenAsync();
        var book = new GateBook(_journal, AllGates, Medicines);
        _movement = await book.ForAsync(MovementPage.Part, Person.Stop);
        _gates = await book.ForAsync(Part, Person.Stop);
        _water = await book.ForAsync(MovementPage.WaterPart, Person.Stop);
        if (!IsOpen)
            return;
        _review = await MovementReview.ReadAsync(_journal, Catalogue, Rules, Person.Stop);
        await ReadCostsAsync();
    }

    /// <summary>What effort of the body costs on the days after, by the activity diary; nothing where it tells nothing.</summary>
    private async Task ReadCostsAsync()
    {
        var diary = PacingReview.Of(await _journal.AllAsync<Activity>(), _journal.Today);
        if (
            diary is null
            || await DaySeriesReader.ReadAsync(_journal, Catalogue, diary.First, _journal.Today) is not { } series
            || JournalFindings.OutcomeOf(series, null) is not { } outcome
        )
            return;
        _measure = Words.NameOf(outcome);
        _costs =
        [
            .. diary
                .Costs(series, outcome, FalseAlarm, Person.Stop)
                .Where(c => c is { Clear: true, Kind: ActivityKind.Physical }),
        ];
    }

    private async Task SaveAsync()
    {
        if (!IsOpen)
            return;
        _form = await FormAsync();
        var plan = Read();
        if (_errors.Count > 0)
            return;
        Navigation.NavigateTo($"/movement/plan?{Done.Query(await _journal.RecordAsync(DraftOf(plan)))}");
    }

    private Draft DraftOf(MovementPlan plan)
    {
        var draft = new Draft("movement-plan", _form!["submission"], plan.Day);
        return _review.Plan is { } before ? draft.Correct(before, plan) : draft.Add(plan);
    }

    /// <summary>The plan that was sent; of use only when nothing is wrong with it.</summary>
    private MovementPlan Read()
    {
        if (!Enum.TryParse<MovementKind>(_form!["kind"], out var kind) || !KindsOpen.Contains(kind))
            Wrong("kind", "movement.error.kind");
        if (!NumberField.TryRead(_form["bad"], out var bad) || !(bad >= 1 && bad <= Rules.LongestBadDay))
            _errors.Add(("bad", Words["movement.error.bad", ("most", Rules.LongestBadDay)]));
        if (!int.TryParse(_form["sessions"], out var sessions) || !SessionNumbers.Contains(sessions))
            Wrong("sessions", "movement.error.sessions");
        return new MovementPlan
        {
            Day = _journal.Today,
            Kind = kind,
            BadDayMinutes = bad ?? 0,
            Sessions = sessions,
        };
    }

    private IEnumerable<int> SessionNumbers =>
        Enumerable.Range(Rules.SessionsLeast, Rules.SessionsMost - Rules.SessionsLeast + 1);

    private string? SessionsNow => _review.Plan?.Sessions.ToString(CultureInfo.InvariantCulture);

    private IReadOnlyList<Option> Sessions =>
        [
            .. SessionNumbers.Select(n => new Option(
                n.ToString(CultureInfo.InvariantCulture),
                Words.Count("movement.plan.days", n)
            )),
        ];

    private IEnumerable<MovementKind> KindsOpen => Rules.Planned.Where(k => k != MovementKind.Water || _water.IsOpen);

    private IReadOnlyList<Option> Kinds =>
        [
            .. KindsOpen.Select(k => new Option(
                k.ToString(),
                Words.KindOf(k),
                Words[$"movement.kind.{MovementWords.Key(k)}.hint"]
            )),
        ];

    private string PaybackLine =>
        _review.Sessions.Count == 0
            ? Words["movement.payback.none"]
            : Words[
                "movement.payback.line",
                ("sessions", _review.Sessions.Count),
                ("worse", _review.Sessions.Count(s => s.After == Aftermath.Worse)),
                ("usual", _review.Sessions.Count(s => s.After == Aftermath.Usual)),
                ("unknown", _review.Sessions.Count(s => s.After == Aftermath.Unknown))
            ];

    /// <summary>For a strength exercise with the dose that most of them have.</summary>
    private StrengthStep Strength => StrengthStep.Of(StrengthDose, _review.StrengthSteps);

    private StrengthStep StrengthMost => StrengthStep.Of(StrengthDose, Rules.StrengthStepsMost);

    private ExerciseDose StrengthDose => Exercises.All.First(e => e.Kind == MovementKind.Strength).Dose;

    private string Percent(double share) => share.ToString("P0", Words.Culture);
}
