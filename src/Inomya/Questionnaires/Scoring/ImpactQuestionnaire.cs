namespace Inomya.Questionnaires;

/// <summary>FIQR, and SIQR, which scores the same.</summary>
/// <remarks>
/// Bennett et al. (2009), doi:10.1186/ar2783. A missing answer weighs the rest of its domain up, as published; an empty
/// domain leaves the total open. Two sets of bands of the same group are in use; each result names the set.
/// </remarks>
internal static class ImpactQuestionnaire
{
    public static Scores Fiqr(Answers answers, Meaning meaning)
    {
        var function = Domain(answers, meaning, "f", "function");
        var overall = Domain(answers, meaning, "o", "overall");
        var symptoms = Domain(answers, meaning, "s", "symptom");
        var total = function + overall + symptoms;
        if (total is not null)
            total = Sums.Tidy(total.Value);
        var band = meaning.Band("severity2021", total);
        var answered =
            Given(answers, meaning, "f", "function").Count
            + Given(answers, meaning, "o", "overall").Count
            + Given(answers, meaning, "s", "symptom").Count;
        return new Scores
        {
            { "functionScore", function },
            { "overallScore", overall },
            { "symptomScore", symptoms },
            { "total", total },
            { "answered", answered },
            { "severity2018", meaning.Band("severity2018", total) },
            { "severity2021", band },
            { Scores.Classification, band ?? Sums.NotScorable },
        };
    }

    private static double? Domain(Answers answers, Meaning meaning, string prefix, string name)
    {
        var given = Given(answers, meaning, prefix, name);
        return given.Count == 0
            ? null
            : given.Sum() * meaning.Number($"{name}-items") / (given.Count * meaning.Number($"{name}-divisor"));
    }

    private static List<double> Given(Answers answers, Meaning meaning, string prefix, string name) =>
        [.. answers.Numbers(Sums.Items(prefix, (int)meaning.Number($"{name}-items"))).OfType<double>()];
}
