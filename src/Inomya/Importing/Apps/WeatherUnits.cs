using Inomya.Vocabulary;

namespace Inomya.Importing.Apps;

/// <summary>Units of weather files, and how their values are turned into the units of our measures.</summary>
internal static class WeatherUnits
{
    private static readonly Dictionary<(string Measure, string Unit), Func<double, double>> Turned = new()
    {
        [("outdoor_temperature", "°C")] = v => v,
        [("outdoor_temperature", "°F")] = v => (v - 32) / 1.8,
        [("air_humidity", "%")] = v => v,
        [("air_pressure", "hPa")] = v => v,
        [("precipitation", "mm")] = v => v,
        [("precipitation", "inch")] = v => v * 25.4,
        [("wind_speed", "km/h")] = v => v,
        [("wind_speed", "m/s")] = v => v * 3.6,
        [("wind_speed", "mp/h")] = v => v * 1.609344,
        [("wind_speed", "mph")] = v => v * 1.609344,
        [("wind_speed", "kn")] = v => v * 1.852,
    };

    private static readonly Dictionary<string, string> Ucum = new(StringComparer.Ordinal)
    {
        ["°C"] = "Cel",
        ["°F"] = "[degF]",
        ["mm"] = "mm",
        ["cm"] = "cm",
        ["inch"] = "[in_i]",
        ["km/h"] = "km/h",
        ["m/s"] = "m/s",
        ["mp/h"] = "[mi_i]/h",
        ["mph"] = "[mi_i]/h",
        ["kn"] = "[kn_i]",
        ["hPa"] = "hPa",
        ["%"] = "%",
        ["°"] = "deg",
        ["s"] = "s",
        ["h"] = "h",
    };

    /// <summary>The unit our measure has.</summary>
    public static string Of(string measure) =>
        measure switch
        {
            "outdoor_temperature" => "Cel",
            "air_humidity" => "%",
            "air_pressure" => "hPa",
            "precipitation" => "mm",
            _ => "km/h",
        };

    /// <summary>The value in the unit of our measure.</summary>
    public static (double Value, RefusalReason? Refused) In(string measure, string unit, double value) =>
        Turned.TryGetValue((measure, unit), out var turn) ? (turn(value), null) : (0, RefusalReason.UnknownUnit);

    /// <summary>As UCUM writes it; null for a unit we do not know.</summary>
    public static string? UcumOf(string unit) => Ucum.GetValueOrDefault(unit);
}
