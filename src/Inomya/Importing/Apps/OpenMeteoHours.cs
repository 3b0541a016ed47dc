using System.Text.Json;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing.Apps;

/// <summary>Turns the hours of Open-Meteo into readings.</summary>
internal sealed class OpenMeteoHours(JsonElement root, int offset, DiaryFacts facts)
{
    private const string Device = "Open-Meteo";

    private static readonly Dictionary<string, string> Ours = new(StringComparer.Ordinal)
    {
        ["temperature_2m"] = "outdoor_temperature",
        ["relative_humidity_2m"] = "air_humidity",
        ["relativehumidity_2m"] = "air_humidity",
        ["pressure_msl"] = "air_pressure",
        ["precipitation"] = "precipitation",
        ["wind_speed_10m"] = "wind_speed",
        ["windspeed_10m"] = "wind_speed",
    };

    /// <summary>The measures that have values by hour.</summary>
    public HashSet<string> Measures { get; } = [];

    public void Read(CancellationToken stop)
    {
        var block = new OpenMeteoBlock(root, "hourly");
        for (var i = 0; i < block.Times.Count; i++)
        {
            stop.ThrowIfCancellationRequested();
            facts.Sink.Rows++;
            ReadHour(block, i);
        }
    }

    private void ReadHour(OpenMeteoBlock block, int i)
    {
        var before = facts.Traces;
        if (OpenMeteoTime.InstantOf(block.Times[i], offset) is not { } at)
            facts.Refuse(i + 1, RefusalReason.NotADate, block.Times[i].GetRawText(), block.Name);
        else
            foreach (var (variable, unit, value) in block.At(i))
                ReadValue(variable, unit, value, at, i + 1);
        if (facts.Traces == before)
            facts.PassOver($"{block.Name}: null");
    }

    private void ReadValue(string variable, string unit, JsonElement value, Instant at, long line)
    {
        if (!Ours.TryGetValue(variable, out var measure))
            facts.PassOver(variable);
        else if (value.Number() is not { } number)
            facts.Refuse(line, RefusalReason.NotANumber, value.GetRawText(), variable);
        else if (WeatherUnits.In(measure, unit, number) is (var ours, null))
            Add(measure, at, ours, line);
        else
            facts.Refuse(line, RefusalReason.UnknownUnit, unit, variable);
    }

    /// <summary>Rain is of the hour before, all else of the moment.</summary>
    private void Add(string measure, Instant at, double value, long line)
    {
        Measures.Add(measure);
        var start = measure == "precipitation" ? at - Duration.FromHours(1) : at;
        facts.Read(measure, Device, start, at, value, line);
    }
}
