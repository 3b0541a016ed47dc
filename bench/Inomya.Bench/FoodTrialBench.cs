using Inomya.Bench.People;
using Inomya.Content;
using Inomya.Food;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Bench;

/// <summary>Food trials of made persons: how often each verdict is reached, with nothing to find and with something.</summary>
internal static class FoodTrialBench
{
    private static readonly LocalDate Start = new(2026, 1, 1);

    /// <summary>What the days are like.</summary>
    /// <param name="Harm">Points that the food adds on a day it is eaten.</param>
    /// <param name="Alike">Correlation of neighbouring days.</param>
    /// <param name="Drift">Points up or down over the trial, at the most.</param>
    /// <param name="Missing">Share of days that are not recorded.</param>
    /// <param name="Hope">Points that hope takes off while it is left out, whatever it does.</param>
    /// <param name="Fear">Points that fear adds while it is eaten again.</param>
    private sealed record Days(
        string Name,
        double Harm = 0,
        double Alike = 0.4,
        double Drift = 1,
        double Missing = 1 / 7.0,
        double Hope = 0,
        double Fear = 0
    );

    private static readonly Days[] Kinds =
    [
        new("nothing"),
        new("nothing, days alike 0.7", Alike: 0.7),
        new("nothing, drift of up to 4 points", Drift: 4),
        new("nothing, four days in ten missing", Missing: 0.4),
        new("nothing, hope of 1 point", Hope: 1),
        new("nothing, hope of 1 and fear of 1 point", Hope: 1, Fear: 1),
        new("1 point worse with it", Harm: 1),
        new("2 points worse with it", Harm: 2),
        new("3 points worse with it", Harm: 3),
        new("4 points worse with it", Harm: 4),
        new("3 points, four days in ten missing", Harm: 3, Missing: 0.4),
    ];

    public static int Run(int persons)
    {
        var plan = PlanOf(FoodTrialRules.Read(new ContentFolder()));
        Table.Print(
            $"Food trials of {plan.Days} days, {persons} persons a row",
            ["days", "worth keeping out", "usual food", "cannot tell"],
            [.. Kinds.Select(kind => RowOf(kind, plan, persons))]
        );
        return 0;
    }

    private static FoodProtocol PlanOf(FoodTrialRules rules) =>
        new()
        {
            Item = "it",
            Outcome = "pain",
            HigherIsWorse = true,
            Start = Start,
            BaselineDays = rules.BaselineDays,
            RemovalDays = rules.RemovalDays,
            Challenges = rules.Challenges,
            ChallengeDays = rules.ChallengeDays,
            WashoutDays = rules.WashoutDays,
            ReferenceDays = rules.ReferenceDays,
            WorseBy = 10 * rules.WorseByShare,
            BetterBy = 10 * rules.BetterByShare,
            ChallengesNeeded = rules.ChallengesNeeded,
            LeastChallengeDays = rules.LeastChallengeDays,
            LeastReferenceDays = rules.LeastReferenceDays,
            LeastPhaseDays = rules.LeastPhaseDays,
            OnlyAsSaid = true,
            Rule = "",
            LockedAt = default,
        };

    private static string[] RowOf(Days kind, FoodProtocol plan, int persons)
    {
        var verdicts = Enumerable
            .Range(1, persons)
            .Select(seed => VerdictOf(kind, plan, new Dice(seed)))
            .CountBy(v => v)
            .ToDictionary();
        return [kind.Name, Share(FoodVerdict.KeepOut), Share(FoodVerdict.UsualFood), Share(FoodVerdict.CannotTell)];

        string Share(FoodVerdict verdict) => $"{(double)verdicts.GetValueOrDefault(verdict) / persons:0.000}";
    }

    private static FoodVerdict VerdictOf(Days kind, FoodProtocol plan, Dice dice)
    {
        var (spread, drift) = (dice.Between(1.4, 2.4), dice.Between(-kind.Drift, kind.Drift));
        var errors = dice.Wander(plan.Days, kind.Alike);
        var outcome = new double[plan.Days];
        for (var t = 0; t < plan.Days; t++)
        {
            var value = 5 + drift * (t / (double)plan.Days - 0.5) + spread * errors[t] + Effect(kind, plan, t);
            outcome[t] = dice.Chance(kind.Missing) ? double.NaN : Math.Clamp(Math.Round(value), 0, 10);
        }
        return FoodOutcome.Of(plan, day => outcome[Period.DaysBetween(plan.Start, day)], _ => Adherence.AsSaid).Verdict;
    }

    private static double Effect(Days kind, FoodProtocol plan, int at) =>
        plan.On(plan.Start.PlusDays(at)).Phase switch
        {
            FoodPhase.Baseline => kind.Harm / 2,
            FoodPhase.Challenge => kind.Harm / 2 + kind.Fear,
            _ => -kind.Harm / 2 - kind.Hope,
        };
}
