using Inomya.Content;
using Inomya.Experiments;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Food;

/// <summary>The food trials of one journal: locking, keeping, stopping, reading.</summary>
public sealed class FoodTrialBook(Journal journal, MeasureCatalogue catalogue, FoodTrialRules rules)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<FoodTrial>> TrialsAsync(CancellationToken stop = default) =>
        [.. (await OtherPlans.OfAsync(journal, OtherPlans.Food, stop)).Select(e => new FoodTrial(e))];

    /// <summary>The one that waits or goes on; null when there is none.</summary>
    public async Task<FoodTrial?> CurrentAsync(CancellationToken stop = default) =>
        (await TrialsAsync(stop)).FirstOrDefault(t => t.IsOpenOn(journal.Today));

    /// <summary>What may be judged: rated on a scale and asked about.</summary>
    public IReadOnlyList<Measure> Outcomes() =>
        [.. rules.Outcomes.Select(catalogue.Find).OfType<Measure>().Where(m => m.Scale is not null)];

    /// <summary>Locks a plan that begins tomorrow.</summary>
    /// <param name="rule">How the verdict will be reached, in words.</param>
    /// <param name="submission">The form's own id.</param>
    /// <exception cref="ArgumentException">
    /// The item may not be left out, the outcome is not offered, or the days are no choice.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another experiment goes on: two at once cannot be told apart.</exception>
    public async Task<Change> LockAsync(
        string item,
        string outcome,
        int removalDays,
        string rule,
        string? submission,
        CancellationToken stop = default
    )
    {
        var measure = Offered(item, outcome, removalDays);
        if (submission is not null && await journal.TakenAsync(submission, stop) is { } before)
            return before;
        if (await OpenAsync(stop))
            throw new InvalidOperationException("Another experiment goes on.");
        var plan = PlanOf(item, measure, removalDays, rule);
        return await journal.RecordAsync(new Draft("experiment", submission).Add(plan.ToExperiment()), stop);
    }

    private Measure Offered(string item, string outcome, int removalDays)
    {
        if (catalogue.Food.Find(item) is not { Trial: true })
            throw new ArgumentException("This is not left out in a trial.", nameof(item));
        if (!rules.RemovalDaysChoices.Contains(removalDays))
            throw new ArgumentException("So many days are no choice.", nameof(removalDays));
        return Outcomes().FirstOrDefault(m => m.Id == outcome)
            ?? throw new ArgumentException("This is not judged in a food trial.", nameof(outcome));
    }

    /// <summary>Another experiment of any kind waits or goes on.</summary>
    public async Task<bool> OpenAsync(CancellationToken stop = default) =>
        await OtherPlans.OpenAsync(journal, catalogue.Food, stop) is not null
        || await ExperimentBook.ToRead(journal, catalogue).CurrentAsync(stop) is not null;

    private FoodProtocol PlanOf(string item, Measure outcome, int removalDays, string rule)
    {
        var range = outcome.Scale!.Value.Top - outcome.Scale.Value.Low;
        return new FoodProtocol
        {
            Item = item,
            Outcome = outcome.Id,
            HigherIsWorse = outcome.Better != Better.Higher,
            Start = journal.Today.PlusDays(1),
            BaselineDays = rules.BaselineDays,
            RemovalDays = removalDays,
            Challenges = rules.Challenges,
            ChallengeDays = rules.ChallengeDays,
            WashoutDays = rules.WashoutDays,
            ReferenceDays = rules.ReferenceDays,
            WorseBy = rules.WorseByShare * range,
            BetterBy = rules.BetterByShare * range,
            ChallengesNeeded = rules.ChallengesNeeded,
            LeastChallengeDays = rules.LeastChallengeDays,
            LeastReferenceDays = rules.LeastReferenceDays,
            LeastPhaseDays = rules.LeastPhaseDays,
            OnlyAsSaid = true,
            Rule = rule,
            LockedAt = journal.Now,
        };
    }

    /// <summary>Records whether a day went as the plan said; null takes it back.</summary>
    /// <returns>The change; null when there was nothing to change or the trial has no such day yet.</returns>
    public async Task<Change?> KeepAsync(
        Guid experiment,
        LocalDate day,
        Adherence? kept,
        string? submission,
        CancellationToken stop = default
    ) =>
        await FindAsync(experiment, stop) is { } trial && HasCome(trial, day)
            ? await AdherenceDays.KeepAsync(journal, experiment, day, kept, submission, stop)
            : null;

    private bool HasCome(FoodTrial trial, LocalDate day) =>
        day <= journal.Today && trial.On(day).Phase is not (FoodPhase.Waiting or FoodPhase.Over);

    /// <summary>A trial; null when there is none with this id.</summary>
    public async Task<FoodTrial?> FindAsync(Guid id, CancellationToken stop = default) =>
        await journal.FindAsync<Experiment>(id, stop) is { Kind: OtherPlans.Food } found ? new FoodTrial(found) : null;

    /// <summary>What it showed. Read it only once it is over: looking before would spoil it.</summary>
    public async Task<FoodOutcome> ReadAsync(FoodTrial trial, CancellationToken stop = default)
    {
        var plan = trial.Plan;
        var last = LocalDate.Min(plan.End, journal.Today);
        var series =
            last < plan.Start ? null : await DaySeriesReader.ReadAsync(journal, catalogue, plan.Start, last, stop);
        var values = series?.Find(plan.Outcome)?.Values ?? [];
        var kept = await AdherenceDays.OfAsync(journal, trial.Experiment.Id, stop);
        return FoodOutcome.Of(
            plan,
            day => Period.DaysBetween(plan.Start, day) is var at && at < values.Length ? values[at] : double.NaN,
            day => kept.TryGetValue(day, out var how) ? how : null,
            trial.Experiment.StoppedOn
        );
    }
}
