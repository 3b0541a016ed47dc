namespace Inomya.Questionnaires;

/// <summary>PEG, change of a 0-10 rating, PGIC and PSFS.</summary>
internal static class PainScales
{
    private static readonly string[] PegItems = ["p", "e", "g"];

    /// <summary>
    /// Krebs et al. (2009), doi:10.1007/s11606-009-0981-1. All three answers are needed (our rule; none was published).
    /// </summary>
    /// <remarks>
    /// With baseline_p, baseline_e and baseline_g it also says whether the pain improved by the responder share.
    /// </remarks>
    public static Scores Peg(Answers answers, Meaning meaning)
    {
        var sum = Sums.IfAll(answers.Numbers(PegItems));
        var mean = sum / PegItems.Length;
        var scores = new Scores
        {
            { "sum", sum },
            { "PEG", mean },
            { "PEG_1dp", mean is null ? null : Sums.HalfUp(mean.Value * 10) / 10 },
        };
        var isAgain = PegItems.Any(i => answers.Has("baseline_" + i));
        var responder = isAgain ? AddChange(scores, answers, meaning, sum) : null;
        scores.Add(Scores.Classification, sum is null ? Sums.NotScorable : PegWord(responder));
        return scores;
    }

    /// <returns>Did the pain improve by the responder share? Null when that is not known.</returns>
    private static bool? AddChange(Scores scores, Answers answers, Meaning meaning, double? sum)
    {
        var before = Sums.IfAll(answers.Numbers(PegItems.Select(i => "baseline_" + i)));
        var responder = Improved(before, sum, meaning.Number("responder-percent"));
        scores.Add("percentChange", PercentChange(before, sum));
        scores.Add("responder30", responder);
        return responder;
    }

    private static string PegWord(bool? responder) =>
        responder switch
        {
            true => "responder",
            false => "non-responder",
            null => "scored",
        };

    /// <summary>
    /// Farrar et al. (2001), doi:10.1016/S0304-3959(01)00349-9; Dworkin et al. (2008), doi:10.1016/j.jpain.2007.09.005.
    /// </summary>
    public static Scores NrsChange(Answers answers, Meaning meaning)
    {
        double? before = answers.Number("baseline"),
            after = answers.Number("followup"),
            change = after - before;
        return new Scores
        {
            { "change", change },
            { "percentChange", PercentChange(before, after) },
            { "responder30", Improved(before, after, meaning.Number("moderate-percent")) },
            { "responder50", Improved(before, after, meaning.Number("substantial-percent")) },
            { "pointsGe2", change is null ? null : change <= -meaning.Number("points") },
            { Scores.Classification, SizeOf(before, after, meaning) },
        };
    }

    private static string SizeOf(double? before, double? after, Meaning meaning) =>
        before is null || after is null ? Sums.NotScorable
        : before <= 0 ? "change-undefined"
        : Improved(before, after, meaning.Number("substantial-percent")) == true ? "substantial"
        : Improved(before, after, meaning.Number("moderate-percent")) == true ? "moderate"
        : Improved(before, after, meaning.Number("minimal-percent")) == true ? "minimal"
        : "no-important-improvement";

    /// <summary>
    /// NINDS form: 1 is best. Some forms run the other way; the answer carries its own orientation and is turned round.
    /// </summary>
    public static Scores Pgic(Answers answers, Meaning meaning)
    {
        var raw = answers.Number("pgic");
        var normalized = answers.Word("orientation") switch
        {
            "1-best" => raw,
            "7-best" => meaning.Number("steps") + 1 - raw,
            _ => null,
        };
        return new Scores
        {
            { "normalized", normalized },
            { "responder", normalized is null ? null : normalized <= meaning.Number("responder") },
            { Scores.Classification, meaning.Band("improvement", normalized) ?? Sums.NotScorable },
        };
    }

    /// <summary>
    /// Stratford et al. (1995); sizes of change by Abbott and Schmitt (2014), doi:10.2519/jospt.2014.5248.
    /// </summary>
    /// <remarks>The same activities must be rated again: a dropped one leaves the change open (our rule).</remarks>
    public static Scores Psfs(Answers answers, Meaning meaning)
    {
        IReadOnlyList<double?> before = answers.Numbers("baseline"),
            after = answers.Numbers("followup");
        var activities = Math.Max(before.Count, after.Count);
        double? first = Mean(before, activities),
            again = Mean(after, activities),
            change = again - first;
        return new Scores
        {
            { "baselineMean", first },
            { "followupMean", again },
            { "change", change },
            { Scores.Classification, SizeOf(first, change, answers.Has("followup"), meaning) },
        };
    }

    private static string SizeOf(double? first, double? change, bool isAgain, Meaning meaning) =>
        first is null ? Sums.NotScorable
        : !isAgain ? "baseline-only"
        : meaning.Band("change", change) ?? Sums.NotScorable;

    private static double? Mean(IReadOnlyList<double?> values, int activities) =>
        values.Count == activities ? Sums.IfAll([.. values]) / activities : null;

    private static double? PercentChange(double? before, double? after) =>
        before > 0 ? 100 * (after - before) / before : null;

    /// <summary>
    /// Fell by at least so many percent; compared without dividing, so that 10 → 7 is 30 percent exactly.
    /// </summary>
    private static bool? Improved(double? before, double? after, double percent) =>
        before > 0 && after is not null
            ? Sums.Tidy(100 * (before.Value - after.Value)) >= Sums.Tidy(percent * before.Value)
            : null;
}
