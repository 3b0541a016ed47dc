namespace Inomya.Questionnaires;

/// <summary>AAPT 2019, ACR 1990, IOM 2015 and the first step of the DSQ-PEM.</summary>
/// <remarks>
/// No rule for missing answers was published. Ours: an answer that could still turn the result leaves it open; one that
/// could not does not.
/// </remarks>
internal static class OtherCriteria
{
    private const int PemItems = 5;

    private static readonly string[] AaptSites =
    [
        "head",
        "left_arm",
        "right_arm",
        "chest",
        "abdomen",
        "upper_back_spine",
        "lower_back_spine_buttocks",
        "left_leg",
        "right_leg",
    ];

    private static readonly string[] WidespreadPain =
    [
        "pain_left",
        "pain_right",
        "pain_above_waist",
        "pain_below_waist",
        "pain_axial",
    ];

    private static readonly string[] TenderPoints =
    [
        .. from site in (string[])
            [
                "occiput",
                "low_cervical",
                "trapezius",
                "supraspinatus",
                "second_rib",
                "lateral_epicondyle",
                "gluteal",
                "greater_trochanter",
                "knee",
            ]
        from side in (string[])["left", "right"]
        select $"{site}_{side}",
    ];

    /// <summary>
    /// Arnold et al. (2019), doi:10.1016/j.jpain.2018.10.008. How bad sleep or fatigue is, is the person's own word.
    /// </summary>
    public static Scores Aapt2019(Answers answers, Meaning meaning)
    {
        var sites = Sums.CountIfAll(answers.YesNos(AaptSites));
        var multisite = Sums.Reaches(sites, meaning.Number("sites"));
        var sleepOrFatigue = IsSleepOrFatigueMarked(answers);
        var met = multisite & sleepOrFatigue & answers.YesNo("duration_3_months");
        return new Scores
        {
            { "siteCount", sites },
            { "multisitePain", multisite },
            { "sleepOrFatigue", sleepOrFatigue },
            { "criteriaMet", met },
            { Scores.Classification, Sums.Criteria(met) },
        };
    }

    private static bool? IsSleepOrFatigueMarked(Answers answers) =>
        IsMarked(answers, "sleep_problem") | IsMarked(answers, "fatigue");

    private static bool? IsMarked(Answers answers, string item) =>
        answers.Word(item) is { } severity ? severity is "moderate" or "severe" : null;

    /// <summary>
    /// Wolfe et al. (1990), doi:10.1002/art.1780330203. A point that was not examined is not a negative one.
    /// </summary>
    public static Scores Acr1990(Answers answers, Meaning meaning)
    {
        var points = answers.YesNos(TenderPoints);
        var enough = Sums.AtLeast(meaning.Number("tender-points"), points);
        var widespread = answers.AllOf(WidespreadPain);
        var met = enough & widespread & answers.YesNo("duration_3_months");
        return new Scores
        {
            { "tenderPoints", Counted(points) },
            { "tenderPointsGe11", enough },
            { "widespreadPain", widespread },
            { "criteriaMet", met },
            { Scores.Classification, Sums.Criteria(met) },
        };
    }

    private static double? Counted(bool?[] points) => points.All(p => p is null) ? null : points.Count(p => p == true);

    /// <summary>Institute of Medicine (2015), doi:10.17226/19012.</summary>
    public static Scores Iom2015(Answers answers, Meaning meaning)
    {
        var required = answers.AllOf(
            "substantial_reduction",
            "duration_over_6_months",
            "fatigue_new_profound_not_relieved",
            "pem_half_time_moderate",
            "unrefreshing_sleep_half_time_moderate"
        );
        var additional = answers.YesNo("cognitive_half_time_moderate") | answers.YesNo("orthostatic_intolerance");
        var met = required & additional;
        return new Scores
        {
            { "required", required },
            { "additional", additional },
            { "criteriaMet", met },
            { Scores.Classification, Sums.Criteria(met) },
        };
    }

    /// <summary>
    /// Cotler et al. (2018), doi:10.3390/diagnostics8030066: often enough and bad enough on the same item.
    /// </summary>
    public static Scores DsqPemStep1(Answers answers, Meaning meaning)
    {
        var items = Enumerable.Range(1, PemItems).Select(i => IsOftenAndBad(answers, i, meaning)).ToList();
        var positive = Sums.AtLeast(meaning.Number("items"), items);
        return new Scores
        {
            { "itemsMeeting2_2", items.Count(i => i == true) },
            { "step1Positive", positive },
            {
                Scores.Classification,
                positive switch
                {
                    true => "positive",
                    false => "negative",
                    null => "indeterminate",
                }
            },
        };
    }

    private static bool? IsOftenAndBad(Answers answers, int item, Meaning meaning) =>
        Sums.Reaches(answers.Number($"freq{item}"), meaning.Number("frequency"))
        & Sums.Reaches(answers.Number($"sev{item}"), meaning.Number("severity"));
}
