using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Inomya.Questionnaires;

/// <summary>Answers as a FHIR R4 QuestionnaireResponse, and back.</summary>
public static class ResponseJson
{
    /// <param name="completed">Otherwise it is in progress.</param>
    /// <param name="authored">
    /// When it was given, as FHIR writes an instant with its offset; null where that is not known.
    /// </param>
    /// <param name="all">
    /// With the answers that count for nothing now, so that they can be taken up again; never for sending out.
    /// </param>
    public static string Write(FormAnswers answers, bool completed, string? authored = null, bool all = false)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "QuestionnaireResponse");
            if (answers.Form.Canonical.Length > 0)
                json.WriteString("questionnaire", answers.Form.Canonical);
            json.WriteString("status", completed ? "completed" : "in-progress");
            if (authored is not null)
                json.WriteString("authored", authored);
            new ResponseWriter(json, answers, all ? null : Counting(answers)).WriteAll();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static HashSet<Place> Counting(FormAnswers answers) =>
        FormFlow.Shown(answers, FormView.Enabled).Select(s => s.Place).ToHashSet();

    /// <summary>
    /// Reads a response to a form. Answers to items that the form does not have are kept (<see
    /// cref="FormAnswers.Vanished"/>).
    /// </summary>
    /// <exception cref="FormException">It is no QuestionnaireResponse.</exception>
    public static FormAnswers Read(Form form, string json)
    {
        if (json.Length > FormReader.MaxBytes)
            throw new FormException("file", "the response is too large");
        try
        {
            using var document = JsonDocument.Parse(
                json,
                new JsonDocumentOptions { MaxDepth = 2 * FormReader.MaxDepth }
            );
            if (!FhirJson.Is(document.RootElement, "QuestionnaireResponse"))
                throw new FormException("file", "this is not a FHIR QuestionnaireResponse");
            var answers = new FormAnswers(form);
            ReadItems(answers, document.RootElement, "");
            return answers;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormException("file", e.Message);
        }
    }

    private static void ReadItems(FormAnswers answers, JsonElement json, string outer)
    {
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in FhirJson.Array(json, "item"))
        {
            var id = FhirJson.Text(entry, "linkId");
            if (id is null || (answers.Form.Find(id) ?? answers.Form.FindByLoinc(id)) is not { } item)
            {
                answers.Vanished.Add(entry.GetRawText());
                continue;
            }
            var repeat = item.IsRepeatingGroup
                ? Repetition(answers, new Place(item.LinkId, outer), times[id] = times.GetValueOrDefault(id) + 1)
                : outer;
            ReadAnswers(answers, entry, item, repeat);
        }
    }

    /// <summary>Makes room for the nth repetition of a group; how its places end.</summary>
    private static string Repetition(FormAnswers answers, Place group, int n)
    {
        if (n > FormAnswers.MaxRepeats)
            throw new FormException(group.LinkId, $"repeated more than {FormAnswers.MaxRepeats} times");
        answers.Repeat(group, n);
        return group.Repeat.Length == 0 ? $"{n - 1}" : $"{group.Repeat}.{n - 1}";
    }

    private static void ReadAnswers(FormAnswers answers, JsonElement entry, FormItem item, string repeat)
    {
        var values = new List<AnswerValue>();
        foreach (var answer in FhirJson.Array(entry, "answer"))
        {
            if (AnswerJson.Read(answer) is { } value)
                values.Add(item.Fit(value));
            ReadItems(answers, answer, repeat);
        }
        if (values.Count > 0)
            answers.Set(new Place(item.LinkId, repeat), values);
        ReadItems(answers, entry, repeat);
    }
}
