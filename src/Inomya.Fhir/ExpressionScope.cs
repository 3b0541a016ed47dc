using System.Text.RegularExpressions;
using Hl7.FhirPath;
using Inomya.Questionnaires;

namespace Inomya.Fhir;

/// <summary>The compiled expressions of one item, or of the form, and those of what stands below it.</summary>
internal sealed partial class ExpressionScope
{
    /// <summary>Of a whole form.</summary>
    /// <param name="traced">With hooks for a tracer that can stop them.</param>
    /// <exception cref="FormException">An expression is not FHIRPath; its place is named.</exception>
    public ExpressionScope(Form form, bool traced)
        : this(null, form.Variables, form.Constraints, form.Items, traced) { }

    private ExpressionScope(
        FormItem? item,
        IReadOnlyList<NamedExpression> variables,
        IReadOnlyList<FormConstraint> constraints,
        IReadOnlyList<FormItem> items,
        bool traced
    )
    {
        Item = item;
        Variables = [.. InOrder(variables).Select(v => (v.Name, Compiled(v.Expression, traced)!))];
        Constraints = [.. constraints.Select(c => (c, Compiled(c.Expression, traced)!))];
        Inner = Below(items, traced);
        if (item is null)
            return;
        Enable = Compiled(item.EnableExpression, traced);
        Calculated = Compiled(item.Calculated, traced);
        Initial = Compiled(item.InitialExpression, traced);
        Offered = Compiled(item.AnswerExpression, traced);
    }

    private static List<ExpressionScope> Below(IReadOnlyList<FormItem> items, bool traced) =>
        [
            .. items
                .Select(i => new ExpressionScope(i, i.Variables, i.Constraints, i.Items, traced))
                .Where(s => !s.IsEmpty),
        ];

    /// <summary>Null for the form.</summary>
    public FormItem? Item { get; }

    /// <summary>In an order in which each uses only those before it, where there is one.</summary>
    public IReadOnlyList<(string Name, CompiledExpression Expression)> Variables { get; }
    public IReadOnlyList<(FormConstraint Constraint, CompiledExpression Expression)> Constraints { get; }
    public CompiledExpression? Enable { get; }
    public CompiledExpression? Calculated { get; }
    public CompiledExpression? Initial { get; }
    public CompiledExpression? Offered { get; }
    public IReadOnlyList<ExpressionScope> Inner { get; }

    /// <summary>The link id of the item, or "form".</summary>
    public string Place => Item?.LinkId ?? "form";

    private bool IsEmpty =>
        (Enable ?? Calculated ?? Initial ?? Offered) is null && Constraints.Count + Inner.Count == 0;

    /// <summary>
    /// The order of extensions in a file means nothing. Variables that go in circles come last, and fail when they are
    /// worked out.
    /// </summary>
    private static List<NamedExpression> InOrder(IReadOnlyList<NamedExpression> variables)
    {
        var waiting = variables.ToList();
        var ordered = new List<NamedExpression>();
        while (waiting.Find(v => !UsesAny(v, waiting)) is { } next)
        {
            ordered.Add(next);
            waiting.Remove(next);
        }
        return [.. ordered, .. waiting];
    }

    private static bool UsesAny(NamedExpression variable, List<NamedExpression> others) =>
        Uses(variable).Any(name => others.Exists(o => o.Name == name));

    private static IEnumerable<string> Uses(NamedExpression variable) =>
        Named().Matches(variable.Expression).Select(m => m.Groups["name"].Value);

    private CompiledExpression? Compiled(string? expression, bool traced)
    {
        try
        {
            return expression is null ? null : FhirPathEngine.Compile(expression, traced);
        }
        catch (FormatException e)
        {
            throw new FormException(Place, e.Message);
        }
    }

    [GeneratedRegex(@"%`?(?<name>\w+)")]
    private static partial Regex Named();
}
