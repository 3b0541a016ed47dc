using System.Text.Json;
using Inomya.Questionnaires;

namespace Inomya.Tests.Questionnaires;

/// <summary>Each decision of a questionnaire just below its number, at it and just above.</summary>
public class ScoringLimitsTests
{
    private static Scores Score(string rule, object answers)
    {
        var (instrument, name) = Vectors.Instruments.FindRule(rule)!.Value;
        var json = JsonSerializer.SerializeToElement(answers);
        return Scoring.Score(
            name,
            PlainAnswers.Fit(instrument.Form.Value, json, out _).ForScoring(FormView.All),
            instrument.Meaning
        );
    }

    private static readonly string[][] Regions =
    [
        ["shoulder_girdle_left", "upper_arm_left", "lower_arm_left"],
        ["shoulder_girdle_right", "upper_arm_right", "lower_arm_right"],
        ["hip_left", "upper_leg_left", "lower_leg_left"],
        ["hip_right", "upper_leg_right", "lower_leg_right"],
        ["neck", "upper_back", "lower_back"],
    ];
    private static readonly string[] Beside = ["jaw_left", "jaw_right", "chest", "abdomen"];

    /// <summary>So many areas over so many regions, and symptoms of so much.</summary>
    private static Dictionary<string, object> Survey(int areas, int regions, int symptoms)
    {
        var order = Enumerable.Range(0, 3).SelectMany(i => Regions.Take(regions).Select(r => r[i])).Concat(Beside);
        var answers = Regions.SelectMany(r => r).Concat(Beside).ToDictionary(a => a, _ => (object)false);
        foreach (var area in order.Take(areas))
            answers[area] = true;
        var left = symptoms;
        foreach (var severity in (string[])["fatigue", "waking_unrefreshed", "cognitive"])
        {
            answers[severity] = Math.Min(3, left);
            left -= Math.Min(3, left);
        }
        foreach (var somatic in (string[])["headache", "abdominal_pain", "depression"])
        {
            answers[somatic] = left > 0;
            left -= Math.Min(1, left);
        }
        answers["duration_3_months"] = true;
        answers["other_disorder_explains_pain"] = false;
        return answers;
    }

    [Theory]
    [InlineData(7, 3, 5, false)] // three regions are not everywhere
    [InlineData(7, 4, 5, true)]
    [InlineData(7, 5, 5, true)]
    [InlineData(6, 4, 5, false)]
    [InlineData(7, 4, 4, false)]
    [InlineData(6, 4, 9, true)]
    [InlineData(6, 4, 8, false)]
    [InlineData(4, 4, 9, true)]
    [InlineData(4, 4, 8, false)]
    [InlineData(3, 3, 9, false)]
    public void The_criteria_of_2016_are_met_at_their_numbers_and_in_four_of_five_regions(
        int areas,
        int regions,
        int symptoms,
        bool met
    )
    {
        var scores = Score("ACR2016", Survey(areas, regions, symptoms));
        Assert.Equal(
            (areas, regions, symptoms),
            ((int)scores.Number("WPI")!, (int)scores.Number("painRegions")!, (int)scores.Number("SSS")!)
        );
        Assert.Equal(met, scores.YesNo("criteriaMet"));
        Assert.Equal(met ? "criteria-met" : "criteria-not-met", scores.Word(Scores.Classification));
    }

    [Theory]
    [InlineData(7, 5, true)]
    [InlineData(6, 5, false)]
    [InlineData(7, 4, false)]
    [InlineData(3, 9, true)]
    [InlineData(2, 9, false)]
    [InlineData(3, 8, false)]
    [InlineData(6, 9, true)]
    public void The_criteria_of_2011_ask_for_no_region_and_for_three_areas(int areas, int symptoms, bool met) =>
        Assert.Equal(met, Score("ACR2011-FS", Survey(areas, 3, symptoms)).YesNo("criteriaMet"));

    [Theory]
    [InlineData(7, 5, false)]
    [InlineData(7, 6, true)]
    [InlineData(8, 6, true)]
    public void A_survey_score_of_13_is_named_as_such(int areas, int symptoms, bool above) =>
        Assert.Equal(above, Score("ACR2011-FS", Survey(areas, 5, symptoms)).YesNo("FS_ge13"));

