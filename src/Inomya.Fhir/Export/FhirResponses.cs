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

    private readonly Dictionary<string, (Form, Calculator?)?> _own = [];

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

    private string Counting(Response response)
    {
        if (FormOf(response.Instrument) is not var (form, calculator))
            return response.Json;
        var answers = ResponseJson.Read(form, response.Json);
        return ResponseJson.Write(calculator?.Calculate(answers).Answers ?? answers, response.Completed);
    }

    private (Form Form, Calculator? Calculator)? FormOf(string instrument)
    {
        if (!instrument.StartsWith(OwnPrefix, StringComparison.Ordinal))
            return instruments.Find(instrument) is { } shipped ? (shipped.Form.Value, null) : null;
        if (_own.TryGetValue(instrument, out var known))
            return known;
        var form = own.FirstOrDefault(f => instrument == $"{OwnPrefix}{f.Id}");
        return _own[instrument] = form is null ? null : Read(form);
    }

    private static (Form, Calculator?) Read(OwnForm own)
    {
        var form = FormReader.Read(System.Text.Encoding.UTF8.GetBytes(own.Json));
        return (form, form.HasExpressions ? new Calculator(form, questionnaireJson: own.Json) : null);
    }
}
