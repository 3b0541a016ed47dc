using Inomya.Analysis;

namespace Inomya.Experiments;

/// <summary>What a person wants to find out, before it is locked.</summary>
public sealed record Plan
{
    public required string Question { get; init; }

    /// <summary>What is done on days with it, in the person's words.</summary>
    public required string With { get; init; }

    /// <summary>What is done on the other days.</summary>
    public required string Without { get; init; }

    /// <summary>Name of the column that is to get better.</summary>
    public required string Outcome { get; init; }

    public bool HigherIsWorse { get; init; } = true;

    /// <summary>Ends of the outcome's scale; null for what has none.</summary>
    public double? ScaleLow { get; init; }
    public double? ScaleTop { get; init; }

    /// <summary>The smallest improvement that matters to the person, in outcome units; above 0.</summary>
    public required double MinimalChange { get; init; }

    /// <summary>
    /// The improvement that the length is planned for, in outcome units; at least <see cref="MinimalChange"/>.
    /// </summary>
    public required double ExpectedEffect { get; init; }

    public required int BlockDays { get; init; }

    /// <summary>Days until it works.</summary>
    public int OnsetDays { get; init; }

    /// <summary>Days until it has gone.</summary>
    public int WashoutDays { get; init; }

    /// <summary>Another person prepares each block's packet, and the pages do not say what is in it.</summary>
    public bool Blinded { get; init; }

    /// <summary>
    /// Looked at after every pair, and over as soon as the limits fixed before the start say so; else always as long as
    /// planned.
    /// </summary>
    public bool MayEndEarly { get; init; }

    /// <summary>Id of the treatment that is tested, if it is one.</summary>
    public Guid? TreatmentId { get; init; }

    /// <summary>Name of the column that the suspicion came from, if it came from one.</summary>
    public string? Factor { get; init; }

    /// <summary>First days of each block that do not count, since what was done before may still work.</summary>
    public int SettleDays => Math.Max(OnsetDays, WashoutDays);
}

/// <summary>One length that an experiment could have.</summary>
/// <param name="Power">
/// How often, of invented experiments on the person's own days, it would be seen to help if it helps as much as
/// expected; 0..1.
/// </param>
/// <param name="FalseAlarm">The same if it does nothing at all.</param>
public sealed record PlanLength(int Pairs, int Days, double Power, double FalseAlarm)
{
    /// <summary>
    /// How many days it goes on, on average, if it helps as much as expected; null for one that always goes on to the
    /// end.
    /// </summary>
    public int? MeanDays { get; init; }

    /// <summary>The same if it does nothing.</summary>
    public int? MeanDaysOfNothing { get; init; }
}

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
