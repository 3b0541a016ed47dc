using System.Text.Json;

namespace Inomya.Importing.Apps;

/// <summary>The block "hourly" or "daily" of Open-Meteo: a list of times, and lists of values as long.</summary>
internal sealed class OpenMeteoBlock(JsonElement root, string name)
{
    public string Name => name;

    public IReadOnlyList<JsonElement> Times { get; } = (root.At(name) ?? default).ListAt("time");

    /// <summary>The lists of values, by variable, with the unit of each.</summary>
    public IReadOnlyList<(string Variable, string Unit, IReadOnlyList<JsonElement> Values)> Lists { get; } =
    [
        .. from list in root.MembersAt(name)
        where list.Name != "time" && list.Value.ValueKind == JsonValueKind.Array
        let unit = (root.At($"{name}_units") ?? default).TextAt(list.Name)
        select (list.Name, unit, (IReadOnlyList<JsonElement>)[.. list.Value.EnumerateArray()]),
    ];

    /// <summary>What stands at a time, without what is nothing there.</summary>
    public IEnumerable<(string Variable, string Unit, JsonElement Value)> At(int time) =>
        Lists
            .Where(l => time < l.Values.Count && !l.Values[time].IsNothing())
            .Select(l => (l.Variable, l.Unit, l.Values[time]));
}
