using Hl7.Fhir.FhirPath;
using Hl7.Fhir.Model;
using Hl7.FhirPath;
using Inomya.Questionnaires;

namespace Inomya.Fhir;

/// <summary>One walk over the expressions, for one response: those in a group that repeats once for each repetition.</summary>
/// <param name="begins">The form is begun now: what it puts there itself is worked out too.</param>
internal sealed class Evaluation(BuiltResponse built, FhirEvaluationContext context, FormAnswers answers, bool begins)
{
    private const string Context = "context";

    private readonly PocoNode _response = built.Response.ToPocoNode();

    public Dictionary<Place, IReadOnlyList<AnswerValue>> Calculated { get; } = [];
    public Dictionary<Place, IReadOnlyList<AnswerValue>> Initial { get; } = [];
    public Dictionary<Place, IReadOnlyList<AnswerValue>> Offered { get; } = [];
    public Dictionary<string, IReadOnlyList<object>> Values { get; } = new(StringComparer.Ordinal);
    public HashSet<Place> Disabled { get; } = [];
    public List<FailedExpression> Failed { get; } = [];
    public List<(Place Place, FormConstraint Constraint)> Broken { get; } = [];

    public void Run(ExpressionScope form)
    {
        context.Resource = _response;
        context.RootResource = _response;
        context.Environment[Context] = [_response];
        var hidden = Define(form, _response);
        Check(form, new Place(""), _response);
        foreach (var inner in form.Inner)
            RunAll(inner, "");
        Restore(hidden);
    }

    private void RunAll(ExpressionScope scope, string outer)
    {
        var item = scope.Item!;
        foreach (var (at, repeat) in answers.RepeatsWithin(item, outer).Index())
            RunAt(scope, new Place(item.LinkId, repeat), at == 0 ? new Place(item.LinkId, outer) : null);
    }

    /// <param name="whole">Where the item stands as a whole, at its first repetition: there it is enabled or not.</param>
    private void RunAt(ExpressionScope scope, Place place, Place? whole)
    {
        var own = built.At.GetValueOrDefault(place)?.ToPocoNode();
        var around = context.Environment[Context];
        context.Environment[Context] = own is null ? [] : [own];
        // a leaf asks about the form, and says what of itself it means by %context; a group is what it holds
        var focus = scope.Item!.Kind == ItemKind.Group && own is not null ? own : _response;
        var hidden = Define(scope, focus);
        Disable(scope, whole, focus);
        KeepAll(scope, place, focus);
        Check(scope, place, own);
        foreach (var inner in scope.Inner)
            RunAll(inner, place.Repeat);
        Restore(hidden);
        context.Environment[Context] = around;
    }

    private void Disable(ExpressionScope scope, Place? whole, PocoNode focus)
    {
        if (whole is { } place && scope.Enable is { } enable && !IsTrue(Evaluate(enable, scope, focus)))
            Disabled.Add(place);
    }

    private void KeepAll(ExpressionScope scope, Place place, PocoNode focus)
    {
        if (scope.Calculated is { } calculated)
            KeepValues(scope.Item!, place, Evaluate(calculated, scope, focus));
        if (scope.Offered is { } offered)
            Offered[place] = AnswersOf(scope.Item!, Evaluate(offered, scope, focus));
        if (begins && scope.Initial is { } initial)
            Initial[place] = AnswersOf(scope.Item!, Evaluate(initial, scope, focus));
    }

    private void KeepValues(FormItem item, Place place, List<PocoNode> result)
    {
        List<object> plain = [.. result.Select(PlainValue.Of).OfType<object>()];
        if (plain.Count > 0)
            Values.TryAdd(item.LinkId, plain);
        // a word for an item that takes numbers is shown, and is no answer
        if (AnswersOf(item, result) is { Count: > 0 } found)
            Calculated[place] = found;
    }

    private static List<AnswerValue> AnswersOf(FormItem item, List<PocoNode> result) =>
        [.. result.Select(n => PlainValue.Answer(item, n)).OfType<AnswerValue>()];

    /// <summary>What does not hold. Of an item without an answer there is nothing to say.</summary>
    private void Check(ExpressionScope scope, Place place, PocoNode? own)
    {
        if (own is null || (scope.Item is { Kind: not ItemKind.Group } && answers.At(place).Count == 0))
            return;
        foreach (var (constraint, expression) in scope.Constraints)
            if (Evaluate(expression, scope, own) is [var only] && FhirPathEngine.Plain(only) is false)
                Broken.Add((place, constraint));
    }

    /// <summary>Sets the variables of a level; what they hide of the levels above comes back.</summary>
    private List<(string Name, IEnumerable<PocoNode>? Outer)> Define(ExpressionScope scope, PocoNode focus)
    {
        var hidden = new List<(string Name, IEnumerable<PocoNode>? Outer)>();
        foreach (var (name, expression) in scope.Variables)
        {
            hidden.Add((name, context.Environment.TryGetValue(name, out var outer) ? outer : null));
            context.Environment[name] = Evaluate(expression, scope, focus);
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

    private List<PocoNode> Evaluate(CompiledExpression expression, ExpressionScope scope, PocoNode focus)
    {
        try
        {
            return [.. expression(focus, context)];
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Failed.Add(new FailedExpression(scope.Place, e.GetBaseException().Message));
            return [];
        }
    }
}
