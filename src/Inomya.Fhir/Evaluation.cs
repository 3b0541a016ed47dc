using Hl7.Fhir.FhirPath;
using Hl7.Fhir.Model;
using Hl7.FhirPath;

namespace Inomya.Fhir;

/// <summary>One walk over the expressions, for one response.</summary>
internal sealed class Evaluation(PocoNode response, FhirEvaluationContext context)
{
    public Dictionary<string, IReadOnlyList<object>> Values { get; } = new(StringComparer.Ordinal);
    public HashSet<string> Disabled { get; } = new(StringComparer.Ordinal);
    public List<FailedExpression> Failed { get; } = [];

    public void Run(ExpressionScope scope)
    {
        var hidden = Define(scope);
        foreach (var (linkId, expression) in scope.Conditions)
            if (!IsTrue(Evaluate(expression, linkId)))
                Disabled.Add(linkId);
        foreach (var (linkId, expression) in scope.Calculated)
            Keep(linkId, Evaluate(expression, linkId));
        foreach (var inner in scope.Inner)
            Run(inner);
        Restore(hidden);
    }

    /// <summary>Sets the variables of a level; what they hide of the levels above comes back.</summary>
    private List<(string Name, IEnumerable<PocoNode>? Outer)> Define(ExpressionScope scope)
    {
        var hidden = new List<(string Name, IEnumerable<PocoNode>? Outer)>();
        foreach (var (name, expression) in scope.Variables)
        {
            hidden.Add((name, context.Environment.TryGetValue(name, out var outer) ? outer : null));
            context.Environment[name] = Evaluate(expression, scope.Place);
        }
        return hidden;
    }

    private void Restore(List<(string Name, IEnumerable<PocoNode>? Outer)> hidden)
    {
        foreach (var (name, outer) in Enumerable.Reverse(hidden))
            if (outer is null)
                context.Environment.Remove(name);
            else
                context.Environment[name] = outer;
    }

    private static bool IsTrue(List<PocoNode> result) => result is [var only] && FhirPathEngine.Plain(only) is true;

    private void Keep(string linkId, List<PocoNode> result)
    {
        List<object> values = [.. result.Select(FhirPathEngine.Plain).OfType<object>()];
        if (values.Count > 0)
            Values[linkId] = values;
    }

    private List<PocoNode> Evaluate(CompiledExpression expression, string place)
    {
        try
        {
            return [.. expression(response, context)];
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Failed.Add(new FailedExpression(place, e.GetBaseException().Message));
            return [];
        }
    }
}
