using Hl7.FhirPath.Expressions;

namespace Inomya.Fhir;

/// <summary>Tells whether each repeat() of an expression ends.</summary>
/// <remarks>
/// repeat() that only walks to nodes that are there ends with the last of them; one that makes new values, such as
/// <c>repeat($this + 1)</c>, need never end, and the SDK compares each value with all before it within a single step.
/// </remarks>
internal static class RepeatWalk
{
    private const string Repeat = "repeat";

    /// <summary>What a walk may be made of; the criteria of where() may be anything, since they choose and make nothing.</summary>
    private static readonly HashSet<string> Walks = new(StringComparer.Ordinal)
    {
        "where",
        "ofType",
        "as",
        "first",
        "last",
        "tail",
        "skip",
        "take",
        "children",
        "descendants",
        "answers",
        "itemsAt",
        "itemsLike",
        "binary.|",
        "union",
    };

    public static bool Ends(Expression expression) =>
        expression is not FunctionCallExpression call
        || (
            (call.FunctionName != Repeat || call.Arguments.All(IsWalk))
            && (call.Focus is null || Ends(call.Focus))
            && call.Arguments.All(Ends)
        );

    private static bool IsWalk(Expression expression) =>
        expression switch
        {
            ChildExpression child => child.Focus is null || IsWalk(child.Focus),
            FunctionCallExpression { FunctionName: Repeat } inner => IsWalk(inner.Focus),
            FunctionCallExpression call => Walks.Contains(call.FunctionName) && WalksOn(call),
            VariableRefExpression => true,
            _ => false,
        };

    /// <summary>Both sides of a union are walks; of the others only what they start from.</summary>
    private static bool WalksOn(FunctionCallExpression call) =>
        call.FunctionName.StartsWith("binary", StringComparison.Ordinal)
            ? call.Arguments.All(IsWalk)
            : call.Focus is null || IsWalk(call.Focus);
}
