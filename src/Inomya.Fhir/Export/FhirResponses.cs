using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Inomya.Journals;
using Inomya.Questionnaires;

namespace Inomya.Fhir;

/// <summary>Answers to questionnaires, as they count now: one to a question that is switched off is not sent out.</summary>
internal sealed class FhirResponses(Instruments instruments, IReadOnlyList<OwnForm> own, FhirPerson person)
{
    private const string OwnPrefix = "own:";

    private static readonly JsonSerializerOptions Lenient = new JsonSerializerOptions()
        .ForFhir(ModelInfo.ModelInspector)
        .UsingMode(DeserializationMode.Ostrich);

    /// <summary>Null where what is kept is no response any more.</summary>
    public QuestionnaireResponse? Of(Response response)
    {
        if (Read(response) is not { } read)
            return null;
        read.Meta = FhirPerson.Reported(response.Source);
        read.Subject = person.Reference;
        read.Author = person.Reference;
        read.Source = person.Reference;
        read.Authored = FhirText.Day(response.Day);
        read.Status = response.Completed
            ? QuestionnaireResponse.QuestionnaireResponseStatus.Completed
            : QuestionnaireResponse.QuestionnaireResponseStatus.InProgress;
        return read;
    }

    private QuestionnaireResponse? Read(Response response)
    {
        try
        {
            return JsonSerializer.Deserialize<Resource>(Counting(response), Lenient) as QuestionnaireResponse;
        }
        catch (Exception e) when (e is JsonException or DeserializationFailedException or FormException)
        {
            return null;
        }
    }

    private string Counting(Response response) =>
        FormOf(response.Instrument) is { } form
            ? ResponseJson.Write(ResponseJson.Read(form, response.Json), response.Completed)
            : response.Json;

    private Form? FormOf(string instrument)
    {
        if (!instrument.StartsWith(OwnPrefix, StringComparison.Ordinal))
            return instruments.Find(instrument)?.Form.Value;
        var form = own.FirstOrDefault(f => instrument == $"{OwnPrefix}{f.Id}");
        return form is null ? null : FormReader.Read(System.Text.Encoding.UTF8.GetBytes(form.Json));
    }
}
