using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Inomya.Importing.Devices;

/// <summary>A JSON file that is read whole, and what is said of one that is broken.</summary>
internal static class JsonFile
{
    /// <exception cref="ImportException">It is no JSON.</exception>
    public static JsonDocument Open(BroughtFile file)
    {
        try
        {
            using var stream = file.Open();
            return JsonDocument.Parse(stream);
        }
        catch (JsonException broken)
        {
            throw Broken(broken);
        }
    }

    /// <summary>The elements of each list of an object, with its name.</summary>
    /// <param name="elementsOf">The list in a field; none where the field is no list.</param>
    public static IEnumerable<(string List, JsonElement Element)> ElementsByList(
        JsonElement root,
        Func<JsonElement, IEnumerable<JsonElement>>? elementsOf = null
    ) =>
        root.ValueKind == JsonValueKind.Object
            ? root.EnumerateObject()
                .SelectMany(list => (elementsOf ?? ElementsOf)(list.Value).Select(element => (list.Name, element)))
            : [];

    /// <summary>None where it is no list.</summary>
    public static IEnumerable<JsonElement> ElementsOf(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    public static ImportException Broken(JsonException broken) =>
        new(
            ImportProblem.BrokenRecord,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(broken.LineNumber ?? 0) + 1}:{(broken.BytePositionInLine ?? 0) + 1}"
            )
        );

    /// <summary>Do all these names stand in quotes in the beginning of a JSON file?</summary>
    public static bool Names(BroughtFile file, params ReadOnlySpan<string> names)
    {
        if (!file.IsJson)
            return false;
        var head = file.HeadText;
        foreach (var name in names)
            if (!head.Contains($"\"{name}\"", StringComparison.Ordinal))
                return false;
        return true;
    }

    /// <summary>Line and byte of the first bytes that are no UTF-8, counted from 1; "?" where all are.</summary>
    public static string PlaceOfBadText(BroughtFile file)
    {
        using var text = new BufferedStream(file.Open());
        var whole = new byte[file.Length];
        var read = text.ReadAtLeast(whole, whole.Length, throwOnEndOfStream: false);
        for (var at = 0; at < read; )
        {
            if (Rune.DecodeFromUtf8(whole.AsSpan(at, read - at), out _, out var used) != OperationStatus.Done)
                return PlaceOf(whole.AsSpan(0, at));
            at += used;
        }
        return "?";
    }

    private static string PlaceOf(ReadOnlySpan<byte> before) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{before.Count((byte)'\n') + 1}:{before.Length - before.LastIndexOf((byte)'\n')}"
        );
}