    [Fact]
    public void Less_than_three_months_or_another_cause_meets_nothing_and_not_answered_decides_nothing()
    {
        var answers = Survey(9, 5, 9);
        Assert.True(Score("ACR2016", answers).YesNo("criteriaMet"));
        Assert.False(Score("ACR2016", With(answers, "duration_3_months", false)).YesNo("criteriaMet"));
        Assert.Null(Score("ACR2016", With(answers, "duration_3_months", null)).YesNo("criteriaMet"));
        Assert.False(Score("ACR2011-FS", With(answers, "other_disorder_explains_pain", true)).YesNo("criteriaMet"));
        Assert.Null(Score("ACR2011-FS", With(answers, "other_disorder_explains_pain", null)).YesNo("criteriaMet"));
        Assert.Null(Score("ACR2016", With(answers, "neck", null)).YesNo("criteriaMet"));
    }

    [Theory]
    [InlineData(4, "none-minimal", false)]
    [InlineData(5, "mild", false)]
    [InlineData(9, "mild", false)]
    [InlineData(10, "moderate", true)]
    [InlineData(14, "moderate", true)]
    [InlineData(15, "moderately-severe", true)]
    [InlineData(19, "moderately-severe", true)]
    [InlineData(20, "severe", true)]
    public void The_PHQ_9_is_in_the_band_that_begins_at_its_number_and_stands_out_from_10(
        int total,
        string band,
        bool positive
    )
    {
        var scores = Score("PHQ-9", Items("q", 9, total));
        Assert.Equal(total, scores.Number("total"));
        Assert.Equal((band, positive), (scores.Word(Scores.Classification), scores.YesNo("screenPositive10")));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Item_9_stands_out_from_its_first_step(int answer, bool positive) =>
        Assert.Equal(positive, Score("PHQ-9", With(Items("q", 9, 0), "q9", answer)).YesNo("item9Positive"));

    [Fact]
    public void Item_9_without_an_answer_is_not_known() =>
        Assert.Null(Score("PHQ-9", With(Items("q", 9, 0), "q9", null)).YesNo("item9Positive"));

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void The_first_two_questions_stand_out_from_3(int sum, bool positive)
    {
        Assert.Equal(positive, Score("PHQ-9", Items("q", 9, sum)).YesNo("PHQ2_positive"));
        Assert.Equal(positive, Score("GAD-7", Items("q", 7, sum)).YesNo("GAD2_positive"));
        var worried = new Dictionary<string, object>
        {
            ["gad1"] = Math.Min(3, sum),
            ["gad2"] = 0,
            ["phq1"] = 0,
            ["phq2"] = 0,
        };
        var four = Score("PHQ-4", worried);
        Assert.Equal((positive, false), (four.YesNo("GAD2_positive"), four.YesNo("PHQ2_positive")));
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void The_GAD_7_stands_out_from_10(int total, bool positive) =>
        Assert.Equal(positive, Score("GAD-7", Items("q", 7, total)).YesNo("screenPositive10"));

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void Disability_needs_six_of_eight_categories(int categories, bool scored)
    {
        var all = Items("dressing_", 2, 0);
        string[] names = ["dressing", "arising", "eating", "walking", "hygiene", "reach", "grip", "activities"];
        foreach (var name in names.Take(categories))
            (all[$"{name}_1"], all[$"{name}_2"]) = (1, 0);
        foreach (var name in names.Skip(categories))
            all = Without(all, $"{name}_1", $"{name}_2");
        Assert.Equal(scored ? 1.0 : null, Score("HAQ-DI", all).Number("HAQ_DI"));
    }

    [Theory]
    [InlineData(0, false, 0)]
    [InlineData(0, true, 2)]
    [InlineData(1, true, 2)]
    [InlineData(2, true, 2)]
    [InlineData(3, true, 3)]
    public void An_aid_makes_a_category_at_least_2_and_never_less_than_it_was(int worst, bool aid, double scored)
    {
        var all = new Dictionary<string, object>();
        foreach (
            var name in (string[])["dressing", "arising", "eating", "walking", "hygiene", "reach", "grip", "activities"]
        )
            (all[$"{name}_1"], all[$"{name}_aid_or_help"]) = (worst, aid);
        Assert.Equal(scored, Score("HAQ-DI", all).Number("HAQ_DI"));
    }

    [Theory]
    [InlineData(11, true)]
    [InlineData(12, false)]
    public void Fewer_stands_than_the_number_for_ones_age_are_below_average(int stands, bool below) =>
        Assert.Equal(
            below,
            Score(
                    "30s-chair-stand",
                    new
                    {
                        age = 64,
                        sex = "female",
                        stands,
                        used_arms = false,
                    }
                )
                .YesNo("belowAverage")
        );

    [Theory]
    [InlineData(59, null)]
    [InlineData(60, 12.0)]
    [InlineData(64, 12.0)]
    [InlineData(65, 11.0)]
    [InlineData(94, 4.0)]
    [InlineData(95, null)]
    public void A_norm_holds_from_its_first_to_its_last_year_of_age(int age, double? cutoff) =>
        Assert.Equal(
            cutoff,
            Score(
                    "30s-chair-stand",
                    new
                    {
                        age,
                        sex = "female",
                        stands = 10,
                        used_arms = false,
                    }
                )
                .Number("cutoff")
        );

    [Theory]
    [InlineData(11.4, false, false)]
    [InlineData(11.5, true, false)]
    [InlineData(15, true, false)]
    [InlineData(15.1, true, true)]
    public void More_seconds_than_the_number_are_worse_and_the_number_itself_is_not(
        double seconds,
        bool worse,
        bool falls
    )
    {
        var scores = Score("5xSTS", new { age = 65, seconds });
        Assert.Equal((worse, falls), (scores.YesNo("worseThanAverage"), scores.YesNo("over15s")));
    }

    [Theory]
    [InlineData(11, 15.99, false)]
    [InlineData(11, 16, true)]
    [InlineData(16, 11, true)]
    [InlineData(11, 11, false)]
    public void A_change_matters_from_its_points_on_whichever_way(double before, double now, bool matters) =>
        Assert.Equal(matters, new ImportantChange { Kind = "points", Least = 5 }.Matters(before, now));

    [Theory]
    [InlineData(5, 3.5, true)]
    [InlineData(5, 3.51, false)]
    [InlineData(5, 6.5, true)]
    [InlineData(0, 4, null)]
    public void A_change_in_percent_is_of_what_it_was_before_and_of_0_none_can_be_told(
        double before,
        double now,
        bool? matters
    ) => Assert.Equal(matters, new ImportantChange { Kind = "percent", Least = 30 }.Matters(before, now));

    [Theory]
    [InlineData(10, 0, false)]
    [InlineData(11, 0, true)]
    [InlineData(10, 1, null)]
    [InlineData(9, 1, false)]
    public void At_least_so_many_is_told_as_soon_as_the_open_ones_cannot_change_it(int yes, int open, bool? said) =>
        Assert.Equal(
            said,
            Sums.AtLeast(
                11,
                [
                    .. Enumerable.Repeat((bool?)true, yes),
                    .. Enumerable.Repeat((bool?)null, open),
                    .. Enumerable.Repeat((bool?)false, 18 - yes - open),
                ]
            )
        );

    private static Dictionary<string, object> Items(string prefix, int items, int total)
    {
        var answers = new Dictionary<string, object>();
        for (var i = 1; i <= items; i++)
        {
            answers[$"{prefix}{i}"] = Math.Min(3, total);
            total -= Math.Min(3, total);
        }
        return answers;
    }

    private static Dictionary<string, object> With(Dictionary<string, object> answers, string item, object? answer) =>
        answer is null ? Without(answers, item) : new(answers) { [item] = answer };

    private static Dictionary<string, object> Without(Dictionary<string, object> answers, params string[] items) =>
        answers.Where(a => !items.Contains(a.Key)).ToDictionary();
}
