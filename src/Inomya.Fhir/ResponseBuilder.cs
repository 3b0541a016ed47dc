using Hl7.Fhir.Model;
using Inomya.Questionnaires;

namespace Inomya.Fhir;

/// <summary>Makes the QuestionnaireResponse that expressions read.</summary>
internal static class ResponseBuilder
{
    private const string Ordinal = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

    public static BuiltResponse Build(FormAnswers answers, FormView view)
    {
        var response = Empty(answers.Form);
        var at = new Dictionary<Place, QuestionnaireResponse.ItemComponent>();
        foreach (var (place, item, _) in FormFlow.Shown(answers, view).Where(s => s.Item.Kind != ItemKind.Display))
        {
            var made = new QuestionnaireResponse.ItemComponent { LinkId = item.LinkId };
            at[place] = made;
            Under(at, answers.Form, item, place, response).Add(made);
            made.Answer.AddRange(answers.At(place).Select(Value).OfType<DataType>().Select(AnswerOf));
        }
        Prune(response.Item);
        return new BuiltResponse(response, at);
    }

    private static QuestionnaireResponse Empty(Form form) =>
        new() { Questionnaire = form.Canonical, Status = QuestionnaireResponse.QuestionnaireResponseStatus.InProgress };

    private static QuestionnaireResponse.AnswerComponent AnswerOf(DataType value) => new() { Value = value };

    /// <summary>
    /// The list an item belongs into: of its group, of the first answer of its question, or of the response.
    /// </summary>
    private static List<QuestionnaireResponse.ItemComponent> Under(
        Dictionary<Place, QuestionnaireResponse.ItemComponent> at,
        Form form,
        FormItem item,
        Place place,
        QuestionnaireResponse response
    )
    {
        if (item.Parent is null)
            return response.Item;
        var parent = at[new Place(item.Parent, RepeatAround(item, place))];
        if (form.Find(item.Parent)!.Kind == ItemKind.Group)
            return parent.Item;
        if (parent.Answer.Count == 0)
            parent.Answer.Add(new QuestionnaireResponse.AnswerComponent());
        return parent.Answer[0].Item;
    }

    private static string RepeatAround(FormItem item, Place place) =>
        item.IsRepeatingGroup ? place.Outer : place.Repeat;

    /// <summary>
    /// Takes out what holds no answer, except the repetitions of a group that are there to be counted.
    /// </summary>
    private static void Prune(List<QuestionnaireResponse.ItemComponent> items)
    {
        foreach (var item in items)
            PruneBelow(item);
        var repeated = items.CountBy(i => i.LinkId ?? "").Where(g => g.Value > 1).Select(g => g.Key).ToHashSet();
        items.RemoveAll(i => i.Answer.Count == 0 && i.Item.Count == 0 && !repeated.Contains(i.LinkId ?? ""));
    }

    private static void PruneBelow(QuestionnaireResponse.ItemComponent item)
    {
        Prune(item.Item);
        foreach (var answer in item.Answer)
            Prune(answer.Item);
        item.Answer.RemoveAll(a => a.Value is null && a.Item.Count == 0);
    }

    private static DataType? Value(AnswerValue value) =>
        value switch
        {
            YesNoAnswer yesNo => new FhirBoolean(yesNo.Value),
            NumberAnswer { IsWhole: true } whole => new Integer((int)whole.Value),
            NumberAnswer number => new FhirDecimal(number.Value),
            ChoiceAnswer choice => Coding(choice),
            QuantityAnswer quantity => Measured(quantity),
            TextAnswer text => Text(text),
            _ => null,
        };

    private static Quantity Measured(QuantityAnswer quantity) =>
        new()
        {
            Value = quantity.Value,
            Unit = quantity.Unit,
            System = quantity.System,
            Code = quantity.Code,
        };

    private static DataType Text(TextAnswer text) =>
        text.Type switch
        {
            "time" => new Time(text.Value),
            "date" => new Date(text.Value),
            "dateTime" => new FhirDateTime(text.Value),
            "uri" => new FhirUri(text.Value),
            _ => new FhirString(text.Value),
        };

    private static Coding Coding(ChoiceAnswer choice)
    {
        var coding = new Coding
        {
            System = choice.System,
            Code = choice.Code,
            Display = choice.Display,
        };
        if (choice.Weight is { } weight)
            coding.AddExtension(Ordinal, new FhirDecimal(weight));
        return coding;
    }
}
