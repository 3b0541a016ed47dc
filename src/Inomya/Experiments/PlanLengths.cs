using Inomya.Analysis;

namespace Inomya.Experiments;

/// <summary>How long a plan has to go on.</summary>
/// <param name="Lengths">Every length that was tried, the shortest first.</param>
/// <param name="Chosen">
/// The shortest that reaches the power asked for, or else the longest; null when no length fits at all.
/// </param>
/// <param name="Reached">The chosen one reaches the power asked for.</param>
/// <param name="Recorded">Days of the person's own that it was tried out on.</param>
public sealed record PlanLengths(IReadOnlyList<PlanLength> Lengths, PlanLength? Chosen, bool Reached, int Recorded)
{
    /// <param name="past">Shape (days): the outcome on the days before; NaN is not recorded.</param>
    public static PlanLengths Of(Plan plan, double[] past, DesignRules rules)
    {
        var lengths = new List<PlanLength>();
        for (var pairs = rules.LeastPairs; pairs <= Math.Min(rules.MostPairs, BlockDesign.MostPairs); pairs++)
        {
            var days = 2 * pairs * plan.BlockDays;
            if (2 * pairs * (plan.BlockDays - plan.SettleDays) < rules.LeastCountedDays)
                continue;
            if (days > rules.LongestDays)
                break;
            lengths.Add(LengthOf(plan, past, pairs, rules));
            if (lengths[^1].Power >= rules.Power)
                break;
        }
        var reached = lengths.Count > 0 && lengths[^1].Power >= rules.Power;
        return new PlanLengths(
            lengths,
            lengths.Count > 0 ? lengths[^1] : null,
            reached,
            past.Count(v => !double.IsNaN(v))
        );
    }

    /// <summary>
    /// The limits of a plan that may end early; null for one that may not, or a past that never varies.
    /// </summary>
    public static SequentialBoundary? BoundaryOf(Plan plan, double[] past, int pairs, DesignRules rules) =>
        plan.MayEndEarly
            ? SequentialBoundary.Of(
                past,
                pairs,
                plan.BlockDays,
                plan.SettleDays,
                plan.MinimalChange,
                rules.EffectSpreadOfExpected * plan.ExpectedEffect
            )
            : null;

    private static PlanLength LengthOf(Plan plan, double[] past, int pairs, DesignRules rules)
    {
        var days = 2 * pairs * plan.BlockDays;
        if (BoundaryOf(plan, past, pairs, rules) is not { } boundary)
            return new PlanLength(
                pairs,
                days,
                PowerOf(plan, past, pairs, plan.ExpectedEffect, rules),
                PowerOf(plan, past, pairs, 0, rules)
            );
        var expected = TryOut(plan.ExpectedEffect);
        var nothing = TryOut(0);
        return new PlanLength(pairs, days, expected.Helps, nothing.Helps)
        {
            MeanDays = DaysOf(expected.MeanPairs),
            MeanDaysOfNothing = DaysOf(nothing.MeanPairs),
        };

        (double Helps, double MeanPairs) TryOut(double effect) =>
            SequentialTest.TryOut(past, boundary, pairs, plan.BlockDays, plan.SettleDays, effect, rules.Trials);

        int DaysOf(double meanPairs) => (int)Math.Round(2 * plan.BlockDays * meanPairs);
    }

    private static double PowerOf(Plan plan, double[] past, int pairs, double effect, DesignRules rules) =>
        BlockDesign.Power(past, pairs, plan.BlockDays, plan.SettleDays, effect, plan.MinimalChange, rules.Trials);
}
