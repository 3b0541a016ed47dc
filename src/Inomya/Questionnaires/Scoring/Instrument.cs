namespace Inomya.Questionnaires;

/// <summary>A questionnaire with what its answers mean.</summary>
/// <param name="Form">Its questions, read when first asked for.</param>
public sealed record Instrument(string Id, Meaning Meaning, Lazy<Form> Form)
{
    /// <summary>Scores answers by each of its rules.</summary>
    public IReadOnlyDictionary<string, Scores> Score(Answers answers) =>
        Meaning.Rules.ToDictionary(rule => rule, rule => Scoring.Score(rule, answers, Meaning));

    /// <summary>The safety rules that these answers set off, whatever the scores are.</summary>
    public IReadOnlyList<SafetyRule> Alarms(Answers answers) =>
        [.. Meaning.Safety.Where(rule => answers.Number(rule.Item) >= rule.AtLeast)];
}
