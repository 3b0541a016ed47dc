using Inomya.Questionnaires;

namespace Inomya.Fhir;

/// <summary>What the expressions of a form gave.</summary>
/// <param name="Answers">A copy of the answers with what was calculated, and without what an expression leaves out.</param>
/// <param name="Values">
/// Of each calculated item that has a value, by link id: doubles, bools, texts; a <see cref="ChoiceAnswer"/> for a
/// Coding and a <see cref="QuantityAnswer"/> for a Quantity.
/// </param>
/// <param name="Failed">Expressions that could not be worked out, with the reason; their items have no value.</param>
public sealed record Calculation(
    FormAnswers Answers,
    IReadOnlyDictionary<string, IReadOnlyList<object>> Values,
    IReadOnlyList<FailedExpression> Failed
)
{
    /// <summary>Places that an enableWhenExpression hides.</summary>
    public IReadOnlySet<Place> Disabled => Answers.Disabled;

    /// <summary>What may be answered at a place, where an expression works that out.</summary>
    public IReadOnlyDictionary<Place, IReadOnlyList<AnswerValue>> Offered { get; init; } =
        new Dictionary<Place, IReadOnlyList<AnswerValue>>();

    /// <summary>What an expression puts there before anybody has answered.</summary>
    public IReadOnlyDictionary<Place, IReadOnlyList<AnswerValue>> Initial { get; init; } =
        new Dictionary<Place, IReadOnlyList<AnswerValue>>();

    /// <summary>What does not hold between the answers, and where the form says so; "" for the whole form.</summary>
    public IReadOnlyList<(Place Place, FormConstraint Constraint)> Broken { get; init; } = [];

    /// <summary>The value of one score of a shipped instrument: a double, a bool, a text, or null.</summary>
    public object? Score(string rule, string name) =>
        Values.TryGetValue(string.Join('.', "score", rule, name), out var values) ? values[0] : null;
}
