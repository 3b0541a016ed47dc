using System.Globalization;
using Inomya.Analysis;
using Inomya.Checkins;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Series;
using NodaTime;

namespace Inomya.Experiments;

/// <summary>The experiments of one journal: planning, locking, keeping, stopping, reading.</summary>
public sealed class ExperimentBook(Journal journal, MeasureCatalogue catalogue, DesignRules rules)
{
    /// <summary>
    /// For reading only: what was planned is in the protocols, so the rules of design are not needed.
    /// </summary>
    public static ExperimentBook ToRead(Journal journal, MeasureCatalogue catalogue) =>
        new(journal, catalogue, new DesignRules());

    /// <summary>The newest first; none about food while food is put away.</summary>
    public async Task<IReadOnlyList<ExperimentRun>> RunsAsync(CancellationToken stop = default) =>
        await AllAsync(_ => true, stop);

    /// <summary>The one that waits to begin or goes on; null when there is none.</summary>
    public async Task<ExperimentRun?> CurrentAsync(CancellationToken stop = default) =>
        (await AllAsync(e => e.StoppedOn is null, stop)).FirstOrDefault(r =>
            r.PhaseOn(journal.Today) is Phase.Waiting or Phase.Running
        );

    /// <summary>By id; null when there is none, and for one about food while food is put away.</summary>
    public async Task<ExperimentRun?> FindAsync(Guid id, CancellationToken stop = default) =>
        await AnyAsync(id, stop) is { } run && !await IsPutAwayAsync(run, stop) ? run : null;

    /// <summary>There is one with this id, and it is about food, which is put away.</summary>
    public async Task<bool> IsPutAwayAsync(Guid id, CancellationToken stop = default) =>
        await AnyAsync(id, stop) is { } run && await IsPutAwayAsync(run, stop);

    private async Task<bool> IsPutAwayAsync(ExperimentRun run, CancellationToken stop) =>
        run.IsAboutFood && await FoodPutAway.IsAsync(journal, catalogue.Food, stop);

    private async Task<ExperimentRun?> AnyAsync(Guid id, CancellationToken stop) =>
        await journal.FindAsync<Experiment>(id, stop) is { Kind: null } found ? await RunOfAsync(found, stop) : null;

    private async Task<List<ExperimentRun>> AllAsync(Func<Experiment, bool> which, CancellationToken stop)
    {
        var runs = new List<ExperimentRun>();
        foreach (
            var experiment in (await journal.AllAsync<Experiment>(stop))
                .Where(e => e.Kind is null && which(e))
                .OrderByDescending(e => e.Start)
        )
            runs.Add(await RunOfAsync(experiment, stop));
        if (runs.Exists(r => r.IsAboutFood) && await FoodPutAway.IsAsync(journal, catalogue.Food, stop))
            runs.RemoveAll(r => r.IsAboutFood);
        return runs;
    }

    /// <summary>The run with the look that ended it, if one did. Nobody sees a look that says to go on.</summary>
    private async Task<ExperimentRun> RunOfAsync(Experiment experiment, CancellationToken stop)
    {
        var run = new ExperimentRun(experiment);
        var isOfDiet = await IsOfDietAsync(run.Protocol.Plan, stop);
        var look = await LastLookAsync(run, stop);
        return new ExperimentRun(experiment, EndsEarly(run, look) ? look : null) { IsOfDiet = isOfDiet };
    }

    private async Task<bool> IsOfDietAsync(Plan plan, CancellationToken stop) =>
        plan.TreatmentId is { } id
        && await journal.FindAsync<Treatment>(id, stop) is { Kind: Journals.TreatmentKind.Diet };

    private async Task<SequentialLook?> LastLookAsync(ExperimentRun run, CancellationToken stop)
    {
        var over = LocalDate.Min(run.Last, journal.Today.PlusDays(-1));
        if (run.Protocol.Boundary is not { FirstLook: var first } || over < run.EndOfPair(first))
            return null;
        var values = await OutcomeAsync(run, stop);
        return SequentialReading.Of(run, over, day => ValueOn(run, values, day));
    }

    private static bool EndsEarly(ExperimentRun run, SequentialLook? look) =>
        look is { Decision: not SequentialDecision.GoOn } && look.Pair < run.Protocol.Pairs;

    private static double ValueOn(ExperimentRun run, double[] values, LocalDate day) =>
        Period.DaysBetween(run.Protocol.Start, day) is var at && at < values.Length ? values[at] : double.NaN;

    /// <summary>
    /// The person's days of an outcome that a plan is tried out on, up to yesterday; NaN is not recorded. Empty when
    /// there are none.
    /// </summary>
    public async Task<double[]> PastAsync(string outcome, CancellationToken stop = default)
    {
        var (from, to) = (journal.Today.PlusDays(-rules.LookBackDays), journal.Today.PlusDays(-1));
        var values = (await DaySeriesReader.ReadAsync(journal, catalogue, from, to, stop))?.Find(outcome)?.Values ?? [];
        return [.. values.SkipWhile(double.IsNaN)];
    }

