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
    private static readonly string[] Somatic = ["headache", "abdominal_pain", "depression"];

    public static Scores Acr2016(Answers answers, Meaning meaning)
    {
        var index = PainIndex(answers);
        var severity = Sums.IfAll(answers.Numbers(Severities));
        var somatic = Sums.CountIfAll(answers.YesNos(Somatic));
        var symptoms = severity + somatic;
        double? regions = index is null ? null : Regions.Count(r => answers.YesNos(r).Contains(true));
        var widespread = regions is null ? null : (bool?)(regions >= meaning.Number("regions"));
        var threshold = Threshold(meaning, index, symptoms, "2016");
        var lasting = answers.YesNo("duration_3_months");
        var met = threshold is null || lasting is null ? null : threshold & widespread & lasting;
        return new Scores
        {
            { "WPI", index },
            { "SSS_severity", severity },
            { "SSS_somatic", somatic },
            { "SSS", symptoms },
            { "PSD", index + symptoms },
            { "PSD_category", meaning.Band("psd-2015", index + symptoms) },
            { "painRegions", regions },
            { "generalizedPain", widespread },
            { "thresholdMet", threshold },
            { "criteriaMet", met },
            { Scores.Classification, Sums.Criteria(met) },
        };
    }

    public static Scores Acr2011(Answers answers, Meaning meaning)
    {
        var index = PainIndex(answers);
        var symptoms = Sums.IfAll(answers.Numbers(Severities)) + Sums.CountIfAll(answers.YesNos(Somatic));
        var threshold = Threshold(meaning, index, symptoms, "2011");
        var lasting = answers.YesNo("duration_3_months");
        var explained = answers.YesNo("other_disorder_explains_pain");
        var met = threshold is null || lasting is null || explained is null ? null : threshold & lasting & !explained;
        return new Scores
        {
            { "WPI", index },
            { "SSS", symptoms },
            { "FS", index + symptoms },
            { "FS_ge13", index + symptoms is { } fs ? fs >= meaning.Number("fs-cut") : null },
            { "thresholdMet", threshold },
            { "criteriaMet", met },
            { Scores.Classification, Sums.Criteria(met) },
        };
    }

    private static double? PainIndex(Answers answers) => Sums.CountIfAll(answers.YesNos(Areas));

    /// <summary>Many areas with some symptoms, or fewer areas with many symptoms.</summary>
    private static bool? Threshold(Meaning meaning, double? index, double? symptoms, string year) =>
        index is null || symptoms is null
            ? null
            : (index >= meaning.Number("many-areas") && symptoms >= meaning.Number("some-symptoms"))
                || (
                    index >= meaning.Number($"fewer-areas-{year}")
                    && index < meaning.Number("many-areas")
                    && symptoms >= meaning.Number("many-symptoms")
                );
}
