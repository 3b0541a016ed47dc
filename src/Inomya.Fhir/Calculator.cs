using Hl7.Fhir.FhirPath;
using Hl7.Fhir.Model;
using Hl7.FhirPath;
using Inomya.Questionnaires;

namespace Inomya.Fhir;

/// <summary>
/// Works out the FHIRPath of one form: variables, calculated items, and items hidden by an expression.
/// </summary>
/// <remarks>
/// The expressions of our own instruments are compiled to run fast. Those of a form that someone brought run with their
/// steps counted, on a thread of their own with a deep stack, and again until nothing changes, since one calculated
/// item may read another.
/// </remarks>
public sealed class Calculator
{
    /// <summary>
    /// Not what decides whether a form is good, which counts of steps and characters do: after this a step of the SDK
    /// that none of them sees is left behind on its thread.
    /// </summary>
    public static readonly TimeSpan LastResort = TimeSpan.FromMinutes(2);

    /// <summary>More expressions than this are refused.</summary>
    public const int MaxExpressions = 2_000;

    /// <summary>
    /// Characters of all expressions together: the SDK needs a fifth of a millisecond to read one in a long chain.
    /// </summary>
    public const int MaxExpressionText = 200_000;

    private const int MaxPasses = 5;
    private const int StackBytes = 64 << 20;
    private static readonly Dictionary<string, IReadOnlyList<object>> Nothing = [];

    private readonly Form _form;
    private readonly bool _trusted;
    private readonly Scope _root;
    private readonly Base? _questionnaire;
    private volatile bool _stuck;

    /// <param name="trusted">One of our own instruments.</param>
    /// <param name="questionnaireJson">
    /// The form itself, for expressions that read %questionnaire; null where none does.
    /// </param>
    /// <exception cref="FormException">
    /// An expression is not FHIRPath, or there are too many; the item is named.
    /// </exception>
    public Calculator(Form form, bool trusted = false, string? questionnaireJson = null)
    {
        (_form, _trusted) = (form, trusted);
        List<string> expressions = [.. form.Variables.Select(v => v.Expression), .. form.All.SelectMany(Expressions)];
        if (expressions.Count > MaxExpressions)
            throw new FormException("form", $"more than {MaxExpressions} expressions");
        if (expressions.Sum(e => e.Length) > MaxExpressionText)
            throw new FormException("form", $"more than {MaxExpressionText} characters of expressions");
        _root = trusted
            ? MakeScope()
            : OnDeepStack(MakeScope) ?? throw new FormException("form", "its expressions take too long to read");
        if (questionnaireJson is not null)
            _questionnaire = QuestionnaireReading.Read(questionnaireJson);

        Scope MakeScope() => new(form.Variables, form.Items, !trusted, "form");
    }

    private static IEnumerable<string> Expressions(FormItem item) =>
        item
            .Variables.Select(v => v.Expression)
            .Concat(new[] { item.Calculated, item.EnableExpression }.OfType<string>());

    /// <param name="view">Usually what is enabled; all when a script scores bare answers.</param>
    public Calculation Calculate(FormAnswers answers, FormView view = FormView.Enabled)
    {
        if (!_form.HasExpressions)
            return new Calculation(Nothing, new HashSet<string>(), []);
        if (_trusted)
            return Pass(answers, view, Nothing, null);
        var done = _stuck ? null : OnDeepStack(() => UntilStable(answers, view));
        if (done is not null)
            return done;
        _stuck = true;
        return new Calculation(
            Nothing,
            new HashSet<string>(),
            [new FailedExpression("form", "its expressions do not end")]
        );
    }

    private Calculation UntilStable(FormAnswers answers, FormView view)
    {
        var limit = new StepLimit();
        var last = Pass(answers, view, Nothing, limit);
        for (var pass = 1; pass < MaxPasses; pass++)
        {
            var next = Pass(answers, view, last.Values, limit);
            var same =
                next.Values.Count == last.Values.Count
                && next.Values.All(v =>
                    last.Values.TryGetValue(v.Key, out var before) && before.SequenceEqual(v.Value)
                );
            last = next;
            if (same)
                break;
        }
        return last;
    }

