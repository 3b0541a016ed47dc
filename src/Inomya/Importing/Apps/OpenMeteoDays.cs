using System.Text.Json;
using Inomya.Vocabulary;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Importing.Apps;

/// <summary>Turns the days of Open-Meteo into values of the day.</summary>
/// <param name="byHour">The measures that have values by hour.</param>
internal sealed class OpenMeteoDays(JsonElement root, int offset, IReadOnlySet<string> byHour, DiaryFacts facts)
{
    private static readonly Dictionary<string, string> Ours = new(StringComparer.Ordinal)
    {
        ["temperature_2m_mean"] = "outdoor_temperature",
        ["relative_humidity_2m_mean"] = "air_humidity",
        ["pressure_msl_mean"] = "air_pressure",
        ["precipitation_sum"] = "precipitation",
        ["wind_speed_10m_mean"] = "wind_speed",
    };

    public void Read(CancellationToken stop)
    {
        var block = new OpenMeteoBlock(root, "daily");
        for (var i = 0; i < block.Times.Count; i++)
        {
            stop.ThrowIfCancellationRequested();
            facts.Sink.Rows++;
            ReadDay(block, i);
        }
    }

    private void ReadDay(OpenMeteoBlock block, int i)
    {
        if (!IsDated(block.Times[i], i + 1, out var at))
            return;
        var before = facts.Traces;
        foreach (var (variable, unit, value) in block.At(i))
            ReadValue(at, variable, unit, value);
        if (facts.Traces == before)
            facts.PassOver($"{block.Name}: null");
    }

    private bool IsDated(JsonElement time, long line, out DiaryTime at)
    {
        var day = OpenMeteoTime.DayOf(time, offset);
        var shown = day is { } date ? LocalDatePattern.Iso.Format(date) : time.GetRawText();
        return facts.IsDated(line, "daily", shown, ClockTime.On(day, null), out at);
    }

    private void ReadValue(DiaryTime at, string variable, string unit, JsonElement value)
    {
        var ours = Ours.GetValueOrDefault(variable);
        if (ours is not null && byHour.Contains(ours))
            facts.PassOver(variable);
        else if (value.Number() is { } number)
            Add(at, variable, unit, number, ours);
        else if (ours is null)
            facts.PassOver(variable);
        else
            facts.Refuse(at.Line, RefusalReason.NotANumber, value.GetRawText(), variable);
    }

    private void Add(DiaryTime at, string variable, string unit, double number, string? ours)
    {
        if (ours is null)
            AddOther(at, variable, unit, number);
        else if (WeatherUnits.In(ours, unit, number) is (var value, null))
            facts.AmountOf(at, ours, variable, value, WeatherUnits.Of(ours));
        else
            facts.Refuse(at.Line, RefusalReason.UnknownUnit, unit, variable);
    }

    /// <summary>Kept and shown; not looked at for what affects the pain, as what devices measure beside is not.</summary>
    private void AddOther(DiaryTime at, string variable, string unit, double number)
    {
        if (WeatherUnits.UcumOf(unit) is { } ucum)
            facts.Amount(at, "Open-Meteo", variable, number, ucum, role: MeasureRole.None);
        else
            facts.PassOver(variable);
    }
}
