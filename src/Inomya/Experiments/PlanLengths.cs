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
    /// <param name="stop">Ends the trying out, which takes seconds on a slow machine.</param>
    public static PlanLengths Of(Plan plan, double[] past, DesignRules rules, CancellationToken stop = default)
    {
        var lengths = TriedOut(plan, past, rules, stop).ToList();
        var chosen = lengths.LastOrDefault();
        return new PlanLengths(lengths, chosen, chosen?.Power >= rules.Power, past.Count(v => !double.IsNaN(v)));
    }

    /// <summary>Longer and longer, up to the first that reaches the power asked for.</summary>
    private static IEnumerable<PlanLength> TriedOut(Plan plan, double[] past, DesignRules rules, CancellationToken stop)
    {
        for (var pairs = rules.LeastPairs; pairs <= Math.Min(rules.MostPairs, BlockDesign.MostPairs); pairs++)
        {
            if (CountedDays(plan, pairs) < rules.LeastCountedDays)
                continue;
            if (2 * pairs * plan.BlockDays > rules.LongestDays)
                yield break;
            var length = LengthOf(plan, past, pairs, rules, stop);
            yield return length;
            if (length.Power >= rules.Power)
                yield break;
        }
    }

    private static int CountedDays(Plan plan, int pairs) => 2 * pairs * (plan.BlockDays - plan.SettleDays);

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

    private static PlanLength LengthOf(Plan plan, double[] past, int pairs, DesignRules rules, CancellationToken stop)
    {
        var days = 2 * pairs * plan.BlockDays;
        if (BoundaryOf(plan, past, pairs, rules) is not { } boundary)
            return new PlanLength(pairs, days, PowerFor(plan.ExpectedEffect), PowerFor(0));
        var expected = TryOut(plan.ExpectedEffect);
        var nothing = TryOut(0);
        return new PlanLength(pairs, days, expected.Helps, nothing.Helps)
        {
            MeanDays = DaysOf(expected.MeanPairs),
            MeanDaysOfNothing = DaysOf(nothing.MeanPairs),
        };

        double PowerFor(double effect) =>
            BlockDesign.Power(
                past,
                pairs,
                plan.BlockDays,
                plan.SettleDays,
                effect,
                plan.MinimalChange,
                rules.Trials,
                stop
            );

        (double Helps, double MeanPairs) TryOut(double effect) =>
            SequentialTest.TryOut(past, boundary, pairs, plan.BlockDays, plan.SettleDays, effect, rules.Trials, stop);

        int DaysOf(double meanPairs) => (int)Math.Round(2 * plan.BlockDays * meanPairs);
    }
}
