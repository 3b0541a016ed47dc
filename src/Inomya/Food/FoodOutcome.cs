using Inomya.Journals;
using NodaTime;

namespace Inomya.Food;

/// <summary>The numbers and the verdict of a food trial.</summary>
/// <param name="Baseline">Days that count in it.</param>
/// <param name="Removal">Days that count in it.</param>
/// <param name="BetterBy">
/// Mean of the baseline minus that of the removal, turned so that above 0 is better, in outcome units; NaN where too
/// few days count.
/// </param>
/// <param name="Counted">Days of the whole plan that count: rated, and said to have gone as planned.</param>
/// <param name="LeftOut">Days of the plan that came and do not count.</param>
public sealed record FoodOutcome(
    FoodVerdict Verdict,
    int Baseline,
    int Removal,
    double BetterBy,
    IReadOnlyList<ChallengeResult> Challenges,
    int Counted,
    int LeftOut
)
{
    /// <summary>Means of whole points that lie at a limit are at it, whatever their last digit.</summary>
    private const double Rounding = 1e-9;

    /// <param name="plan">The locked plan.</param>
    /// <param name="outcome">The outcome on a day; NaN where nothing was recorded.</param>
    /// <param name="kept">Whether a day went as the plan said; null where the person did not say.</param>
    /// <param name="stoppedOn">The day on which it was stopped by hand: then it answers nothing; no day from it on counts.</param>
    /// <remarks>
    /// Worth keeping out only when the removal days are better and enough challenges are worse. Back to the usual food as
    /// soon as that is ruled out. What is left cannot be told. Why so: docs/methods/food-trial.md.
    /// </remarks>
    public static FoodOutcome Of(
        FoodProtocol plan,
        Func<LocalDate, double> outcome,
        Func<LocalDate, Adherence?> kept,
        LocalDate? stoppedOn = null
    )
    {
        var days = new Days(plan, outcome, kept, stoppedOn);
        var sign = plan.HigherIsWorse ? 1 : -1;
        var baseline = days.Counted(plan.DaysOf(FoodPhase.Baseline));
        var removal = days.Counted(plan.DaysOf(FoodPhase.Removal));
        var known = Math.Min(baseline.Count, removal.Count) >= plan.LeastPhaseDays;
        var betterBy = known ? sign * (baseline.Average() - removal.Average()) : double.NaN;
        List<ChallengeResult> challenges =
        [
            .. Enumerable.Range(1, plan.Challenges).Select(n => ChallengeOf(plan, n, sign, days)),
        ];
        var verdict = stoppedOn is not null ? FoodVerdict.CannotTell : VerdictOf(plan, betterBy, challenges);
        var counted = days.Counted(days.All).Count;
        return new FoodOutcome(
            verdict,
            baseline.Count,
            removal.Count,
            betterBy,
            challenges,
            counted,
            days.All.Count - counted
        );
    }

    /// <summary>The days of a trial, and which of them count.</summary>
    private sealed class Days(
        FoodProtocol plan,
        Func<LocalDate, double> outcome,
        Func<LocalDate, Adherence?> kept,
        LocalDate? stoppedOn
    )
    {
        /// <summary>Those before it was stopped.</summary>
        public List<LocalDate> All { get; } =
        [.. Enumerable.Range(0, plan.Days).Select(plan.Start.PlusDays).Where(d => stoppedOn is null || d < stoppedOn)];

        /// <summary>The outcome on those that count.</summary>
        public List<double> Counted(IEnumerable<LocalDate> days) =>
            [.. days.Where(Counts).Select(outcome).Where(v => !double.IsNaN(v))];

        public bool WentOtherwise(LocalDate day) => kept(day) == Adherence.Otherwise;

        private bool Counts(LocalDate day) => (stoppedOn is null || day < stoppedOn) && WasKept(day);

        /// <summary>By an older plan the baseline, and days of which nothing was said, count too.</summary>
        private bool WasKept(LocalDate day) =>
            plan.OnlyAsSaid
                ? kept(day) == Adherence.AsSaid
                : plan.On(day).Phase == FoodPhase.Baseline || !WentOtherwise(day);
    }

    private static ChallengeResult ChallengeOf(FoodProtocol plan, int number, int sign, Days days)
    {
        var challenge = plan.DaysOf(FoodPhase.Challenge, number).ToList();
        var with = days.Counted(challenge);
        var without = days.Counted(plan.ReferenceOf(number));
        if (
            challenge.Exists(days.WentOtherwise)
            || with.Count < plan.LeastChallengeDays
            || without.Count < plan.LeastReferenceDays
        )
            return new ChallengeResult(number, double.NaN, null);
        var worseBy = sign * (with.Average() - without.Average());
        return new ChallengeResult(number, worseBy, worseBy >= plan.WorseBy - Rounding);
    }

    private static FoodVerdict VerdictOf(FoodProtocol plan, double betterBy, List<ChallengeResult> challenges)
    {
        var worse = challenges.Count(c => c.IsWorse == true);
        var open = challenges.Count(c => c.IsWorse is null);
        if (betterBy < plan.BetterBy - Rounding || worse + open < plan.ChallengesNeeded)
            return FoodVerdict.UsualFood;
        return betterBy >= plan.BetterBy - Rounding && worse >= plan.ChallengesNeeded
            ? FoodVerdict.KeepOut
            : FoodVerdict.CannotTell;
    }
}
