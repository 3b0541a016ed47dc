namespace Inomya.Questionnaires;

/// <summary>Work (WPAI:GH) and disability (HAQ-DI).</summary>
internal static class FunctionScales
{
    /// <summary>Reilly et al. (1993), doi:10.2165/00019053-199304050-00006. Shares in percent.</summary>
    /// <remarks>
    /// Without a job only activity is scored. No hours worked and none missed: absence and overall are open. A week
    /// missed as a whole is 100 percent absence and overall, whatever the answer on working would be (the formula gives
    /// 100 for each of them), and no presenteeism.
    /// </remarks>
    public static Scores Wpai(Answers answers, Meaning meaning)
    {
        var employed = answers.YesNo("q1_employed");
        var (absent, reduced) = employed == true ? Work(answers, meaning) : (null, null);
        var overall = absent == 1 ? 1 : absent + (1 - absent) * reduced;
        double?[] all =
        [
            100 * absent,
            100 * reduced,
            100 * overall,
            100 * answers.Number("q6_activity_impact") / meaning.Number("rating-top"),
        ];
        return new Scores
        {
            { "absenteeism", all[0] },
            { "presenteeism", all[1] },
            { "overallWork", all[2] },
            { "activity", all[3] },
            { Scores.Classification, employed == false ? "not-employed" : Completeness(all) },
        };
    }

    /// <summary>The share of hours that were missed, and by how much those that were worked are worth less.</summary>
    private static (double? Absent, double? Reduced) Work(Answers answers, Meaning meaning)
    {
        double? missed = answers.Number("q2_hours_missed_health"),
            worked = answers.Number("q4_hours_worked"),
            impact = answers.Number("q5_work_impact") / meaning.Number("rating-top");
        return (missed + worked > 0 ? missed / (missed + worked) : null, worked != 0 ? impact : null);
    }

    /// <summary>"complete", "partial", or "not-scorable" when nothing could be scored.</summary>
    public static string Completeness(double?[] scores) =>
        scores.All(s => s is not null) ? "complete"
        : scores.All(s => s is null) ? Sums.NotScorable
        : "partial";

    private static readonly (string Name, int Items)[] Categories =
    [
        ("dressing", 2),
        ("arising", 2),
        ("eating", 3),
        ("walking", 2),
        ("hygiene", 3),
        ("reach", 2),
        ("grip", 3),
        ("activities", 3),
    ];

    /// <summary>
    /// Fries et al. (1980): the worst item of each category; an aid or help makes it at least 2; their mean.
    /// </summary>
    public static Scores HaqDi(Answers answers, Meaning meaning)
    {
        var scored = Categories.Select(c => Category(answers, meaning, c)).OfType<double>().ToList();
        double? mean = scored.Count >= meaning.Number("least-categories") ? scored.Sum() / scored.Count : null;
        return new Scores
        {
            { "categoriesScored", scored.Count },
            { "HAQ_DI", mean },
            { Scores.Classification, meaning.Band("disability", mean) ?? Sums.NotScorable },
        };
    }

    private static double? Category(Answers answers, Meaning meaning, (string Name, int Items) category)
    {
        var worst = answers.Numbers(Sums.Items(category.Name + "_", category.Items)).Max();
        return worst is not null && answers.YesNo(category.Name + "_aid_or_help") == true
            ? Math.Max(worst.Value, meaning.Number("with-aid"))
            : worst;
    }
}