    private Calculation Pass(
        FormAnswers answers,
        FormView view,
        IReadOnlyDictionary<string, IReadOnlyList<object>> before,
        StepLimit? limit
    )
    {
        var response = ResponseBuilder.Build(answers, view, before).ToPocoNode();
        var context = new FhirEvaluationContext
        {
            Resource = response,
            RootResource = response,
            DebugTracer = limit,
        };
        if (_questionnaire is not null)
            context.Environment["questionnaire"] = [_questionnaire.ToPocoNode()];
        var result = new Evaluation(response, context);
        result.Run(_root);
        return new Calculation(result.Values, result.Disabled, result.Failed);
    }

    /// <summary>The result of work on a thread with a deep stack; null when it has not ended in time.</summary>
    private static T? OnDeepStack<T>(Func<T> work)
        where T : class
    {
        T? result = null;
        Exception? failed = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception e)
                {
                    failed = e;
                }
            },
            StackBytes
        )
        {
            IsBackground = true,
        };
        thread.Start();
        if (!thread.Join(LastResort))
            return null;
        return failed is null
            ? result
            : throw (failed is FormException ? failed : new FormException("form", failed.Message));
    }

    /// <summary>The compiled expressions of a level of the form.</summary>
    private sealed class Scope
    {
        public Scope(IReadOnlyList<NamedExpression> variables, IReadOnlyList<FormItem> items, bool traced, string place)
        {
            Place = place;
            Variables = [.. variables.Select(v => (v.Name, Compiled(v.Expression, traced, place)))];
            foreach (var item in items)
            {
                if (item.EnableExpression is { } outer && item.Variables.Count == 0)
                    Conditions.Add((item.LinkId, Compiled(outer, traced, item.LinkId)));
                if (item.Calculated is { } calculated && item.Variables.Count == 0)
                    Calculated.Add((item.LinkId, Compiled(calculated, traced, item.LinkId)));
                if (item.Variables.Count == 0 && item.Items.Count == 0)
                    continue;
                var inner = new Scope(item.Variables, item.Items, traced, item.LinkId);
                // the variables of an item are seen by its own expressions
                if (item.EnableExpression is { } enable && item.Variables.Count > 0)
                    inner.Conditions.Add((item.LinkId, Compiled(enable, traced, item.LinkId)));
                if (item.Calculated is { } own && item.Variables.Count > 0)
                    inner.Calculated.Add((item.LinkId, Compiled(own, traced, item.LinkId)));
                if (!inner.IsEmpty)
                    Inner.Add(inner);
            }
        }

        public string Place { get; }
        public (string Name, CompiledExpression Expression)[] Variables { get; }
        public List<(string LinkId, CompiledExpression Expression)> Calculated { get; } = [];
        public List<(string LinkId, CompiledExpression Expression)> Conditions { get; } = [];
        public List<Scope> Inner { get; } = [];

        private bool IsEmpty => Calculated.Count == 0 && Conditions.Count == 0 && Inner.Count == 0;

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

    /// <summary>One walk over the expressions, for one response.</summary>
    private sealed class Evaluation(PocoNode response, FhirEvaluationContext context)
    {
        public Dictionary<string, IReadOnlyList<object>> Values { get; } = new(StringComparer.Ordinal);
        public HashSet<string> Disabled { get; } = new(StringComparer.Ordinal);
        public List<FailedExpression> Failed { get; } = [];

        public void Run(Scope scope)
        {
            var hidden = new List<(string Name, IEnumerable<PocoNode>? Outer)>();
            foreach (var (name, expression) in scope.Variables)
            {
                hidden.Add((name, context.Environment.TryGetValue(name, out var outer) ? outer : null));
                context.Environment[name] = Evaluate(expression, scope.Place);
            }
            foreach (var (linkId, expression) in scope.Conditions)
                if (Evaluate(expression, linkId) is not [var only] || FhirPathEngine.Plain(only) is not true)
                    Disabled.Add(linkId);
            foreach (var (linkId, expression) in scope.Calculated)
                if (
                    Evaluate(expression, linkId).Select(FhirPathEngine.Plain).OfType<object>().ToList() is
                    { Count: > 0 } values
                )
                    Values[linkId] = values;
            foreach (var inner in scope.Inner)
                Run(inner);
            foreach (var (name, outer) in Enumerable.Reverse(hidden))
                if (outer is null)
                    context.Environment.Remove(name);
                else
                    context.Environment[name] = outer;
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
}
