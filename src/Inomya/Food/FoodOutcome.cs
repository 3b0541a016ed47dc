using NodaTime;

namespace Inomya.Food;

/// <summary>The numbers and the verdict of a food trial.</summary>
/// <param name="Baseline">Days recorded in it.</param>
/// <param name="Removal">Days recorded in it.</param>
/// <param name="BetterBy">
/// Mean of the baseline minus that of the removal, turned so that above 0 is better, in outcome units; NaN where too
/// few days are recorded.
/// </param>
public sealed record FoodOutcome(
    FoodVerdict Verdict,
    int Baseline,
    int Removal,
    double BetterBy,
    IReadOnlyList<ChallengeResult> Challenges
)
{
    /// <param name="plan">The locked plan.</param>
    /// <param name="outcome">The outcome on a day; NaN where nothing was recorded.</param>
    /// <param name="otherwise">The person said that the day did not go as the plan said.</param>
    /// <param name="stopped">It was stopped by hand: then it answers nothing.</param>
    /// <remarks>
    /// Worth keeping out only when the removal days are better and enough challenges are worse. Back to the usual food as
    /// soon as that is ruled out. What is left cannot be told. Why so: docs/methods/food-trial.md.
    /// </remarks>
    public static FoodOutcome Of(
        FoodProtocol plan,
        Func<LocalDate, double> outcome,
        Func<LocalDate, bool> otherwise,
        bool stopped = false
    )
    {
        var sign = plan.HigherIsWorse ? 1 : -1;
        var baseline = Recorded(plan.DaysOf(FoodPhase.Baseline), outcome);
        var removal = Recorded(plan.DaysOf(FoodPhase.Removal), d => otherwise(d) ? double.NaN : outcome(d));
        var known = Math.Min(baseline.Count, removal.Count) >= plan.LeastPhaseDays;
        var betterBy = known ? sign * (baseline.Average() - removal.Average()) : double.NaN;
        List<ChallengeResult> challenges =
        [
            .. Enumerable.Range(1, plan.Challenges).Select(n => ChallengeOf(plan, n, sign, outcome, otherwise)),
        ];
        var verdict = stopped ? FoodVerdict.CannotTell : VerdictOf(plan, betterBy, challenges);
        return new FoodOutcome(verdict, baseline.Count, removal.Count, betterBy, challenges);
    }

    private static List<double> Recorded(IEnumerable<LocalDate> days, Func<LocalDate, double> outcome) =>
        [.. days.Select(outcome).Where(v => !double.IsNaN(v))];

    private static ChallengeResult ChallengeOf(
        FoodProtocol plan,
        int number,
        int sign,
        Func<LocalDate, double> outcome,
        Func<LocalDate, bool> otherwise
    )
    {
        var days = plan.DaysOf(FoodPhase.Challenge, number).ToList();
        var with = Recorded(days, outcome);
        var without = Recorded(plan.ReferenceOf(number), d => otherwise(d) ? double.NaN : outcome(d));
        if (
            days.Exists(d => otherwise(d))
            || with.Count < plan.LeastChallengeDays
            || without.Count < plan.LeastReferenceDays
        )
            return new ChallengeResult(number, double.NaN, null);
        var worseBy = sign * (with.Average() - without.Average());
        return new ChallengeResult(number, worseBy, worseBy >= plan.WorseBy);
    }

    private static FoodVerdict VerdictOf(FoodProtocol plan, double betterBy, List<ChallengeResult> challenges)
    {
        var worse = challenges.Count(c => c.IsWorse == true);
        var open = challenges.Count(c => c.IsWorse is null);
        if (betterBy < plan.BetterBy || worse + open < plan.ChallengesNeeded)
            return FoodVerdict.UsualFood;
        return betterBy >= plan.BetterBy && worse >= plan.ChallengesNeeded
            ? FoodVerdict.KeepOut
            : FoodVerdict.CannotTell;
    }
}
