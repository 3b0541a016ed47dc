using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inomya.Fhir;

/// <summary>Records of DSTU2 and STU3, where some elements stood alone that are lists in R4 and mean the same.</summary>
internal static class OlderRecords
{
    /// <summary>Elements of an Observation or a DiagnosticReport that older versions have once.</summary>
    private static readonly string[] OnceAlone = ["category", "performer", "interpretation"];

    /// <summary>The same file as R4 writes it.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static MemoryStream AsR4(Stream file)
    {
        var root = JsonNode.Parse(file);
        var waiting = new Stack<JsonNode?>([root]);
        while (waiting.TryPop(out var node))
            foreach (var child in Children(node))
                waiting.Push(child);
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(root));
    }

    private static List<JsonNode?> Children(JsonNode? node)
    {
        if (node is JsonArray list)
            return [.. list];
        if (node is not JsonObject read)
            return [];
        if (TypeOf(read) is "Observation" or "DiagnosticReport")
            foreach (var name in OnceAlone)
                if (read[name] is JsonObject alone)
                    read[name] = new JsonArray(alone.DeepClone());
        return [.. read.Select(p => p.Value)];
    }

    private static string? TypeOf(JsonObject read) =>
        read["resourceType"] is JsonValue type && type.TryGetValue<string>(out var name) ? name : null;
}
