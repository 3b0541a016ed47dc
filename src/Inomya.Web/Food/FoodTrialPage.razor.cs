using System.Globalization;
using Inomya.Content;
using Inomya.Experiments;
using Inomya.Food;
using Inomya.Journals;
using Inomya.Web.Design;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace Inomya.Web.Food;

public sealed partial class FoodTrialPage
{
    private static readonly string[] _studies = ["vellisca-2014", "holton-2012"];

    private Journal _journal = null!;
    private FoodTrialBook _book = null!;
    private FoodGates _gates = new([], [], [], false);
    private FoodTrial? _current;
    private bool _away,
        _busy;
    private readonly List<(FoodTrial Trial, FoodOutcome Outcome, string? Old, bool IsBarred)> _past = [];
    private IReadOnlyList<LocalDate> _open = [];

    /// <summary>So many days back can be answered after all; of longer ago few know.</summary>
    private const int OpenDaysShown = 3;

    [SupplyParameterFromQuery]
    public string? Saved { get; set; }

    [SupplyParameterFromQuery]
    public bool? Undone { get; set; }

    protected override async Task LoadAsync()
    {
        _journal = await Person.OpenAsync();
        _book = new FoodTrialBook(_journal, Catalogue, Rules);
        _away = await Hidden.HidesFoodAsync();
        if (_away)
            return;
        _current = await _book.CurrentAsync();
        _busy = _current is null && await _book.OpenAsync();
        _gates = await FoodGates.ForAsync(_journal, Gates, Medicines, Rules);
        foreach (var trial in await _book.TrialsAsync())
            if (!trial.IsOpenOn(_journal.Today))
                _past.Add(await PastAsync(trial));
        if (_current is { } current)
            _open = await OpenDaysAsync(current);
    }

    private async Task<(FoodTrial, FoodOutcome, string?, bool)> PastAsync(FoodTrial trial)
    {
        var outcome = await _book.ReadAsync(trial);
        var item = Catalogue.Food.Find(trial.Plan.Item);
        var gates = await FoodGates.ForAsync(_journal, Gates, Medicines, Rules, item, Person.Stop);
        return (trial, outcome, trial.OldAnswer(outcome.Verdict, Rules, _journal.Today, gates), gates.IsBarred);
    }

    /// <summary>The last days of which it was not said whether they went as planned.</summary>
    private async Task<IReadOnlyList<LocalDate>> OpenDaysAsync(FoodTrial trial)
    {
        var kept = await AdherenceDays.OfAsync(_journal, trial.Experiment.Id, Person.Stop);
        var days = Enumerable.Range(1, OpenDaysShown).Select(n => _journal.Today.PlusDays(-n));
        return [.. days.Where(d => d >= trial.Plan.Start && !kept.ContainsKey(d))];
    }

    private int Gone(FoodTrial trial) => Math.Max(0, Period.DaysBetween(trial.Plan.Start, _journal.Today) + 1);

    private string OutcomeOf(FoodProtocol plan) =>
        Catalogue.Find(plan.Outcome) is { } measure ? Words.NameOf(measure) : plan.Outcome;

    private List<Option> Items =>
        [
            .. Catalogue
                .Food.Tags.Where(t => t.Trial && !(_gates.ItemGateIsYes && t.Gates.Contains(Rules.ItemGate)))
                .Select(t => new Option(
                    t.Id,
                    Words[$"food.tag.{t.Id}"],
                    Words.Has($"food.tag.{t.Id}.hint") ? Words[$"food.tag.{t.Id}.hint"] : null
                )),
        ];

    /// <summary>The rule of the verdict in words, for a scale of 0 to 10.</summary>
    private string Rule =>
        Words[
            "food.trial.rule",
            ("needed", Rules.ChallengesNeeded),
            ("of", Rules.Challenges),
            ("worse", Rules.WorseByShare * ScaleTop),
            ("better", Rules.BetterByShare * ScaleTop),
            ("days", Rules.ReferenceDays)
        ];

    private const int ScaleTop = 10;

    private async Task LockAsync()
    {
        _form = await FormAsync();
        var item = Catalogue.Food.Find(Text("item"));
        if (item is not { Trial: true })
            Wrong("item", "food.trial.error.item");
        else if (!(await FoodGates.ForAsync(_journal, Gates, Medicines, Rules, item)).IsOpen)
            Wrong("item", "food.trial.error.gates");
        if (!int.TryParse(Text("removal"), CultureInfo.InvariantCulture, out var days))
            Wrong("removal", "food.trial.error.removal");
        if (_errors.Count == 0)
            await LockAsync(item!.Id, days);
    }

    private async Task LockAsync(string item, int removalDays)
    {
        try
        {
            var change = await _book.LockAsync(item, Text("outcome"), removalDays, Rule, _form!["submission"]);
            Navigation.NavigateTo($"/food/trial?{Done.Query(change)}");
        }
        catch (ArgumentException)
        {
            Wrong("outcome", "food.trial.error.removal");
        }
        catch (InvalidOperationException)
        {
            Wrong("item", "food.trial.busy");
        }
    }

    private async Task KeepAsync()
    {
        var form = await FormAsync();
        Navigation.NavigateTo($"{FoodTrialForms.PageOf(form)}?{Done.Query(await Days.TakeAsync(form))}");
    }

    private async Task StopAsync()
    {
        var form = await FormAsync();
        var change =
            _current is { } trial && RowForm.RowOf(form) == trial.Experiment.Id
                ? await OtherPlans.StopAsync(
                    _journal,
                    trial.Experiment,
                    Words["food.trial.stop.reason"],
                    form["submission"]
                )
                : null;
        Navigation.NavigateTo($"/food/trial?{Done.Query(change)}");
    }
}
