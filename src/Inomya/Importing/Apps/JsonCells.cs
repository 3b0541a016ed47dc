using System.Text.Json;

namespace Inomya.Importing.Apps;

/// <summary>Reads what a JSON file of an app may hold without asking that it be there.</summary>
internal static class JsonCells
{
    /// <summary>Null where it is no object or has no such member.</summary>
    public static JsonElement? At(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    /// <summary>"" where there is no text.</summary>
    public static string TextAt(this JsonElement element, string name) => element.At(name)?.Text() ?? "";

    public static double? NumberAt(this JsonElement element, string name) => element.At(name)?.Number();

    /// <summary>The parts of a list; none where there is no list.</summary>
    public static IReadOnlyList<JsonElement> ListAt(this JsonElement element, string name) =>
        element.At(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    /// <summary>The members of an object; none where there is no object.</summary>
    public static IReadOnlyList<JsonProperty> MembersAt(this JsonElement element, string name) =>
        element.At(name) is { ValueKind: JsonValueKind.Object } members ? [.. members.EnumerateObject()] : [];

    /// <summary>A text; null for anything else, and for half a character that stands alone.</summary>
    public static string? Text(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static double? Number(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : null;

    public static bool IsNothing(this JsonElement element) =>
        element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;
}
