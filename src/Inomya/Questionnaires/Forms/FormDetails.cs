using System.Text.Json;

namespace Inomya.Questionnaires;

/// <summary>What extensions of FHIR and of SDC say about an item besides its logic.</summary>
internal static class FormDetails
{
    public const string Sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";
    private const string Loinc = "http://loinc.org";

    /// <summary>The item with its limits, units, codes and layout.</summary>
    public static FormItem With(FormItem item, JsonElement json) =>
        WithLimits(item, json) with
        {
            EntryFormat = Text(json, "entryFormat"),
            Units = Units(json, item.LinkId),
            LoincCodes = LoincCodes(json),
            Markup = Markup(json, "_text"),
        };

    private static FormItem WithLimits(FormItem item, JsonElement json) =>
        item with
        {
            Min = Limit(json, "minValue") ?? Quantity(json, "minQuantity"),
            Max = Limit(json, "maxValue") ?? Quantity(json, "maxQuantity"),
            MinLength = Whole(json, "minLength"),
            MinOccurs = Whole(json, "questionnaire-minOccurs"),
            MaxOccurs = Whole(json, "questionnaire-maxOccurs"),
            Pattern = Text(json, "regex"),
        };

    public static bool HasFlag(JsonElement json, string name) =>
        FhirJson.Extensions(json, FhirJson.Core + name).Any(e => FhirJson.Flag(e, "valueBoolean"));

    /// <summary>The text of an element with its layout; markdown before XHTML.</summary>
    private static FormMarkup? Markup(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var element) || element.ValueKind != JsonValueKind.Object)
            return null;
        if (First(element, "rendering-markdown", "valueMarkdown", "valueString") is { } markdown)
            return new FormMarkup(markdown, IsMarkdown: true);
        return First(element, "rendering-xhtml", "valueString") is { } xhtml ? new FormMarkup(xhtml, false) : null;
    }

    private static string? Text(JsonElement json, string name) => First(json, name, "valueString");

    private static string? First(JsonElement json, string name, params string[] values) =>
        FhirJson
            .Extensions(json, FhirJson.Core + name)
            .SelectMany(e => values.Select(v => FhirJson.Text(e, v)))
            .FirstOrDefault(t => !string.IsNullOrWhiteSpace(t));

    private static int? Whole(JsonElement json, string name) =>
        FhirJson
            .Extensions(json, FhirJson.Core + name)
            .Select(e => FhirJson.WholeNumber(e, "valueInteger"))
            .FirstOrDefault(n => n is not null);

    private static AnswerValue? Limit(JsonElement json, string name) =>
        FhirJson.Extensions(json, FhirJson.Core + name).Select(AnswerJson.Read).FirstOrDefault();

    private static AnswerValue? Quantity(JsonElement json, string name) =>
        FhirJson.Extensions(json, Sdc + name).Select(AnswerJson.Read).FirstOrDefault();

    /// <summary>The one unit, or those to choose from, or that of an initial quantity.</summary>
    private static List<FormUnit> Units(JsonElement json, string place)
    {
        var given = UnitsOf(json, "questionnaire-unit", place)
            .Concat(UnitsOf(json, "questionnaire-unitOption", place))
            .Distinct()
            .ToList();
        return given.Count > 0 ? given : InitialUnit(json);
    }

    private static IEnumerable<FormUnit> UnitsOf(JsonElement json, string name, string place) =>
        FhirJson
            .Extensions(json, FhirJson.Core + name)
            .Select(e =>
                e.TryGetProperty("valueCoding", out var coding) && Unit(coding, "display") is { } unit
                    ? unit
                    : throw new FormException(place, "a unit has no code and no name")
            );

    private static List<FormUnit> InitialUnit(JsonElement json) =>
        [
            .. FhirJson
                .Array(json, "initial")
                .Select(i => i.TryGetProperty("valueQuantity", out var quantity) ? Unit(quantity, "unit") : null)
                .OfType<FormUnit>()
                .Take(1),
        ];

    private static FormUnit? Unit(JsonElement json, string words)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return null;
        var unit = new FormUnit(FhirJson.Text(json, words), FhirJson.Text(json, "system"), FhirJson.Text(json, "code"));
        return unit.Label.Length > 0 ? unit : null;
    }

    private static List<string> LoincCodes(JsonElement json) =>
        [
            .. FhirJson
                .Array(json, "code")
                .Where(c => FhirJson.Text(c, "system") == Loinc)
                .Select(c => FhirJson.Text(c, "code"))
                .OfType<string>(),
        ];
}
