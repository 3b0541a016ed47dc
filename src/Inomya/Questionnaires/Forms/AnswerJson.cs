using System.Text.Json;

namespace Inomya.Questionnaires;

/// <summary>value[x] of FHIR R4, read and written.</summary>
internal static class AnswerJson
{
    private const string Ordinal = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
    private const string ItemWeight = "http://hl7.org/fhir/StructureDefinition/itemWeight";

    /// <summary>What FHIR keeps as a text, by the ending of its element.</summary>
    private static readonly Dictionary<string, string> TextTypes = new(StringComparer.Ordinal)
    {
        ["String"] = "string",
        ["Date"] = "date",
        ["DateTime"] = "dateTime",
        ["Time"] = "time",
        ["Uri"] = "uri",
    };

    /// <summary>The value of an element that has one; null when it has none.</summary>
    /// <param name="prefix">value, or answer as in enableWhen.</param>
    public static AnswerValue? Read(JsonElement json, string prefix)
    {
        foreach (var property in json.EnumerateObject())
            if (
                property.Name.StartsWith(prefix, StringComparison.Ordinal)
                && property.Name.Length > prefix.Length
                && char.IsAsciiLetterUpper(property.Name[prefix.Length])
            )
                return Read(property.Name[prefix.Length..], property.Value);
        return null;
    }

    public static AnswerValue? Read(JsonElement json) => Read(json, "value");

    private static AnswerValue? Read(string type, JsonElement value) =>
        type switch
        {
            "Boolean" => new YesNoAnswer(value.GetBoolean()),
            "Integer" => Number(value, whole: true),
            "Decimal" => Number(value, whole: false),
            "Coding" => Choice(value),
            "Quantity" => Quantity(value),
            _ when TextTypes.TryGetValue(type, out var text) => new TextAnswer(value.GetString()!, text),
            _ => new OtherAnswer(type, value.GetRawText()),
        };

    private static ChoiceAnswer Choice(JsonElement value) =>
        new(
            FhirJson.Text(value, "system"),
            FhirJson.Text(value, "code"),
            FhirJson.Text(value, "display"),
            WeightOf(value)
        );

    private static QuantityAnswer? Quantity(JsonElement value) =>
        value.TryGetProperty("value", out var number) && number.TryGetDecimal(out var amount)
            ? new QuantityAnswer(
                amount,
                FhirJson.Text(value, "unit"),
                FhirJson.Text(value, "system"),
                FhirJson.Text(value, "code")
            )
            : null;

    private static NumberAnswer? Number(JsonElement value, bool whole) =>
        value.TryGetDecimal(out var number) ? new NumberAnswer(number, whole) : null;

    /// <summary>ordinalValue or itemWeight on an element or on its valueCoding; null when there is none.</summary>
    public static decimal? WeightOf(JsonElement json)
    {
        foreach (var extension in FhirJson.Array(json, "extension"))
            if (
                FhirJson.Text(extension, "url") is Ordinal or ItemWeight
                && extension.TryGetProperty("valueDecimal", out var weight)
                && weight.TryGetDecimal(out var value)
            )
                return value;
        return null;
    }

    /// <summary>Writes "valueX": … into the object at hand.</summary>
    public static void Write(Utf8JsonWriter json, AnswerValue value)
    {
        switch (value)
        {
            case YesNoAnswer yesNo:
                json.WriteBoolean("valueBoolean", yesNo.Value);
                break;
            case NumberAnswer number:
                json.WritePropertyName(number.IsWhole ? "valueInteger" : "valueDecimal");
                json.WriteNumberValue(number.Value);
                break;
            case TextAnswer text:
                json.WriteString("value" + char.ToUpperInvariant(text.Type[0]) + text.Type[1..], text.Value);
                break;
            case ChoiceAnswer choice:
                WriteCoding(json, choice);
                break;
            case QuantityAnswer quantity:
                WriteQuantity(json, quantity);
                break;
            case OtherAnswer other:
                json.WritePropertyName("value" + other.Type);
                json.WriteRawValue(other.Json);
                break;
        }
    }

    private static void WriteCoding(Utf8JsonWriter json, ChoiceAnswer choice)
    {
        json.WriteStartObject("valueCoding");
        if (choice.Weight is { } weight)
            WriteWeight(json, weight);
        WriteText(json, "system", choice.System);
        WriteText(json, "code", choice.Code);
        WriteText(json, "display", choice.Display);
        json.WriteEndObject();
    }

    private static void WriteWeight(Utf8JsonWriter json, decimal weight)
    {
        json.WriteStartArray("extension");
        json.WriteStartObject();
        json.WriteString("url", Ordinal);
        json.WriteNumber("valueDecimal", weight);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteQuantity(Utf8JsonWriter json, QuantityAnswer quantity)
    {
        json.WriteStartObject("valueQuantity");
        json.WriteNumber("value", quantity.Value);
        WriteText(json, "unit", quantity.Unit);
        WriteText(json, "system", quantity.System);
        WriteText(json, "code", quantity.Code);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }
}
