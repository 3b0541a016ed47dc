namespace Inomya.Fhir;

/// <summary>What the expressions of a form gave.</summary>
/// <param name="Values">Of each calculated item that has a value, by link id: doubles, bools, texts.</param>
/// <param name="Disabled">Items that an enableWhenExpression hides.</param>
/// <param name="Failed">Expressions that could not be worked out, with the reason; their items have no value.</param>
public sealed record Calculation(
    IReadOnlyDictionary<string, IReadOnlyList<object>> Values,
    IReadOnlySet<string> Disabled,
    IReadOnlyList<FailedExpression> Failed
)
{
    /// <summary>The value of one score of a shipped instrument: a double, a bool, a text, or null.</summary>
    public object? Score(string rule, string name) =>
        Values.TryGetValue(string.Join('.', "score", rule, name), out var values) ? values[0] : null;
}
