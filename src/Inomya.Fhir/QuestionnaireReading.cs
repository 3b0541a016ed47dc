using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace Inomya.Fhir;

/// <summary>Reads a Questionnaire for expressions that look into it.</summary>
internal static class QuestionnaireReading
{
    private static readonly JsonSerializerOptions Lenient = new JsonSerializerOptions()
        .ForFhir(ModelInfo.ModelInspector)
        .UsingMode(DeserializationMode.Ostrich);

    /// <exception cref="Questionnaires.FormException">It cannot be read at all.</exception>
    public static Questionnaire Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Questionnaire>(json, Lenient)
                ?? throw new Questionnaires.FormException("file", "it is empty");
        }
        catch (Exception e) when (e is JsonException or DeserializationFailedException or NotSupportedException)
        {
            throw new Questionnaires.FormException("file", e.Message);
        }
    }
}
