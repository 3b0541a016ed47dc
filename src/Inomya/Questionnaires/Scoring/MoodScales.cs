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
        var first = Sums.IfAll(answers.Numbers(["q1", "q2"]));
        var scores = Start(answers, meaning, out var total);
        scores.Add("PHQ2", first);
        scores.Add("PHQ2_positive", AtLeast(first, meaning.Number("phq2-positive")));
        scores.Add("item9Positive", AtLeast(answers.Number("q9"), meaning.Number("item9-positive")));
        return Finish(scores, total, meaning);
    }

    public static Scores Phq8(Answers answers, Meaning meaning)
    {
        var first = Sums.IfAll(answers.Numbers(["q1", "q2"]));
        var scores = Start(answers, meaning, out var total);
        scores.Add("PHQ2", first);
        scores.Add("PHQ2_positive", AtLeast(first, meaning.Number("phq2-positive")));
        return Finish(scores, total, meaning);
    }

    public static Scores Gad7(Answers answers, Meaning meaning)
    {
        var first = Sums.IfAll(answers.Numbers(["q1", "q2"]));
        var scores = Start(answers, meaning, out var total);
        scores.Add("GAD2", first);
        scores.Add("GAD2_positive", AtLeast(first, meaning.Number("gad2-positive")));
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
            { "GAD2_positive", AtLeast(worry, meaning.Number("gad2-positive")) },
            { "PHQ2_positive", AtLeast(low, meaning.Number("phq2-positive")) },
            { Scores.Classification, meaning.Band("severity", worry + low) ?? Sums.NotScorable },
        };
    }

    private static Scores Start(Answers answers, Meaning meaning, out double? total)
    {
        var items = (int)meaning.Number("items");
        var given = answers.Numbers(Sums.Items("q", items)).OfType<double>().ToList();
        var scorable = given.Count > 0 && items - given.Count <= meaning.Missing.Allow;
        total = scorable ? given.Sum() * items / given.Count : null;
        return new Scores
        {
            { "total", total },
            { "answered", given.Count },
            { "imputed", scorable && given.Count < items },
        };
    }

    private static Scores Finish(Scores scores, double? total, Meaning meaning)
    {
        scores.Add(
            "screenPositive10",
            AtLeast(total is null ? null : Sums.HalfUp(total.Value), meaning.Number("screen-positive"))
        );
        scores.Add(Scores.Classification, meaning.Band("severity", total) ?? Sums.NotScorable);
        return scores;
    }

    private static bool? AtLeast(double? value, double least) => value is null ? null : value >= least;
}
