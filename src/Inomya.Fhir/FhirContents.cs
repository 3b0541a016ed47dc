using System.Text.Json;

namespace Inomya.Fhir;

/// <summary>What is in a FHIR file, for people: how many of each kind, and about whom.</summary>
public static class FhirContents
{
    /// <summary>By kind of resource, those of a Bundle without the Bundle; empty where it is no FHIR.</summary>
    public static IReadOnlyDictionary<string, int> Count(byte[] file)
    {
        try
        {
            using var json = JsonDocument.Parse(file);
            return Resources(json.RootElement)
                .CountBy(KindOf)
                .OrderBy(k => k.Key)
                .ToDictionary(k => k.Key, k => k.Value);
        }
        catch (JsonException)
        {
            return new Dictionary<string, int>();
        }
    }

    private static string KindOf(JsonElement resource) => resource.GetProperty("resourceType").GetString() ?? "";

    private static IEnumerable<JsonElement> Resources(JsonElement resource)
    {
        if (
            resource.ValueKind != JsonValueKind.Object
            || !resource.TryGetProperty("resourceType", out var kind)
            || kind.ValueKind != JsonValueKind.String
        )
            return [];
        return kind.GetString() == "Bundle" && resource.TryGetProperty("entry", out var entries)
            ? entries
                .EnumerateArray()
                .Where(e => e.ValueKind == JsonValueKind.Object)
                .SelectMany(e => e.TryGetProperty("resource", out var inner) ? Resources(inner) : [])
            : [resource];
    }
}
