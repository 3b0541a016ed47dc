using Inomya.Analysis;
using NodaTime;

namespace Inomya.Experiments;

/// <summary>Reads the days of an experiment pair by pair, by the boundary in its protocol.</summary>
public static class SequentialReading
{
    /// <summary>
    /// How much better the block with it was, one a pair that is over; NaN where a block has no record.
    /// </summary>
    /// <param name="pairs">Pairs that are over.</param>
    /// <param name="outcome">The outcome on a day; NaN for a day that was not recorded or does not count.</param>
    public static double[] Improvements(ExperimentRun run, int pairs, Func<LocalDate, double> outcome) =>
        [
            .. Enumerable
                .Range(0, pairs)
                .Select(p =>
                {
                    double first = MeanOf(run, 2 * p, outcome),
                        second = MeanOf(run, 2 * p + 1, outcome);
                    var change = run.Protocol.Order[2 * p] ? first - second : second - first;
                    return run.Protocol.Plan.HigherIsWorse ? -change : change;
                }),
        ];

    /// <summary>
    /// The look that ends it, or the last one there is; null before the first, and for one that always goes on to the
    /// end.
    /// </summary>
    /// <param name="lastDay">The last day that is over: a pair counts when all its days are.</param>
    public static SequentialLook? Of(ExperimentRun run, LocalDate lastDay, Func<LocalDate, double> outcome)
    {
        if (run.Protocol.Boundary is not { } boundary || lastDay < run.Protocol.Start)
            return null;
        var days = Period.DaysBetween(run.Protocol.Start, lastDay) + 1;
        var over = Math.Min(run.Protocol.Pairs, days / (2 * run.Protocol.Plan.BlockDays));
        return SequentialTest.Walk(boundary, Improvements(run, over, outcome), run.Protocol.Pairs);
    }

    /// <summary>A look as an effect: with it minus without, in outcome units; null before enough pairs count.</summary>
    public static TreatmentEffect? EffectOf(ExperimentRun run, SequentialLook look, int daysOff, int daysOn)
    {
        if (double.IsNaN(look.Improvement))
            return null;
        var worse = run.Protocol.Plan.HigherIsWorse;
        return new TreatmentEffect(
            worse ? -look.Improvement : look.Improvement,
            worse ? -look.Hi : look.Lo,
            worse ? -look.Lo : look.Hi,
            look.ProbabilityOfImprovement,
            look.ProbabilityOfImportantImprovement,
            VerdictOf(look.Decision),
            daysOff,
            daysOn
        )
        {
            Kind = TreatmentKind.Blocks,
        };
    }

    private static Verdict VerdictOf(SequentialDecision decision) =>
        decision switch
        {
            SequentialDecision.Helps => Verdict.ProbablyHelps,
            SequentialDecision.NothingThatMatters => Verdict.ProbablyNot,
            _ => Verdict.CannotTell,
        };

    private static double MeanOf(ExperimentRun run, int block, Func<LocalDate, double> outcome)
    {
        var values = DaysThatCount(run, block).Select(outcome).Where(v => !double.IsNaN(v)).ToList();
        return values.Count == 0 ? double.NaN : values.Sum() / values.Count;
    }

    private static IEnumerable<LocalDate> DaysThatCount(ExperimentRun run, int block)
    {
        var (from, to) = run.Block(block);
        for (var day = from; day <= to; day = day.PlusDays(1))
            if (!run.IsSettlingOn(day))
                yield return day;
    }
}
