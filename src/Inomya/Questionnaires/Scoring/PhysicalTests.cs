namespace Inomya.Questionnaires;

/// <summary>30-second chair stand, five times sit to stand, six-minute walk.</summary>
/// <remarks>Norms exist for some ages only; where there is none, none is made up.</remarks>
internal static class PhysicalTests
{
    private const string NoNorm = "no-norm";

    /// <summary>CDC STEADI. With the arms used it counts as 0; not marked means not used (our rule).</summary>
    public static Scores ChairStand(Answers answers, Meaning meaning)
    {
        var score = answers.YesNo("used_arms") == true ? 0 : answers.Number("stands");
        var cutoff = meaning.Norm("below-average", answers.Number("age"), answers.Word("sex"));
        var below = IsBelow(score, cutoff);
        return new Scores
        {
            { "score", score },
            { "cutoff", cutoff },
            { "belowAverage", below },
            { Scores.Classification, Against(score, below, "below-average", "average-or-above") },
        };
    }

    /// <summary>Bohannon (2006); Buatois et al. (2008) for the cut that goes with falls.</summary>
    public static Scores FiveTimesSitToStand(Answers answers, Meaning meaning)
    {
        var seconds = answers.Number("seconds");
        var cutoff = meaning.Norm("worse-than-average", answers.Number("age"));
        var worse = IsBelow(cutoff, seconds);
        return new Scores
        {
            { "cutoff", cutoff },
            { "worseThanAverage", worse },
            { "over15s", IsBelow(meaning.Number("falls-seconds"), seconds) },
            { Scores.Classification, Against(seconds, worse, "worse-than-average", "average-or-better") },
        };
    }

    /// <summary>Enright and Sherrill (1998): metres from height in cm, weight in kg, age in years.</summary>
    public static Scores SixMinuteWalk(Answers answers, Meaning meaning)
    {
        var predicted = answers.Word("sex") is "female" or "male"
            ? Predicted(answers, meaning, answers.Word("sex")!)
            : null;
        var percent = predicted > 0 ? 100 * answers.Number("distance_m") / predicted : null;
        return new Scores
        {
            { "predicted", predicted },
            { "percentPredicted", percent },
            { Scores.Classification, percent is null ? Sums.NotScorable : "scored" },
        };
    }

    private static double? Predicted(Answers answers, Meaning meaning, string sex) =>
        meaning.Number($"{sex}-height") * answers.Number("height_cm")
        + meaning.Number($"{sex}-weight") * answers.Number("weight_kg")
        + meaning.Number($"{sex}-age") * answers.Number("age")
        + meaning.Number($"{sex}-constant");

    private static bool? IsBelow(double? value, double? limit) => value is null || limit is null ? null : value < limit;

    private static string Against(double? measured, bool? bad, string yes, string no) =>
        bad switch
        {
            _ when measured is null => Sums.NotScorable,
            true => yes,
            false => no,
            null => NoNorm,
        };
}
