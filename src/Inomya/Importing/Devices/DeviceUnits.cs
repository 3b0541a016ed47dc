namespace Inomya.Importing.Devices;

/// <summary>Turns what devices write into the UCUM unit of the measure; what is not listed is not converted.</summary>
internal static class DeviceUnits
{
    /// <summary>Exactly, by the definitions of 1959 (pound, mile) and of the thermochemical calorie.</summary>
    private const double Pound = 0.45359237,
        Stone = 14 * Pound,
        Mile = 1609.344,
        Foot = 0.3048,
        Calorie = 4.184,
        FluidOunce = 29.5735295625;

    private static readonly Dictionary<(string Written, string Ucum), Func<double, double>> Known = new()
    {
        [("kg", "kg")] = v => v,
        [("kilograms", "kg")] = v => v,
        [("g", "kg")] = v => v / 1000,
        [("lb", "kg")] = v => v * Pound,
        [("lbs", "kg")] = v => v * Pound,
        [("st", "kg")] = v => v * Stone,
        [("m", "m")] = v => v,
        [("meters", "m")] = v => v,
        [("km", "m")] = v => v * 1000,
        [("cm", "m")] = v => v / 100,
        [("mm", "m")] = v => v / 1000,
        [("mi", "m")] = v => v * Mile,
        [("ft", "m")] = v => v * Foot,
        [("yd", "m")] = v => v * 3 * Foot,
        [("l", "mL")] = v => v * 1000,
        [("fl_oz_us", "mL")] = v => v * FluidOunce,
        [("count/s", "/min")] = v => v * 60,
        [("kcal", "kcal")] = v => v,
        [("cal", "kcal")] = v => v / 1000,
        [("kj", "kcal")] = v => v / Calorie,
        [("j", "kcal")] = v => v / Calorie / 1000,
        [("degc", "Cel")] = v => v,
        [("°c", "Cel")] = v => v,
        [("degf", "Cel")] = v => (v - 32) / 1.8,
        [("°f", "Cel")] = v => (v - 32) / 1.8,
        [("%", "%")] = v => v,
        [("fraction", "%")] = v => v * 100,
        [("h", "h")] = v => v,
        [("hr", "h")] = v => v,
        [("min", "h")] = v => v / 60,
        [("s", "h")] = v => v / 3600,
        [("sec", "h")] = v => v / 3600,
        [("ms", "h")] = v => v / 3_600_000,
        [("min", "min")] = v => v,
        [("h", "min")] = v => v * 60,
        [("hr", "min")] = v => v * 60,
        [("s", "min")] = v => v / 60,
        [("sec", "min")] = v => v / 60,
        [("ms", "min")] = v => v / 60_000,
        [("ms", "ms")] = v => v,
        [("s", "ms")] = v => v * 1000,
        [("count/min", "/min")] = v => v,
        [("beats/min", "/min")] = v => v,
        [("bpm", "/min")] = v => v,
        [("count", "{steps}/d")] = v => v,
        [("steps", "{steps}/d")] = v => v,
        [("mmhg", "mm[Hg]")] = v => v,
    };

    /// <summary>How a number is told in the unit of the measure; null for a unit that is none of it.</summary>
    public static Func<double, double>? Between(string written, string ucum)
    {
        if (written.Length == 0 || written == ucum)
            return v => v;
        // Apple's "Cal" is the large calorie
        return Known.GetValueOrDefault((written == "Cal" ? "kcal" : written.ToLowerInvariant(), ucum));
    }

    /// <param name="written">As the file names it; empty where it is that of the measure.</param>
    /// <returns>Null for a unit that is none of this measure.</returns>
    public static double? Convert(double value, string written, string ucum) => Between(written, ucum)?.Invoke(value);
}
