using Hl7.FhirPath;
using Inomya.Questionnaires;

namespace Inomya.Fhir;

/// <summary>The compiled expressions of a level of the form.</summary>
internal sealed class ExpressionScope
{
    /// <param name="traced">With hooks for a tracer that can stop them.</param>
    /// <param name="place">The link id of the item that the level belongs to, or "form".</param>
    /// <exception cref="FormException">An expression is not FHIRPath; its place is named.</exception>
    public ExpressionScope(
        IReadOnlyList<NamedExpression> variables,
        IReadOnlyList<FormItem> items,
        bool traced,
        string place
    )
    {
        Place = place;
        Variables = [.. variables.Select(v => (v.Name, Compiled(v.Expression, traced, place)))];
        foreach (var item in items)
            Take(item, traced);
    }

    public string Place { get; }
    public (string Name, CompiledExpression Expression)[] Variables { get; }
    public List<(string LinkId, CompiledExpression Expression)> Calculated { get; } = [];
    public List<(string LinkId, CompiledExpression Expression)> Conditions { get; } = [];
    public List<ExpressionScope> Inner { get; } = [];

    private bool IsEmpty => Calculated.Count == 0 && Conditions.Count == 0 && Inner.Count == 0;

    private void Take(FormItem item, bool traced)
    {
        var hasVariables = item.Variables.Count > 0;
        if (!hasVariables)
            AddExpressionsOf(item, traced);
        if (!hasVariables && item.Items.Count == 0)
            return;
        var inner = new ExpressionScope(item.Variables, item.Items, traced, item.LinkId);
        // the variables of an item are seen by its own expressions
        if (hasVariables)
            inner.AddExpressionsOf(item, traced);
        if (!inner.IsEmpty)
            Inner.Add(inner);
    }

    private void AddExpressionsOf(FormItem item, bool traced)
    {
        if (item.EnableExpression is { } enable)
            Conditions.Add((item.LinkId, Compiled(enable, traced, item.LinkId)));
        if (item.Calculated is { } calculated)
            Calculated.Add((item.LinkId, Compiled(calculated, traced, item.LinkId)));
    }

    private static CompiledExpression Compiled(string expression, bool traced, string place)
    {
        try
        {
            return FhirPathEngine.Compile(expression, traced);
        }
        catch (FormatException e)
        {
            throw new FormException(place, e.Message);
        }
    }
}
