using Inomya.Analysis;
using Inomya.Bench.People;
using Inomya.Content;
using Inomya.WeeklyReviews;
using NodaTime;

namespace Inomya.Bench;

/// <summary>"Does tracking harm me?" of made persons: how often each answer is given, and what the interval covers.</summary>
internal static class TrackingBench
{
    /// <summary>What the scores of the blocks are like.</summary>
    /// <param name="Harm">Points that being asked every day adds to the score of a block.</param>
    /// <param name="Spread">Standard deviation of the scores, in points.</param>
    /// <param name="Alike">Correlation of neighbouring blocks.</param>
    /// <param name="Drift">Points up or down over all blocks, at the most.</param>
    /// <param name="Missing">Share of blocks whose questionnaire was not answered in time.</param>
    private sealed record Blocks(
        string Name,
        double Harm = 0,
        double Spread = 1,
        double Alike = 0.5,
        double Drift = 1,
        double Missing = 0
    );

    private static readonly Blocks[] Kinds =
    [
        new("nothing"),
        new("nothing, blocks alike 0.8", Alike: 0.8),
        new("nothing, drift of up to 4 points", Drift: 4),
        new("nothing, one block in ten missing", Missing: 0.1),
        new("nothing, scores half as wild", Spread: 0.5),
        new("1 point worse", Harm: 1),
        new("2 points worse", Harm: 2),
        new("2 points worse, scores half as wild", Harm: 2, Spread: 0.5),
        new("2 points better", Harm: -2),
    ];

    public static int Run(int persons)
    {
        var rules = WeeklyReviewRules.Read(new ContentFolder());
        Table.Print(
            $"Asked every day and asked once, {rules.TrackingPairs} pairs, {persons} persons a row",
            ["blocks", "daily is worse", "daily is better", "no difference", "cannot tell", "covered"],
            [.. Kinds.Select(kind => RowOf(kind, rules, persons))]
        );
        return 0;
    }

    private static string[] RowOf(Blocks kind, WeeklyReviewRules rules, int persons)
    {
        var told = Enumerable.Range(1, persons).Select(seed => OutcomeOf(kind, rules, seed)).ToList();
        string Share(Func<TrackingOutcome, bool> of) => $"{(double)told.Count(of) / persons:0.000}";
        return
        [
            kind.Name,
            Share(o => o.Answer == TrackingAnswer.DailyWorse),
            Share(o => o.Answer == TrackingAnswer.DailyBetter),
            Share(o => o.Answer == TrackingAnswer.NoDifference),
            Share(o => o.Answer == TrackingAnswer.CannotTell),
            Share(o => o.Lo <= kind.Harm && kind.Harm <= o.Hi),
        ];
    }

    private static TrackingOutcome OutcomeOf(Blocks kind, WeeklyReviewRules rules, int seed)
    {
        var dice = new Dice(seed);
        var daily = BlockDesign.Order(rules.TrackingPairs, (ulong)seed);
        var (drift, errors) = (dice.Between(-kind.Drift, kind.Drift), dice.Wander(daily.Length, kind.Alike));
        var blocks = new double[daily.Length];
        for (var b = 0; b < blocks.Length; b++)
        {
            var value = 5 + drift * (b / (double)blocks.Length - 0.5) + kind.Spread * errors[b];
            // a PEG score is a third of a whole number
            var score = Math.Clamp(Math.Round(3 * (value + (daily[b] ? kind.Harm : 0))) / 3, 0, 10);
            blocks[b] = dice.Chance(kind.Missing) ? double.NaN : score;
        }
        return TrackingOutcome.Of(PlanOf(rules, daily), blocks);
    }

    private static TrackingProtocol PlanOf(WeeklyReviewRules rules, bool[] daily) =>
        new()
        {
            Start = new LocalDate(2026, 1, 1),
            BlockDays = rules.TrackingBlockDays[0],
            Seed = "",
            Daily = daily,
            Instrument = rules.TrackingInstrument,
            Score = rules.TrackingScore,
            MinimalChange = rules.TrackingMinimalChange,
            AnswerDays = rules.TrackingAnswerDays,
            Rule = "",
            LockedAt = default,
        };
}
