using System.Text.Json;

namespace Inomya.Questionnaires;

/// <summary>Writes the items of a QuestionnaireResponse.</summary>
/// <param name="shown">The places to write; null for all, with what the form does not have any more.</param>
internal sealed class ResponseWriter(Utf8JsonWriter json, FormAnswers answers, HashSet<Place>? shown)
{
    public void WriteAll() => WriteItems(answers.Form.Items, "", shown is null ? answers.Vanished : []);

    private void WriteItems(IReadOnlyList<FormItem> items, string outer, IReadOnlyList<string> vanished)
    {
        var answered = Answered(items, outer).ToList();
        if (answered.Count + vanished.Count == 0)
            return;
        json.WriteStartArray("item");
        foreach (var (item, place) in answered)
            WriteItem(item, place);
        foreach (var raw in vanished)
            json.WriteRawValue(raw);
        json.WriteEndArray();
    }

    private IEnumerable<(FormItem Item, Place Place)> Answered(IReadOnlyList<FormItem> items, string outer) =>
        from item in items
        where item.Kind != ItemKind.Display
        from repeat in answers.RepeatsWithin(item, outer)
        let place = new Place(item.LinkId, repeat)
        where IsWritten(item, repeat)
        select (item, place);

    /// <summary>There or below it. What is kept to go on with also keeps how often an empty group stands there.</summary>
    private bool HasAnswer(FormItem item, string repeat)
    {
        var place = new Place(item.LinkId, repeat);
        return item.Kind != ItemKind.Group && answers.At(place).Count > 0
            || shown is null && item.IsRepeatingGroup && answers.RepeatsOf(place with { Repeat = place.Outer }) > 1
            || item.Items.Any(child => answers.RepeatsWithin(child, repeat).Any(r => IsWritten(child, r)));
    }

    private bool IsWritten(FormItem item, string repeat) =>
        (shown is null || shown.Contains(new Place(item.LinkId, repeat))) && HasAnswer(item, repeat);

    private void WriteItem(FormItem item, Place place)
    {
        json.WriteStartObject();
        json.WriteString("linkId", item.LinkId);
        if (item.Text is not null)
            json.WriteString("text", item.Text);
        if (item.Kind == ItemKind.Group)
            WriteItems(item.Items, place.Repeat, []);
        else
            WriteAnswers(item, place);
        json.WriteEndObject();
    }

    private void WriteAnswers(FormItem item, Place place)
    {
        json.WriteStartArray("answer");
        foreach (var (at, value) in answers.At(place).Index())
            // items under a question hang on its first answer: R4 repeats them with each, a person answers them once
            WriteAnswer(value, item, place, withItems: at == 0);
        if (answers.At(place).Count == 0)
            WriteBelow(item, place);
        json.WriteEndArray();
    }

    private void WriteAnswer(AnswerValue value, FormItem item, Place place, bool withItems)
    {
        json.WriteStartObject();
        AnswerJson.Write(json, value);
        if (withItems)
            WriteItems(item.Items, place.Repeat, []);
        json.WriteEndObject();
    }

    /// <summary>Answers below a question that has none itself hang on an answer without a value.</summary>
    private void WriteBelow(FormItem item, Place place)
    {
        json.WriteStartObject();
        WriteItems(item.Items, place.Repeat, []);
        json.WriteEndObject();
    }
}
