using System.Text.Json;

namespace Inomya.Importing.Devices;

/// <summary>An object of a JSON file; "value.bpm" is a field of the object in a field.</summary>
internal sealed class JsonRecord(ImportSink into, string maker) : DeviceRecord(into, maker)
{
    private JsonElement _current;

    protected override IEnumerable<string> Fields => FieldsOf(_current, "");

    /// <summary>Of an object of which a part was asked for, its parts.</summary>
    private IEnumerable<string> FieldsOf(JsonElement element, string path) =>
        element.ValueKind == JsonValueKind.Object
            ? element
                .EnumerateObject()
                .SelectMany(p =>
                    IsAsked($"{path}{p.Name}.") ? FieldsOf(p.Value, $"{path}{p.Name}.") : [$"{path}{p.Name}"]
                )
            : [];

    public void Begin(long line, JsonElement record)
    {
        Begin(line);
        _current = record;
    }

    protected override string? Find(string field) => Element(field) is { } element ? TextOf(element) : null;

    /// <summary>Reads each object of a list inside this one as if it were the record.</summary>
    /// <param name="kind">What one is called of which nothing was said.</param>
    public void ForEach(string field, string kind, Action read) => Inside(field, () => Within(kind, read));

    /// <summary>The same where what is found is told later.</summary>
    public void Inside(string field, Action read)
    {
        _ = Text(field);
        if (Element(field) is not { ValueKind: JsonValueKind.Array } list)
            return;
        var outer = _current;
        foreach (var inner in list.EnumerateArray())
        {
            _current = inner;
            read();
        }
        _current = outer;
    }

    private JsonElement? Element(string field)
    {
        var element = _current;
        foreach (var name in field.Split('.'))
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        return element;
    }

    private static string TextOf(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => StringOf(element),
            JsonValueKind.Null => "",
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => element.GetRawText(),
        };

    /// <summary>Half of a pair of surrogates is no text: it is shown as it is written.</summary>
    private static string StringOf(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return element.GetRawText();
        }
    }
}
