using Inomya.Analysis;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Experiments;

/// <summary>The days, the numbers and the answer of an experiment.</summary>
/// <param name="Effect">Null when there are too few days; <paramref name="Declined"/> says so.</param>
/// <param name="OnlyAsSaid">The same over days that went as the plan said; a second look that never decides.</param>
public sealed record TrialOutcome(
    IReadOnlyList<TrialDay> Days,
    Answer Answer,
    TreatmentEffect? Effect,
    TreatmentEffect? OnlyAsSaid,
    Declined? Declined
)
{
    /// <summary>The rule's own levels, as docs/methods/self-experiments.md has them.</summary>
    private const double Convinced = 0.05,
        SureOfHarm = 0.025;

    /// <param name="outcome">The outcome on a day; NaN where nothing was recorded.</param>
    /// <param name="kept">Days on which the person said whether it went as planned.</param>
    public static TrialOutcome Of(
        ExperimentRun run,
        Func<LocalDate, double> outcome,
        IReadOnlyDictionary<LocalDate, Adherence> kept,
        CancellationToken stop = default
    )
    {
        var days = DaysOf(run, outcome, kept);
        return run.Protocol.Boundary is null ? OfAllDays(run, days, stop) : OfLooks(run, days);
    }

    private static TrialOutcome OfAllDays(ExperimentRun run, List<TrialDay> days, CancellationToken stop)
    {
        var (effect, declined) = Estimate(run.Protocol, days, _ => true, stop);
        var asSaid = days.TrueForAll(WentAsSaid) ? null : Estimate(run.Protocol, days, WentAsSaid, stop).Effect;
        return new TrialOutcome(days, AnswerOf(run, AnswerOf(effect)), effect, asSaid, declined);
    }

    private static List<TrialDay> DaysOf(
        ExperimentRun run,
        Func<LocalDate, double> outcome,
        IReadOnlyDictionary<LocalDate, Adherence> kept
    )
    {
        var count = Math.Max(0, Period.DaysBetween(run.Protocol.Start, run.Last) + 1);
        return [.. Enumerable.Range(0, count).Select(run.Protocol.Start.PlusDays).Select(DayOf)];

        TrialDay DayOf(LocalDate day) =>
            new(
                day,
                run.BlockOn(day),
                run.IsWithOn(day),
                run.IsSettlingOn(day),
                outcome(day),
                kept.TryGetValue(day, out var how) ? how : null
            );
    }

    /// <summary>As the plan said, for all that was noted.</summary>
    private static bool WentAsSaid(TrialDay day) => day.Kept != Adherence.Otherwise;

    /// <summary>The look that it was judged by; null for one of a fixed length.</summary>
    public SequentialLook? Look { get; init; }

    public int Recorded => Days.Count(d => !double.IsNaN(d.Outcome));

    /// <summary>By the boundary that was fixed before it began.</summary>
    private static TrialOutcome OfLooks(ExperimentRun run, List<TrialDay> days)
    {
        var look = LookAt(run, days, _ => true);
        var asSaid = days.TrueForAll(WentAsSaid) ? null : LookAt(run, days, WentAsSaid);
        return new TrialOutcome(
            days,
            AnswerOf(run, AnswerOf(look)),
            EffectOf(run, look, days, _ => true),
            EffectOf(run, asSaid, days, WentAsSaid),
            WhyNoEffect(run, look, days)
        )
        {
            Look = look,
        };
    }

    private static Declined? WhyNoEffect(ExperimentRun run, SequentialLook? look, List<TrialDay> days)
    {
        var needed = run.Protocol.Boundary!.FirstLook;
        return look is null || look.Counted < needed
            ? new Declined(Analysed.Treatment, null, DeclineReason.TooFewPairs, PairsCounted(run, days), needed)
            : null;
    }

    private static SequentialLook? LookAt(ExperimentRun run, List<TrialDay> days, Func<TrialDay, bool> counts) =>
        days.Count == 0 ? null : SequentialReading.Of(run, days[^1].Day, OutcomeOn(run, days, counts));

    private static int PairsCounted(ExperimentRun run, List<TrialDay> days) =>
        SequentialReading
            .Improvements(run, days.Count / (2 * run.Protocol.Plan.BlockDays), OutcomeOn(run, days, _ => true))
            .Count(d => !double.IsNaN(d));

    private static Func<LocalDate, double> OutcomeOn(
        ExperimentRun run,
        List<TrialDay> days,
        Func<TrialDay, bool> counts
    ) =>
        day =>
            days[Period.DaysBetween(run.Protocol.Start, day)] is var found && counts(found)
                ? found.Outcome
                : double.NaN;

    private static TreatmentEffect? EffectOf(
        ExperimentRun run,
        SequentialLook? look,
        List<TrialDay> days,
        Func<TrialDay, bool> counts
    )
    {
        if (look is null)
            return null;
        var used = days.Where(d => !d.Settling && !double.IsNaN(d.Outcome) && counts(d)).ToList();
        return SequentialReading.EffectOf(run, look, used.Count(d => !d.With), used.Count(d => d.With));
    }

    /// <summary>One that was stopped by hand answers nothing, whatever its days show.</summary>
    private static Answer AnswerOf(ExperimentRun run, Answer shown) =>
        run.Experiment.StoppedOn is null ? shown : Answer.CannotTell;

    private static Answer AnswerOf(SequentialLook? look) =>
        look?.Decision switch
        {
            SequentialDecision.Helps => Answer.ProbablyHelps,
            SequentialDecision.Worse => Answer.ProbablyWorse,
            SequentialDecision.NothingThatMatters => Answer.ProbablyNot,
            _ => Answer.CannotTell,
        };

    private static Answer AnswerOf(TreatmentEffect? effect) =>
        effect switch
        {
            null => Answer.CannotTell,
            { Verdict: Verdict.ProbablyHelps } => Answer.ProbablyHelps,
            { Randomisation.P: <= Convinced, ProbabilityOfImprovement: <= SureOfHarm } => Answer.ProbablyWorse,
            { Verdict: Verdict.ProbablyNot } => Answer.ProbablyNot,
            _ => Answer.CannotTell,
        };

    private static (TreatmentEffect? Effect, Declined? Declined) Estimate(
        Protocol protocol,
        List<TrialDay> days,
        Func<TrialDay, bool> counts,
        CancellationToken stop
    )
    {
        var result = Engine.Analyze(TableOf(days, counts), RolesOf(protocol.Plan), stop);
        return (
            result.Treatment,
            result.Declined.FirstOrDefault(d => d.What is Analysed.Outcome or Analysed.Treatment)
        );
    }

    private static DailyTable TableOf(List<TrialDay> days, Func<TrialDay, bool> counts) =>
        new(
            ["outcome", "with"],
            [.. days.Select(d => d.Day.ToEpochDay())],
            [
                [.. days.Select(d => d.Settling || !counts(d) ? double.NaN : d.Outcome)],
                [.. days.Select(d => d.With ? 1.0 : 0)],
            ]
        );

    private static Roles RolesOf(Plan plan) =>
        new("outcome", [], new Dictionary<string, FactorKind>())
        {
            HigherIsWorse = plan.HigherIsWorse,
            MinimalImportantChange = plan.MinimalChange,
            Treatment = new TreatmentRole("with", Analysis.TreatmentKind.Blocks)
            {
                BlockDays = plan.BlockDays,
                Paired = true,
            },
        };
}
