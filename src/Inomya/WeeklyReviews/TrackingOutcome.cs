using Inomya.Analysis;

namespace Inomya.WeeklyReviews;

/// <summary>The numbers and the answer of "does tracking harm me?".</summary>
/// <param name="Blocks">Shape (blocks): the score of each; NaN where it was not answered in time.</param>
/// <param name="Pairs">Pairs of which both blocks were answered.</param>
/// <param name="Difference">Asked every day minus asked once, in points; above 0 is worse. NaN with no pair.</param>
/// <param name="Lo">Lower end of the interval for 95 of 100; infinite with too few pairs.</param>
/// <param name="P">Of the randomisation test over every order that could have been drawn; null with no pair.</param>
public sealed record TrackingOutcome(
    TrackingAnswer Answer,
    IReadOnlyList<double> Blocks,
    int Pairs,
    double Difference,
    double Lo,
    double Hi,
    double? P
)
{
    /// <param name="blocks">Shape (blocks): the score of each; NaN is not recorded.</param>
    /// <param name="stopped">It was stopped by hand: then it answers nothing.</param>
    public static TrackingOutcome Of(TrackingProtocol plan, double[] blocks, bool stopped = false)
    {
        double[] daily = [.. plan.Daily.Select(d => d ? 1.0 : 0)];
        var test = RandomisationTest.Of(blocks, daily, blockDays: 1, paired: true);
        var differences = Differences(plan, blocks);
        var (mean, lo, hi) = PairedShift.Of(differences);
        var answer = stopped ? TrackingAnswer.CannotTell : AnswerOf(mean, lo, hi, test?.P, plan.MinimalChange);
        return new TrackingOutcome(answer, blocks, differences.Count(d => !double.IsNaN(d)), mean, lo, hi, test?.P);
    }

    private static double[] Differences(TrackingProtocol plan, double[] blocks) =>
        [
            .. Enumerable
                .Range(0, plan.Daily.Count / 2)
                .Select(pair => (blocks[2 * pair] - blocks[2 * pair + 1]) * (plan.Daily[2 * pair] ? 1 : -1)),
        ];

    private static TrackingAnswer AnswerOf(double mean, double lo, double hi, double? p, double minimal)
    {
        if (p <= BlockDesign.Level)
            return mean > 0 ? TrackingAnswer.DailyWorse : TrackingAnswer.DailyBetter;
        return lo > -minimal && hi < minimal ? TrackingAnswer.NoDifference : TrackingAnswer.CannotTell;
    }
}
