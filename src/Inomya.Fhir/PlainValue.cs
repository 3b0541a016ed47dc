using System.Globalization;
using Hl7.Fhir.Model;
using Inomya.Questionnaires;

namespace Inomya.Fhir;

/// <summary>What an expression gave, as an answer to the item it stands on.</summary>
internal static class PlainValue
{
    private const string Ordinal = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

    /// <summary>A double, a bool, a text, an option or an amount; null for anything else.</summary>
    public static object? Of(PocoNode node) =>
        node.Poco switch
        {
            Coding coding => Choice(coding),
            Quantity { Value: { } value } quantity => new QuantityAnswer(
                value,
                quantity.Unit,
                quantity.System,
                quantity.Code
            ),
            _ => FhirPathEngine.Plain(node),
        };

    /// <summary>The same as an answer of the item's kind; null where it cannot be one.</summary>
    public static AnswerValue? Answer(FormItem item, PocoNode node) =>
        Of(node) switch
        {
            double number => Number(item, number),
            bool yes => item.Kind == ItemKind.YesNo ? new YesNoAnswer(yes) : Text(item, yes ? "true" : "false"),
            string text => Text(item, text),
            AnswerValue value => item.Fit(value),
            _ => null,
        };

    private static AnswerValue? Number(FormItem item, double number)
    {
        if (!double.IsFinite(number) || Math.Abs(number) > 1e18)
            return null;
        return item.Kind switch
        {
            ItemKind.WholeNumber => new NumberAnswer((decimal)Math.Round(number), true),
            ItemKind.Number => new NumberAnswer((decimal)number, false),
            ItemKind.Quantity => item.Units is [var unit, ..]
                ? unit.Of((decimal)number)
                : new QuantityAnswer((decimal)number, null, null, null),
            _ => Text(item, number.ToString(CultureInfo.InvariantCulture)),
        };
    }

    private static AnswerValue? Text(FormItem item, string text) =>
        item.Kind switch
        {
            ItemKind.Choice or ItemKind.OpenChoice => Option(item, text),
            ItemKind.Number or ItemKind.WholeNumber or ItemKind.Quantity or ItemKind.YesNo => FormCheck.Read(
                item,
                text,
                out _
            ),
            _ => new TextAnswer(text, TypeOf(item.Kind)),
        };

    private static string TypeOf(ItemKind kind) =>
        kind switch
        {
            ItemKind.Day => "date",
            ItemKind.DayTime => "dateTime",
            ItemKind.Time => "time",
            ItemKind.Link => "uri",
            _ => "string",
        };

    private static AnswerValue Option(FormItem item, string text) =>
        item.Options.FirstOrDefault(o => o.Value.Text == text || o.Label == text)?.Value
        ?? (item.Kind == ItemKind.OpenChoice ? new TextAnswer(text) : new ChoiceAnswer(null, null, text));

    private static ChoiceAnswer Choice(Coding coding) =>
        new(coding.System, coding.Code, coding.Display, (coding.GetExtension(Ordinal)?.Value as FhirDecimal)?.Value);
}
