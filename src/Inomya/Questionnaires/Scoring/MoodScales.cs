namespace Inomya.Questionnaires;

/// <summary>PHQ-9, PHQ-8, GAD-7 and PHQ-4.</summary>
/// <remarks>
/// Up to the allowed number of missing answers is filled with the mean of the others and marked as imputed (NHS Data
/// Dictionary, PHQ-9); the imputed total stays unrounded and its band is that of the total rounded half up (our rule).
/// A missing answer to item 9 of the PHQ-9 is unknown, never "no".
/// </remarks>
internal static class MoodScales
{
    public static Scores Phq9(Answers answers, Meaning meaning)
    {
        var scores = Start(answers, meaning, out var total);
        AddFirstTwo(scores, answers, "PHQ2", meaning.Number("phq2-positive"));
        scores.Add("item9Positive", Sums.Reaches(answers.Number("q9"), meaning.Number("item9-positive")));
        return Finish(scores, total, meaning);
    }

    public static Scores Phq8(Answers answers, Meaning meaning)
    {
        var scores = Start(answers, meaning, out var total);
        AddFirstTwo(scores, answers, "PHQ2", meaning.Number("phq2-positive"));
        return Finish(scores, total, meaning);
    }

    public static Scores Gad7(Answers answers, Meaning meaning)
    {
        var scores = Start(answers, meaning, out var total);
        AddFirstTwo(scores, answers, "GAD2", meaning.Number("gad2-positive"));
        return Finish(scores, total, meaning);
    }

    public static Scores Phq4(Answers answers, Meaning meaning)
    {
        double? worry = Sums.IfAll(answers.Numbers(["gad1", "gad2"])),
            low = Sums.IfAll(answers.Numbers(["phq1", "phq2"]));
        return new Scores
        {
            { "GAD2", worry },
            { "PHQ2", low },
            { "total", worry + low },
            { "GAD2_positive", Sums.Reaches(worry, meaning.Number("gad2-positive")) },
            { "PHQ2_positive", Sums.Reaches(low, meaning.Number("phq2-positive")) },
            { Scores.Classification, meaning.Band("severity", worry + low) ?? Sums.NotScorable },
        };
    }

    private static Scores Start(Answers answers, Meaning meaning, out double? total)
    {
        var items = (int)meaning.Number("items");
        var given = answers.Numbers(Sums.Items("q", items)).OfType<double>().ToList();
        total = Total(given, items, meaning);
        return new Scores
        {
            { "total", total },
            { "answered", given.Count },
            { "imputed", total is not null && given.Count < items },
        };
    }

    /// <summary>The first two items are a questionnaire of their own.</summary>
    private static void AddFirstTwo(Scores scores, Answers answers, string name, double positive)
    {
        var sum = Sums.IfAll(answers.Numbers(["q1", "q2"]));
        scores.Add(name, sum);
        scores.Add($"{name}_positive", Sums.Reaches(sum, positive));
    }

    private static double? Total(List<double> given, int items, Meaning meaning) =>
        given.Count > 0 && items - given.Count <= meaning.Missing.Allow ? given.Sum() * items / given.Count : null;

    private static Scores Finish(Scores scores, double? total, Meaning meaning)
    {
        scores.Add(
            "screenPositive10",
            Sums.Reaches(total is null ? null : Sums.HalfUp(total.Value), meaning.Number("screen-positive"))
        );
        scores.Add(Scores.Classification, meaning.Band("severity", total) ?? Sums.NotScorable);
        return scores;
    }
}
