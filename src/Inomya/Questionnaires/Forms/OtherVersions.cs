using System.Text.Json;

namespace Inomya.Questionnaires;

/// <summary>What other versions of FHIR call otherwise and mean the same: STU3 and R5 beside R4.</summary>
internal static class OtherVersions
{
    /// <exception cref="FormException">It is of DSTU2, whose questions are built in another way.</exception>
    public static void RefuseDstu2(JsonElement root)
    {
        if (root.TryGetProperty("group", out _) && !root.TryGetProperty("item", out _))
            throw new FormException("group", "this form is of FHIR DSTU2; forms are read from FHIR STU3 on");
    }

    /// <summary>R5 has one type for what is chosen, and says beside it whether own words are welcome.</summary>
    public static string? TypeOf(JsonElement item) =>
        (FhirJson.Text(item, "type"), FhirJson.Text(item, "answerConstraint")) switch
        {
            ("coding", "optionsOrString" or "optionsOrType") => "open-choice",
            ("coding", _) => "choice",
            var (type, _) => type,
        };

    /// <summary>answerOption, which STU3 calls option.</summary>
    public static IEnumerable<JsonElement> OptionsOf(JsonElement item) =>
        FhirJson.Array(item, item.TryGetProperty("answerOption", out _) ? "answerOption" : "option");

    /// <summary>answerValueSet, which STU3 calls options and refers to.</summary>
    public static string? ValueSetOf(JsonElement item) =>
        FhirJson.Text(item, "answerValueSet")
        ?? (
            item.TryGetProperty("options", out var options) && options.ValueKind == JsonValueKind.Object
                ? FhirJson.Text(options, "reference")
                : null
        );

    /// <summary>initial, of which STU3 has one and names its type: initialInteger.</summary>
    public static IEnumerable<AnswerValue> InitialOf(JsonElement item)
    {
        var values = FhirJson.Array(item, "initial").Select(AnswerJson.Read).OfType<AnswerValue>().ToList();
        return values.Count > 0 ? values
            : AnswerJson.Read(item, "initial") is { } only ? [only]
            : [];
    }

    /// <summary>The operator of a condition. STU3 has none: it compares for equal, or says whether there is an answer.</summary>
    public static string? OperatorOf(JsonElement condition) =>
        FhirJson.Text(condition, "operator")
        ?? (
            condition.TryGetProperty("hasAnswer", out _) ? "exists"
            : AnswerJson.Read(condition, "answer") is not null ? "="
            : null
        );

    /// <summary>What a condition compares with.</summary>
    public static AnswerValue? AnswerOf(JsonElement condition) =>
        AnswerJson.Read(condition, "answer")
        ?? (
            condition.TryGetProperty("hasAnswer", out var has)
            && has.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? new YesNoAnswer(has.GetBoolean())
                : null
        );

    /// <summary>One of several conditions is enough: where the form says so, and in STU3 always.</summary>
    public static bool IsAny(JsonElement item) =>
        FhirJson.Text(item, "enableBehavior") == "any"
        || FhirJson.Array(item, "enableWhen").Any(w => FhirJson.Text(w, "operator") is null);
}
