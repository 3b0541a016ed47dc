namespace Inomya.Questionnaires;

/// <summary>FIQR, and SIQR, which scores the same.</summary>
/// <remarks>
/// Bennett et al. (2009), doi:10.1186/ar2783. A missing answer weighs the rest of its domain up, as published; an empty
/// domain leaves the total open. Two sets of bands of the same group are in use; each result names the set.
/// </remarks>
internal static class ImpactQuestionnaire
{
    private static readonly Domain Function = new("f", "function"),
        Overall = new("o", "overall"),
        Symptoms = new("s", "symptom");

    private static readonly Domain[] Domains = [Function, Overall, Symptoms];

    public static Scores Fiqr(Answers answers, Meaning meaning)
    {
        var function = Score(answers, meaning, Function);
        var overall = Score(answers, meaning, Overall);
        var symptoms = Score(answers, meaning, Symptoms);
        var total = function + overall + symptoms;
        if (total is not null)
            total = Sums.Tidy(total.Value);
        var band = meaning.Band("severity2021", total);
        return new Scores
        {
            { "functionScore", function },
            { "overallScore", overall },
            { "symptomScore", symptoms },
            { "total", total },
            { "answered", Domains.Sum(d => Given(answers, meaning, d).Count) },
            { "severity2018", meaning.Band("severity2018", total) },
            { "severity2021", band },
            { Scores.Classification, band ?? Sums.NotScorable },
        };
    }

    private static double? Score(Answers answers, Meaning meaning, Domain domain)
    {
        var given = Given(answers, meaning, domain);
        return given.Count == 0
            ? null
            : given.Sum()
                * meaning.Number($"{domain.Name}-items")
                / (given.Count * meaning.Number($"{domain.Name}-divisor"));
    }

    private static List<double> Given(Answers answers, Meaning meaning, Domain domain)
    {
        var items = (int)meaning.Number($"{domain.Name}-items");
        return [.. answers.Numbers(Sums.Items(domain.Prefix, items)).OfType<double>()];
    }

    /// <param name="Prefix">What the names of its items begin with.</param>
    private sealed record Domain(string Prefix, string Name);
}
