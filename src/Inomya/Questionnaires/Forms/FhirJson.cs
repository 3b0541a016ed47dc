using System.Text.Json;

namespace Inomya.Questionnaires;

/// <summary>Elements of FHIR R4 as they stand in JSON; what is not there is null, empty or false.</summary>
internal static class FhirJson
{
    /// <summary>What the addresses of FHIR's own extensions begin with.</summary>
    public const string Core = "http://hl7.org/fhir/StructureDefinition/";

    /// <summary>Is it a resource of this type?</summary>
    public static bool Is(JsonElement json, string type) =>
        json.ValueKind == JsonValueKind.Object && Text(json, "resourceType") == type;

    public static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static bool Flag(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    public static int? WholeNumber(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) ? number : null;

    public static IEnumerable<JsonElement> Array(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : [];

    public static IEnumerable<JsonElement> Extensions(JsonElement json, string url) =>
        Array(json, "extension").Where(e => Text(e, "url") == url);

    /// <summary>
    /// The translations of a text, by language, from the FHIR extension for it; one without a language or a text plays
    /// no part.
    /// </summary>
    public static Dictionary<string, string> Translations(JsonElement json, string name)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!json.TryGetProperty(name, out var element) || element.ValueKind != JsonValueKind.Object)
            return found;
        foreach (var translation in Extensions(element, Core + "translation"))
            if (
                PartOf(translation, "valueCode") is { } language
                && PartOf(translation, "valueString", "valueMarkdown") is { } text
            )
                found[language] = text;
        return found;
    }

    /// <summary>The first text under one of these names in the parts of an extension.</summary>
    private static string? PartOf(JsonElement extension, params string[] names) =>
        Array(extension, "extension")
            .SelectMany(part => names.Select(n => Text(part, n)))
            .FirstOrDefault(t => t is not null);
}
