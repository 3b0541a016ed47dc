using System.Text.Json;

namespace Inomya.Questionnaires;

/// <summary>The value sets that a file itself contains; any other would need the network.</summary>
internal sealed class ContainedValueSets(JsonElement root)
{
    /// <summary>The options of a value set; null when the file does not contain it.</summary>
    /// <param name="reference">Its address, or "#" and its id.</param>
    public List<FormOption>? OptionsOf(string reference)
    {
        var set = FhirJson
            .Array(root, "contained")
            .FirstOrDefault(c =>
                FhirJson.Text(c, "resourceType") == "ValueSet"
                && ("#" + FhirJson.Text(c, "id") == reference || FhirJson.Text(c, "url") == reference)
            );
        return set.ValueKind == JsonValueKind.Object
            ? [.. Included(set).Select(c => OptionOf(c.System, c.Concept))]
            : null;
    }

    private static FormOption OptionOf(string? system, JsonElement concept) =>
        new(
            new ChoiceAnswer(
                system,
                FhirJson.Text(concept, "code"),
                FhirJson.Text(concept, "display"),
                AnswerJson.WeightOf(concept)
            )
        );

    private IEnumerable<(string? System, JsonElement Concept)> Included(JsonElement set)
    {
        if (set.TryGetProperty("expansion", out var expansion))
            return FhirJson.Array(expansion, "contains").Select(c => (FhirJson.Text(c, "system"), c));
        return set.TryGetProperty("compose", out var compose)
            ? FhirJson
                .Array(compose, "include")
                .SelectMany(i => Concepts(i).Select(c => (FhirJson.Text(i, "system"), c)))
            : [];
    }

    /// <summary>
    /// The codes an include lists or, where it takes a whole code system that the file contains, all of that.
    /// </summary>
    private IEnumerable<JsonElement> Concepts(JsonElement include)
    {
        if (FhirJson.Array(include, "concept").Any() || FhirJson.Text(include, "system") is not { } system)
            return FhirJson.Array(include, "concept");
        return CodesOf(system);
    }

    private IEnumerable<JsonElement> CodesOf(string system)
    {
        var codes = FhirJson
            .Array(root, "contained")
            .FirstOrDefault(c => FhirJson.Text(c, "resourceType") == "CodeSystem" && FhirJson.Text(c, "url") == system);
        return codes.ValueKind == JsonValueKind.Object ? FhirJson.Array(codes, "concept") : [];
    }
}