    /// <summary>Draws the order, locks the plan and begins tomorrow.</summary>
    /// <param name="rule">How the verdict will be reached, in words.</param>
    /// <param name="submission">The form's own id.</param>
    /// <exception cref="InvalidOperationException">
    /// Another one goes on: two at once cannot be told apart. Or no length fits.
    /// </exception>
    public async Task<Experiment> LockAsync(
        Plan plan,
        SeedSource seeds,
        string rule,
        string? submission,
        CancellationToken stop = default
    )
    {
        if (
            await CurrentAsync(stop) is not null
            || await OtherPlans.OpenAsync(journal, catalogue.Food, stop) is not null
        )
            throw new InvalidOperationException("Another experiment goes on.");
        var protocol = ProtocolOf(plan, await PastAsync(plan.Outcome, stop), seeds, rule, journal.StopOr(stop));
        var experiment = protocol.ToExperiment();
        await journal.RecordAsync(new Draft("experiment", submission).Add(experiment), stop);
        await AskedByValue.AskAllAsync(journal, stop);
        return experiment;
    }

    private Protocol ProtocolOf(Plan plan, double[] past, SeedSource seeds, string rule, CancellationToken stop)
    {
        var lengths = PlanLengths.Of(plan, past, rules, stop);
        var length = lengths.Chosen ?? throw new InvalidOperationException("No length fits this plan.");
        var seed = seeds.Next();
        var usual = Summary.Of(past);
        return new Protocol
        {
            Plan = plan,
            Start = journal.Today.PlusDays(1),
            Pairs = length.Pairs,
            Seed = seed.ToString(CultureInfo.InvariantCulture),
            Order = BlockDesign.Order(length.Pairs, seed),
            Length = length,
            Boundary = PlanLengths.BoundaryOf(plan, past, length.Pairs, rules),
            LengthFromDays = lengths.Recorded,
            LockedAt = journal.Now,
            Rule = rule,
            UsualDay = usual.Middle,
            WorseDays = rules.WorseDays,
            WorseBy = rules.WorseShare * RangeOf(plan, usual),
        };
    }

    /// <summary>
    /// The width of the outcome's scale; of what has none, twice that of the middle half of the days.
    /// </summary>
    private static double RangeOf(Plan plan, Summary usual) =>
        plan.ScaleTop - plan.ScaleLow ?? 2 * (usual.High - usual.Low);

    /// <summary>Records whether a day went as the plan said; null takes it back.</summary>
    /// <returns>
    /// The change; null when there was nothing to change or the day is not one of the experiment that has come.
    /// </returns>
    public async Task<Change?> KeepAsync(
        Guid experiment,
        LocalDate day,
        Adherence? kept,
        string? submission,
        CancellationToken stop = default
    )
    {
        if (await FindAsync(experiment, stop) is not { } run || !HasCome(run, day))
            return null;
        return await AdherenceDays.KeepAsync(journal, experiment, day, kept, submission, stop);
    }

    private bool HasCome(ExperimentRun run, LocalDate day) =>
        day >= run.Protocol.Start && day <= run.Last && day <= journal.Today;

    /// <summary>Stops one that waits or goes on, for good; the plan stays as it was locked.</summary>
    public async Task StopAsync(Guid experiment, string reason, string? submission, CancellationToken stop = default)
    {
        if (
            await FindAsync(experiment, stop) is not { } run
            || run.PhaseOn(journal.Today) is Phase.Ended or Phase.Stopped
        )
            return;
        await journal.RecordAsync(
            new Draft("experiment", submission).Correct(
                run.Experiment,
                run.Experiment with
                {
                    StoppedOn = journal.Today,
                    StopReason = reason,
                }
            ),
            stop
        );
    }

    public Task<IReadOnlyDictionary<LocalDate, Adherence>> KeptAsync(
        Guid experiment,
        CancellationToken stop = default
    ) => AdherenceDays.OfAsync(journal, experiment, stop);

    /// <summary>The outcome on the days of an experiment so far; NaN is not recorded.</summary>
    public async Task<double[]> OutcomeAsync(ExperimentRun run, CancellationToken stop = default)
    {
        var (first, last) = (run.Protocol.Start, LocalDate.Min(run.Last, journal.Today));
        if (last < first)
            return [];
        var series = await DaySeriesReader.ReadAsync(journal, catalogue, first, last, stop);
        return series?.Find(run.Protocol.Plan.Outcome)?.Values
            ?? [.. Enumerable.Repeat(double.NaN, Period.DaysBetween(first, last) + 1)];
    }

    /// <summary>What it showed. Read it only once it is over: looking before would spoil it.</summary>
    public async Task<TrialOutcome> ReadAsync(ExperimentRun run, CancellationToken stop = default)
    {
        var values = await OutcomeAsync(run, stop);
        return TrialOutcome.Of(
            run,
            day => ValueOn(run, values, day),
            await KeptAsync(run.Experiment.Id, stop),
            journal.StopOr(stop)
        );
    }
}
