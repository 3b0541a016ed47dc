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
    public static string Write(
        FormAnswers answers,
        bool completed,
        string? authored = null,
        bool all = false,
        IReadOnlySet<string>? disabled = null
    )
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
            var shown = all
                ? null
                : FormFlow.Shown(answers, FormView.Enabled, disabled).Select(s => s.Place).ToHashSet();
            WriteItems(json, answers, answers.Form.Items, "", shown, all ? answers.Vanished : []);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void WriteItems(
        Utf8JsonWriter json,
        FormAnswers answers,
        IReadOnlyList<FormItem> items,
        string outer,
        HashSet<Place>? shown,
        IReadOnlyList<string> vanished
    )
    {
        var open = false;
        foreach (var item in items)
        foreach (var repeat in answers.RepeatsWithin(item, outer))
        {
            var place = new Place(item.LinkId, repeat);
            if (
                item.Kind == ItemKind.Display
                || (shown is not null && !shown.Contains(place))
                || !HasAnswer(answers, item, repeat)
            )
                continue;
            Open();
            json.WriteStartObject();
            json.WriteString("linkId", item.LinkId);
            if (item.Text is not null)
                json.WriteString("text", item.Text);
            WriteAnswers(json, answers, item, place, shown);
            json.WriteEndObject();
        }
        foreach (var raw in vanished)
        {
            Open();
            json.WriteRawValue(raw);
        }
        if (open)
            json.WriteEndArray();

        void Open()
        {
            if (!open)
                json.WriteStartArray("item");
            open = true;
        }
    }

    private static void WriteAnswers(
        Utf8JsonWriter json,
        FormAnswers answers,
        FormItem item,
        Place place,
        HashSet<Place>? shown
    )
    {
        if (item.Kind == ItemKind.Group)
        {
            WriteItems(json, answers, item.Items, place.Repeat, shown, []);
            return;
        }
        var values = answers.At(place);
        json.WriteStartArray("answer");
        foreach (var (at, value) in values.Index())
        {
            json.WriteStartObject();
            AnswerJson.Write(json, value);
            // items under a question hang on its first answer: R4 repeats them with each, a person answers them once
            if (at == 0 && item.Items.Count > 0)
                WriteItems(json, answers, item.Items, place.Repeat, shown, []);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static bool HasAnswer(FormAnswers answers, FormItem item, string repeat) =>
        item.Kind == ItemKind.Group
            ? item.Repeats && answers.RepeatsOf(new Place(item.LinkId, Outer(repeat))) > 1
                || item.Items.Any(child => answers.RepeatsWithin(child, repeat).Any(r => HasAnswer(answers, child, r)))
            : answers.At(new Place(item.LinkId, repeat)).Count > 0;

    private static string Outer(string repeat) => repeat.LastIndexOf('.') is > 0 and var dot ? repeat[..dot] : "";

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
            if (
                document.RootElement.ValueKind != JsonValueKind.Object
                || FormReader.Text(document.RootElement, "resourceType") != "QuestionnaireResponse"
            )
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
        foreach (var entry in FormReader.Array(json, "item"))
        {
            var id = FormReader.Text(entry, "linkId");
            if (id is null || answers.Form.Find(id) is not { } item)
            {
                answers.Vanished.Add(entry.GetRawText());
                continue;
            }
            var repeat = outer;
            if (item is { Kind: ItemKind.Group, Repeats: true })
            {
                var n = times[id] = times.GetValueOrDefault(id) + 1;
                if (n > FormAnswers.MaxRepeats)
                    throw new FormException(id, $"repeated more than {FormAnswers.MaxRepeats} times");
                answers.Repeat(new Place(id, outer), n);
                repeat = outer.Length == 0 ? $"{n - 1}" : $"{outer}.{n - 1}";
            }
            ReadAnswers(answers, entry, item, repeat);
        }
    }

    private static void ReadAnswers(FormAnswers answers, JsonElement entry, FormItem item, string repeat)
    {
        var values = new List<AnswerValue>();
        foreach (var answer in FormReader.Array(entry, "answer"))
        {
            if (AnswerJson.Read(answer) is { } value)
                values.Add(WithWeight(item, value));
            ReadItems(answers, answer, repeat);
        }
        if (values.Count > 0)
            answers.Set(new Place(item.LinkId, repeat), values);
        ReadItems(answers, entry, repeat);
    }

    /// <summary>An answer seldom carries the weight of its option; the form does.</summary>
    private static AnswerValue WithWeight(FormItem item, AnswerValue value) =>
        value is ChoiceAnswer { Weight: null } choice
        && item.Options.FirstOrDefault(o => o.Value is ChoiceAnswer c && c.Is(choice))?.Value
            is ChoiceAnswer { Weight: { } weight }
            ? choice with
            {
                Weight = weight,
            }
            : value;
}
