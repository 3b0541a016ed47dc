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
        Run run,
        Func<LocalDate, double> outcome,
        IReadOnlyDictionary<LocalDate, Adherence> kept,
        CancellationToken stop = default
    )
    {
        var count = Math.Max(0, Period.DaysBetween(run.Protocol.Start, run.Last) + 1);
        List<TrialDay> days =
        [
            .. Enumerable
                .Range(0, count)
                .Select(run.Protocol.Start.PlusDays)
                .Select(d => new TrialDay(
                    d,
                    run.BlockOn(d),
                    run.IsWithOn(d),
                    run.IsSettlingOn(d),
                    outcome(d),
                    kept.TryGetValue(d, out var how) ? how : null
                )),
        ];
        if (run.Protocol.Boundary is not null)
            return OfLooks(run, days);
        var (effect, declined) = Estimate(run.Protocol, days, _ => true, stop);
        var asSaid = days.Any(d => d.Kept == Adherence.Otherwise)
            ? Estimate(run.Protocol, days, d => d.Kept != Adherence.Otherwise, stop).Effect
            : null;
        return new TrialOutcome(
            days,
            run.Experiment.StoppedOn is null ? AnswerOf(effect) : Answer.CannotTell,
            effect,
            asSaid,
            declined
        );
    }

    /// <summary>The look that it was judged by; null for one of a fixed length.</summary>
    public SequentialLook? Look { get; init; }

    public int Recorded => Days.Count(d => !double.IsNaN(d.Outcome));

    /// <summary>By the boundary that was fixed before it began.</summary>
    private static TrialOutcome OfLooks(Run run, List<TrialDay> days)
    {
        var look = LookAt(run, days, _ => true);
        var asSaid = days.Any(d => d.Kept == Adherence.Otherwise)
            ? LookAt(run, days, d => d.Kept != Adherence.Otherwise)
            : null;
        return new TrialOutcome(
            days,
            run.Experiment.StoppedOn is null ? AnswerOf(look) : Answer.CannotTell,
            look is null ? null : EffectOf(run, look, days, _ => true),
            asSaid is null ? null : EffectOf(run, asSaid, days, d => d.Kept != Adherence.Otherwise),
            look is null || look.Counted < run.Protocol.Boundary!.FirstLook
                ? new Declined(
                    Analysed.Treatment,
                    null,
                    DeclineReason.TooFewPairs,
                    PairsCounted(run, days),
                    run.Protocol.Boundary!.FirstLook
                )
                : null
        )
        {
            Look = look,
        };
    }

    private static SequentialLook? LookAt(Run run, List<TrialDay> days, Func<TrialDay, bool> counts) =>
        days.Count == 0 ? null : SequentialReading.Of(run, days[^1].Day, OutcomeOn(run, days, counts));

    private static int PairsCounted(Run run, List<TrialDay> days) =>
        SequentialReading
            .Improvements(run, days.Count / (2 * run.Protocol.Plan.BlockDays), OutcomeOn(run, days, _ => true))
            .Count(d => !double.IsNaN(d));

    private static Func<LocalDate, double> OutcomeOn(Run run, List<TrialDay> days, Func<TrialDay, bool> counts) =>
        day =>
            days[Period.DaysBetween(run.Protocol.Start, day)] is var found && counts(found)
                ? found.Outcome
                : double.NaN;

    private static TreatmentEffect? EffectOf(
        Run run,
        SequentialLook look,
        List<TrialDay> days,
        Func<TrialDay, bool> counts
    )
    {
        var used = days.Where(d => !d.Settling && !double.IsNaN(d.Outcome) && counts(d)).ToList();
        return SequentialReading.EffectOf(run, look, used.Count(d => !d.With), used.Count(d => d.With));
    }

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
        var table = new DailyTable(
            ["outcome", "with"],
            [.. days.Select(d => d.Day.ToEpochDay())],
            [
                [.. days.Select(d => d.Settling || !counts(d) ? double.NaN : d.Outcome)],
                [.. days.Select(d => d.With ? 1.0 : 0)],
            ]
        );
        var roles = new Roles("outcome", [], new Dictionary<string, FactorKind>())
        {
            HigherIsWorse = protocol.Plan.HigherIsWorse,
            MinimalImportantChange = protocol.Plan.MinimalChange,
            Treatment = new TreatmentRole("with", Analysis.TreatmentKind.Blocks)
            {
                BlockDays = protocol.Plan.BlockDays,
                Paired = true,
            },
        };
        var result = Engine.Analyze(table, roles, stop);
        return (
            result.Treatment,
            result.Declined.FirstOrDefault(d => d.What is Analysed.Outcome or Analysed.Treatment)
        );
    }
}
