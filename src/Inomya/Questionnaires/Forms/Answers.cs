using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Questionnaires;

/// <summary>
/// What was answered, by item, as scoring reads it: a number, yes or no, a word, a time, or several of one kind.
/// </summary>
/// <remarks>
/// An item that is not there was not answered. A chosen option stands as its weight, or as its code where it has no
/// weight.
/// </remarks>
public sealed class Answers
{
    private readonly Dictionary<string, IReadOnlyList<object?>> _values = new(StringComparer.Ordinal);

    public IEnumerable<string> Items => _values.Keys;

    /// <summary>Something was answered, be it only to one part of a repeated item.</summary>
    public bool Has(string item) => _values.TryGetValue(item, out var values) && values.Any(v => v is not null);

    /// <summary>The number answered; null when there is none.</summary>
    public double? Number(string item) => First(item) as double?;

    public bool? YesNo(string item) => First(item) as bool?;

    /// <summary>The word or the code answered; null when there is none.</summary>
    public string? Word(string item) => First(item) as string;

    /// <summary>Minutes after midnight; null when no time was answered.</summary>
    /// <exception cref="FormatException">It is not a time such as 23:15:00.</exception>
    public double? MinuteOfDay(string item)
    {
        if (Word(item) is not { } text)
            return null;
        var time = LocalTimePattern.ExtendedIso.Parse(text.Length == 5 ? text + ":00" : text);
        return time.Success
            ? time.Value.TickOfDay / (double)NodaConstants.TicksPerMinute
            : throw new FormatException($"{item}: '{text}' is not a time.");
    }

    /// <summary>Every answer to a repeated item, in order; null where one part was left out.</summary>
    public IReadOnlyList<double?> Numbers(string item) => [.. All(item).Select(v => v as double?)];

    public IReadOnlyList<string?> Words(string item) => [.. All(item).Select(v => v as string)];

    /// <summary>The raw values of an item: double, bool, string or null.</summary>
    public IReadOnlyList<object?> All(string item) => _values.TryGetValue(item, out var values) ? values : [];

    /// <param name="values">Each a double, a bool, a string, or null for a part left out.</param>
    public Answers Set(string item, params IReadOnlyList<object?> values)
    {
        _values[item] = values;
        return this;
    }

    /// <summary>Reads a JSON object of item → number, true or false, text, null, or an array of these.</summary>
    /// <exception cref="FormatException">It is something else; the item is named.</exception>
    public static Answers FromJson(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new FormatException($"Answers are a JSON object, not {Name(json)}.");
        var answers = new Answers();
        foreach (var item in json.EnumerateObject())
            if (item.Value.ValueKind != JsonValueKind.Null)
                answers.Set(item.Name, ValuesOf(item));
        return answers;
    }

    private static IReadOnlyList<object?> ValuesOf(JsonProperty item) =>
        item.Value.ValueKind == JsonValueKind.Array
            ? [.. item.Value.EnumerateArray().Select(v => Value(item.Name, v))]
            : [Value(item.Name, item.Value)];

    private static object? Value(string item, JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number when double.IsFinite(json.GetDouble()) => json.GetDouble(),
            _ => throw new FormatException(
                string.Create(CultureInfo.InvariantCulture, $"{item}: {Name(json)} is no answer.")
            ),
        };

    private static string Name(JsonElement json) => json.ValueKind.ToString();

    private object? First(string item) =>
        _values.TryGetValue(item, out var values) && values.Count > 0 ? values[0] : null;
}
