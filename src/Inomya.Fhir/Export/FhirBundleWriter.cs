using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace Inomya.Fhir;

/// <summary>Writes a Bundle of type collection, one resource after the other; none stays in memory.</summary>
internal sealed class FhirBundleWriter : IDisposable
{
    private static readonly JsonSerializerOptions Fhir = new JsonSerializerOptions().ForFhir(ModelInfo.ModelInspector);

    private readonly Utf8JsonWriter _json;

    public FhirBundleWriter(Stream to, string timestamp)
    {
        _json = new Utf8JsonWriter(to);
        _json.WriteStartObject();
        _json.WriteString("resourceType", "Bundle");
        _json.WriteString("type", "collection");
        _json.WriteString("timestamp", timestamp);
        _json.WriteStartArray("entry");
    }

    public static string AddressOf(Guid id) => $"urn:uuid:{id}";

    public static ResourceReference ReferenceTo(Guid id) => new(AddressOf(id));

    public void Add(Guid id, Resource resource)
    {
        _json.WriteStartObject();
        _json.WriteString("fullUrl", AddressOf(id));
        _json.WritePropertyName("resource");
        JsonSerializer.Serialize(_json, resource, Fhir);
        _json.WriteEndObject();
        _json.Flush();
    }

    public void Dispose()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Dispose();
    }
}
