using System.Globalization;
using Hl7.Fhir.Model;
using Inomya.Questionnaires;

namespace Inomya.Fhir;

/// <summary>Makes the QuestionnaireResponse that expressions read.</summary>
internal static class ResponseBuilder
{
    private const string Ordinal = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

    /// <param name="calculated">Values of calculated items so far, by link id.</param>
    public static QuestionnaireResponse Build(
        FormAnswers answers,
        FormView view,
        IReadOnlyDictionary<string, IReadOnlyList<object>> calculated
    )
    {
        var response = new QuestionnaireResponse
        {
            Questionnaire = answers.Form.Canonical,
            Status = QuestionnaireResponse.QuestionnaireResponseStatus.InProgress,
        };
        var at = new Dictionary<Place, QuestionnaireResponse.ItemComponent>();
        foreach (var (place, item, _) in FormFlow.Shown(answers, view))
        {
            if (item.Kind == ItemKind.Display)
                continue;
            var made = new QuestionnaireResponse.ItemComponent { LinkId = item.LinkId };
            at[place] = made;
            Under(at, answers.Form, item, place, response).Add(made);
            var values = item.Calculated is null
                ? answers.At(place).Select(Value)
                : calculated.GetValueOrDefault(item.LinkId, []).Select(v => Value(item, v));
            foreach (var value in values.OfType<DataType>())
                made.Answer.Add(new QuestionnaireResponse.AnswerComponent { Value = value });
        }
        Prune(response.Item);
        return response;
    }

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
        var repeat = item is { Kind: ItemKind.Group, Repeats: true } ? Outer(place.Repeat) : place.Repeat;
        var parent = at[new Place(item.Parent, repeat)];
        if (form.Find(item.Parent)!.Kind == ItemKind.Group)
            return parent.Item;
        if (parent.Answer.Count == 0)
            parent.Answer.Add(new QuestionnaireResponse.AnswerComponent());
        return parent.Answer[0].Item;
    }

    private static string Outer(string repeat) => repeat.LastIndexOf('.') is > 0 and var dot ? repeat[..dot] : "";

    /// <summary>
    /// Takes out what holds no answer, except the repetitions of a group that are there to be counted.
    /// </summary>
    private static void Prune(List<QuestionnaireResponse.ItemComponent> items)
    {
        foreach (var item in items)
        {
            Prune(item.Item);
            foreach (var answer in item.Answer)
                Prune(answer.Item);
            item.Answer.RemoveAll(a => a.Value is null && a.Item.Count == 0);
        }
        var groups = items.CountBy(i => i.LinkId ?? "").Where(g => g.Value > 1).Select(g => g.Key).ToHashSet();
        items.RemoveAll(i => i.Answer.Count == 0 && i.Item.Count == 0 && !groups.Contains(i.LinkId ?? ""));
    }

    private static DataType? Value(AnswerValue value) =>
        value switch
        {
            YesNoAnswer yesNo => new FhirBoolean(yesNo.Value),
            NumberAnswer { IsWhole: true } whole => new Integer((int)whole.Value),
            NumberAnswer number => new FhirDecimal(number.Value),
            ChoiceAnswer choice => Coding(choice),
            QuantityAnswer quantity => new Quantity
            {
                Value = quantity.Value,
                Unit = quantity.Unit,
                System = quantity.System,
                Code = quantity.Code,
            },
            TextAnswer { Type: "time" } time => new Time(time.Value),
            TextAnswer { Type: "date" } date => new Date(date.Value),
            TextAnswer { Type: "dateTime" } instant => new FhirDateTime(instant.Value),
            TextAnswer { Type: "uri" } uri => new FhirUri(uri.Value),
            TextAnswer text => new FhirString(text.Value),
            _ => null,
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

    private static DataType? Value(FormItem item, object plain) =>
        (item.Kind, plain) switch
        {
            (ItemKind.WholeNumber, double whole) => new Integer((int)Math.Round(whole)),
            (_, double number) => new FhirDecimal((decimal)number),
            (_, bool yes) => new FhirBoolean(yes),
            (_, string text) => new FhirString(text),
            _ => new FhirString(Convert.ToString(plain, CultureInfo.InvariantCulture)),
        };
}
