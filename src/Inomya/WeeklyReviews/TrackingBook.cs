using System.Globalization;
using Inomya.Analysis;
using Inomya.Content;
using Inomya.Experiments;
using Inomya.Journals;
using Inomya.Questionnaires;

namespace Inomya.WeeklyReviews;

/// <summary>"Does tracking harm me?" in one journal: locking, reading.</summary>
public sealed class TrackingBook(Journal journal, MeasureCatalogue catalogue, WeeklyReviewRules rules)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<TrackingTrial>> TrialsAsync(CancellationToken stop = default) =>
        [.. (await OtherPlans.OfAsync(journal, OtherPlans.Tracking, stop)).Select(e => new TrackingTrial(e))];

    /// <summary>The one that waits or goes on; null when there is none.</summary>
    public async Task<TrackingTrial?> CurrentAsync(CancellationToken stop = default) =>
        (await TrialsAsync(stop)).FirstOrDefault(t => t.IsOpenOn(journal.Today));

    /// <summary>Another experiment of any kind waits or goes on.</summary>
    public async Task<bool> OpenAsync(CancellationToken stop = default) =>
        await OtherPlans.OpenAsync(journal, catalogue.Food, stop) is not null
        || await ExperimentBook.ToRead(journal, catalogue).CurrentAsync(stop) is not null;

    /// <summary>Draws the order, locks the plan and begins tomorrow.</summary>
    /// <param name="rule">How the answer will be reached, in words.</param>
    /// <param name="submission">The form's own id.</param>
    /// <exception cref="ArgumentException">So many days are no choice.</exception>
    /// <exception cref="InvalidOperationException">Another experiment goes on.</exception>
    public async Task<Change> LockAsync(
        int blockDays,
        SeedSource seeds,
        string rule,
        string? submission,
        CancellationToken stop = default
    )
    {
        if (!rules.TrackingBlockDays.Contains(blockDays))
            throw new ArgumentException("So many days are no choice.", nameof(blockDays));
        if (submission is not null && await journal.TakenAsync(submission, stop) is { } before)
            return before;
        if (await OpenAsync(stop))
            throw new InvalidOperationException("Another experiment goes on.");
        var plan = PlanOf(blockDays, seeds.Next(), rule);
        return await journal.RecordAsync(new Draft("experiment", submission).Add(plan.ToExperiment()), stop);
    }

    private TrackingProtocol PlanOf(int blockDays, ulong seed, string rule) =>
        new()
        {
            Start = journal.Today.PlusDays(1),
            BlockDays = blockDays,
            Seed = seed.ToString(CultureInfo.InvariantCulture),
            Daily = BlockDesign.Order(rules.TrackingPairs, seed),
            Instrument = rules.TrackingInstrument,
            Score = rules.TrackingScore,
            MinimalChange = rules.TrackingMinimalChange,
            AnswerDays = rules.TrackingAnswerDays,
            Rule = rule,
            LockedAt = journal.Now,
        };

    /// <summary>The score of each block; NaN where it was not answered in time, or the block ended after a stop.</summary>
    public async Task<double[]> BlocksAsync(TrackingTrial trial, CancellationToken stop = default)
    {
        var plan = trial.Plan;
        var answered = await new QuestionnaireBook(journal).CompletedAsync(plan.Instrument, stop);
        return
        [
            .. Enumerable
                .Range(0, plan.Daily.Count)
                .Select(block =>
                    answered
                        .Where(r => plan.Counts(r.Day, block) && trial.HasBlock(block))
                        .Select(r => QuestionnaireBook.StoredNumber(r, plan.Score, plan.Score))
                        .LastOrDefault(v => v is not null)
                    ?? double.NaN
                ),
        ];
    }

    /// <summary>What it showed. Read it only once it is over: looking before would spoil it.</summary>
    public async Task<TrackingOutcome> ReadAsync(TrackingTrial trial, CancellationToken stop = default) =>
        TrackingOutcome.Of(trial.Plan, await BlocksAsync(trial, stop), trial.Experiment.StoppedOn is not null);
}
