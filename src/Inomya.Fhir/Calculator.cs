using Hl7.Fhir.FhirPath;
using Hl7.Fhir.Model;
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

    private static readonly Dictionary<string, IReadOnlyList<object>> NoValues = [];

    private readonly Form _form;
    private readonly bool _trusted;
    private readonly ExpressionScope _root;
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
        RefuseTooMuch(form);
        _root = trusted
            ? MakeScope()
            : DeepStack.Run(MakeScope, LastResort)
                ?? throw new FormException("form", "its expressions take too long to read");
        if (questionnaireJson is not null)
            _questionnaire = QuestionnaireReading.Read(questionnaireJson);

        ExpressionScope MakeScope() => new(form.Variables, form.Items, !trusted, "form");
    }

    private static void RefuseTooMuch(Form form)
    {
        List<string> expressions = [.. form.Variables.Select(v => v.Expression), .. form.All.SelectMany(Expressions)];
        if (expressions.Count > MaxExpressions)
            throw new FormException("form", $"more than {MaxExpressions} expressions");
        if (expressions.Sum(e => e.Length) > MaxExpressionText)
            throw new FormException("form", $"more than {MaxExpressionText} characters of expressions");
    }

    private static IEnumerable<string> Expressions(FormItem item) =>
        item
            .Variables.Select(v => v.Expression)
            .Concat(new[] { item.Calculated, item.EnableExpression }.OfType<string>());

    /// <param name="view">Usually what is enabled; all when a script scores bare answers.</param>
    public Calculation Calculate(FormAnswers answers, FormView view = FormView.Enabled)
    {
        if (!_form.HasExpressions)
            return Nothing();
        if (_trusted)
            return Pass(answers, view, NoValues, null);
        var done = _stuck ? null : DeepStack.Run(() => UntilStable(answers, view), LastResort);
        if (done is not null)
            return done;
        _stuck = true;
        return Nothing(new FailedExpression("form", "its expressions do not end"));
    }

    private static Calculation Nothing(params FailedExpression[] failed) =>
        new(NoValues, new HashSet<string>(), failed);

    private Calculation UntilStable(FormAnswers answers, FormView view)
    {
        var limit = new StepLimit();
        var last = Pass(answers, view, NoValues, limit);
        for (var pass = 1; pass < MaxPasses; pass++)
        {
            var before = last.Values;
            last = Pass(answers, view, before, limit);
            if (AreSame(before, last.Values))
                break;
        }
        return last;
    }

    private static bool AreSame(
        IReadOnlyDictionary<string, IReadOnlyList<object>> before,
        IReadOnlyDictionary<string, IReadOnlyList<object>> now
    ) =>
        now.Count == before.Count && now.All(v => before.TryGetValue(v.Key, out var was) && was.SequenceEqual(v.Value));

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
}
