namespace Inomya.Questionnaires;

/// <summary>
/// The fibromyalgia survey criteria, read from one form: ACR 2016, ACR 2011 and the polysymptomatic distress score.
/// </summary>
/// <remarks>
/// "Meets the survey criteria" is not a diagnosis: the self-report version was validated for research.
/// Sources: Wolfe et al. (2016), doi:10.1016/j.semarthrit.2016.08.012; Wolfe et al. (2011), doi:10.3899/jrheum.100594.
/// No rule for missing answers was published. Ours: nothing is decided while an answer it needs is missing, not even
/// where the rest would do.
/// </remarks>
internal static class FibromyalgiaSurvey
{
    /// <summary>The areas that make up each region of the 2016 criteria; jaw, chest and abdomen are in none.</summary>
    private static readonly string[][] Regions =
    [
        ["shoulder_girdle_left", "upper_arm_left", "lower_arm_left"],
        ["shoulder_girdle_right", "upper_arm_right", "lower_arm_right"],
        ["hip_left", "upper_leg_left", "lower_leg_left"],
        ["hip_right", "upper_leg_right", "lower_leg_right"],
        ["neck", "upper_back", "lower_back"],
    ];

    private static readonly string[] Areas =
    [
        .. Regions.SelectMany(r => r),
        "jaw_left",
        "jaw_right",
        "chest",
        "abdomen",
    ];
    private static readonly string[] Severities = ["fatigue", "waking_unrefreshed", "cognitive"];
    private static readonly string[] SomaticSigns = ["headache", "abdominal_pain", "depression"];

    public static Scores Acr2016(Answers answers, Meaning meaning)
    {
        var survey = Survey.Of(answers);
        double? regions = survey.Index is null ? null : Regions.Count(r => answers.YesNos(r).Contains(true));
        var widespread = Sums.Reaches(regions, meaning.Number("regions"));
        var threshold = Threshold(meaning, survey, "2016");
        var lasting = answers.YesNo("duration_3_months");
        var met = threshold is null || lasting is null ? null : threshold & widespread & lasting;
        return new Scores
        {
            { "WPI", survey.Index },
            { "SSS_severity", survey.Severity },
            { "SSS_somatic", survey.Somatic },
            { "SSS", survey.Symptoms },
            { "PSD", survey.Distress },
            { "PSD_category", meaning.Band("psd-2015", survey.Distress) },
            { "painRegions", regions },
            { "generalizedPain", widespread },
            { "thresholdMet", threshold },
            { "criteriaMet", met },
            { Scores.Classification, Sums.Criteria(met) },
        };
    }

    public static Scores Acr2011(Answers answers, Meaning meaning)
    {
        var survey = Survey.Of(answers);
        var threshold = Threshold(meaning, survey, "2011");
        var lasting = answers.YesNo("duration_3_months");
        var explained = answers.YesNo("other_disorder_explains_pain");
        var met = threshold is null || lasting is null || explained is null ? null : threshold & lasting & !explained;
        return new Scores
        {
            { "WPI", survey.Index },
            { "SSS", survey.Symptoms },
            { "FS", survey.Distress },
            { "FS_ge13", Sums.Reaches(survey.Distress, meaning.Number("fs-cut")) },
            { "thresholdMet", threshold },
            { "criteriaMet", met },
            { Scores.Classification, Sums.Criteria(met) },
        };
    }

    /// <summary>Many areas with some symptoms, or fewer areas with many symptoms.</summary>
    private static bool? Threshold(Meaning meaning, Survey survey, string year) =>
        survey is { Index: { } index, Symptoms: { } symptoms }
            ? (index >= meaning.Number("many-areas") && symptoms >= meaning.Number("some-symptoms"))
                || (
                    index >= meaning.Number($"fewer-areas-{year}")
                    && index < meaning.Number("many-areas")
                    && symptoms >= meaning.Number("many-symptoms")
                )
            : null;

    /// <summary>What both criteria count; null where an answer that it needs is missing.</summary>
    /// <param name="Index">Areas with pain.</param>
    private sealed record Survey(double? Index, double? Severity, double? Somatic)
    {
        public double? Symptoms => Severity + Somatic;

        public double? Distress => Index + Symptoms;

        public static Survey Of(Answers answers) =>
            new(
                Sums.CountIfAll(answers.YesNos(Areas)),
                Sums.IfAll(answers.Numbers(Severities)),
                Sums.CountIfAll(answers.YesNos(SomaticSigns))
            );
    }
}
