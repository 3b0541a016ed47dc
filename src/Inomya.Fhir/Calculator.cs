using Hl7.Fhir.FhirPath;
using Hl7.Fhir.Model;
using Inomya.Questionnaires;
using Person = Inomya.Journals.Person;

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

    /// <summary>One calculated item may read another that reads another; a chain longer than this is no form.</summary>
    private const int MaxPasses = 25;

    private static readonly HashSet<Place> NonePlaces = [];

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

        ExpressionScope MakeScope() => new(form, !trusted);
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
        item.Variables.Select(v => v.Expression).Concat(Optional(item));

    private static IEnumerable<string> Optional(FormItem item) =>
        ((string?[])[item.Calculated, item.EnableExpression, item.InitialExpression, item.AnswerExpression])
            .OfType<string>()
            .Concat(item.Constraints.Select(c => c.Expression));

    /// <summary>The answers of a form that is begun now: what it puts there itself, also by its expressions.</summary>
    /// <param name="patient">The person, where they let the form read who they are.</param>
    public FormAnswers Begin(Person? patient = null)
    {
        var answers = FormAnswers.Begin(_form);
        if (_form.All.All(i => i.InitialExpression is null))
            return answers;
        foreach (var (place, values) in Calculate(answers, patient: patient, begins: true).Initial)
            if (values.Count > 0 && answers.At(place).Count == 0)
                answers.Set(place, OneOrAll(place, values));
        return answers;
    }

    private IReadOnlyList<AnswerValue> OneOrAll(Place place, IReadOnlyList<AnswerValue> values) =>
        _form.Find(place.LinkId)!.Repeats ? values : [values[0]];

    /// <param name="view">Usually what is enabled; all when a script scores bare answers.</param>
    /// <param name="patient">The person, where they let the form read who they are; then it is %patient.</param>
    /// <param name="begins">With what the form puts there when it is begun.</param>
    public Calculation Calculate(
        FormAnswers answers,
        FormView view = FormView.Enabled,
        Person? patient = null,
        bool begins = false
    )
    {
        if (!_form.HasExpressions)
            return Nothing(answers);
        var asked = new Asked(view, patient is null ? null : new FhirPerson(patient).ToPatient(), begins);
        return _trusted ? Result(Pass(answers, asked, null), view) : Bounded(answers, asked);
    }

    private Calculation Bounded(FormAnswers answers, Asked asked)
    {
        var done = _stuck ? null : DeepStack.Run(() => UntilStable(answers, asked), LastResort);
        if (done is not null)
            return done;
        _stuck = true;
        return Nothing(answers, new FailedExpression("form", "its expressions do not end"));
    }

    private static Calculation Nothing(FormAnswers answers, params FailedExpression[] failed) =>
        new(answers, new Dictionary<string, IReadOnlyList<object>>(), failed);

    /// <summary>What one calculation gave decides what the next sees, until nothing changes any more.</summary>
    private Calculation UntilStable(FormAnswers answers, Asked asked)
    {
        var limit = new StepLimit();
        var now = answers.With(NoValues, NonePlaces);
        for (var pass = 1; ; pass++)
        {
            var done = Pass(now, asked, limit);
            if (AreSame(now, done.Answers))
                return Result(done, asked.View);
            if (pass == MaxPasses)
                return Unsettled(done, asked.View);
            now = done.Answers;
        }
    }

    /// <summary>
    /// Expressions that answer each other for ever: nothing that they calculate is told, and nothing is left out.
    /// </summary>
    private static Calculation Unsettled((FormAnswers Answers, Evaluation Result) last, FormView view)
    {
        var answers = last.Answers.With(NoValues, NonePlaces);
        var failed = new FailedExpression("form", "its expressions depend on each other in a circle");
        return Result(last, view) with
        {
            Answers = answers,
            Values = new Dictionary<string, IReadOnlyList<object>>(),
            Failed = [.. last.Result.Failed, failed],
        };
    }

    private static Dictionary<Place, IReadOnlyList<AnswerValue>> NoValues => [];

    private static bool AreSame(FormAnswers before, FormAnswers now) =>
        before.Disabled.SetEquals(now.Disabled)
        && before.Places.Count() == now.Places.Count()
        && now.Places.All(p => before.At(p).SequenceEqual(now.At(p)));

    private (FormAnswers Answers, Evaluation Result) Pass(FormAnswers answers, Asked asked, StepLimit? limit)
    {
        var built = ResponseBuilder.Build(answers, asked.View);
        var context = new FhirEvaluationContext { DebugTracer = limit };
        if (_questionnaire is not null)
            context.Environment["questionnaire"] = [_questionnaire.ToPocoNode()];
        context.Environment["patient"] = asked.Patient is null ? [] : [asked.Patient.ToPocoNode()];
        var result = new Evaluation(built, context, answers, asked.Begins);
        result.Run(_root);
        return (answers.With(result.Calculated, result.Disabled), result);
    }

    /// <summary>What is left out now has no value, also one that was calculated.</summary>
    private static Calculation Result((FormAnswers Answers, Evaluation Result) done, FormView view)
    {
        var (answers, result) = done;
        var there = FormFlow.Shown(answers, view).Select(s => s.Place).ToHashSet();
        return new Calculation(answers, Counting(result, there), [.. result.Failed.Distinct()])
        {
            Offered = result.Offered,
            Initial = result.Initial,
            Broken = [.. result.Broken.Where(b => b.Place.LinkId.Length == 0 || there.Contains(b.Place))],
        };
    }

    private static Dictionary<string, IReadOnlyList<object>> Counting(Evaluation result, HashSet<Place> there)
    {
        var items = there.Select(p => p.LinkId).ToHashSet(StringComparer.Ordinal);
        return result.Values.Where(v => items.Contains(v.Key)).ToDictionary(v => v.Key, v => v.Value);
    }

    /// <summary>What a calculation is for.</summary>
    private sealed record Asked(FormView View, Patient? Patient, bool Begins);
}
