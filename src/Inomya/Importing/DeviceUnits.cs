namespace Inomya.Importing;

/// <summary>From the units that devices write to the unit of the measure.</summary>
internal static class DeviceUnits
{
    private const double KilogramsOfPound = 0.45359237;
    private const double KilogramsOfStone = 14 * KilogramsOfPound;
    private const double MetresOfMile = 1609.344;
    private const double KilojoulesOfKilocalorie = 4.184;

    private static readonly Func<double, double> Same = v => v;

    private static readonly Dictionary<(string To, string From), Func<double, double>> Known = new()
    {
        [("kg", "kg")] = Same,
        [("kg", "g")] = v => v / 1000,
        [("kg", "lb")] = v => v * KilogramsOfPound,
        [("kg", "st")] = v => v * KilogramsOfStone,
        [("m", "m")] = Same,
        [("m", "cm")] = v => v / 100,
        [("m", "km")] = v => v * 1000,
        [("m", "mi")] = v => v * MetresOfMile,
        [("m", "ft")] = v => v * 0.3048,
        [("m", "yd")] = v => v * 0.9144,
        [("kcal", "kcal")] = Same,
        [("kcal", "Cal")] = Same,
        [("kcal", "cal")] = v => v / 1000,
        [("kcal", "kJ")] = v => v / KilojoulesOfKilocalorie,
        [("kcal", "J")] = v => v / (1000 * KilojoulesOfKilocalorie),
        [("Cel", "degC")] = Same,
        [("Cel", "Cel")] = Same,
        [("Cel", "degF")] = v => (v - 32) / 1.8,
        [("/min", "count/min")] = Same,
        [("/min", "/min")] = Same,
        [("/min", "count/s")] = v => v * 60,
        [("ms", "ms")] = Same,
        [("ms", "s")] = v => v * 1000,
        [("%", "%")] = Same,
        [("min", "min")] = Same,
        [("min", "s")] = v => v / 60,
        [("min", "ms")] = v => v / 60_000,
        [("min", "hr")] = v => v * 60,
        [("h", "s")] = v => v / 3600,
        [("h", "min")] = v => v / 60,
        [("{steps}/d", "count")] = Same,
        [("mm[Hg]", "mmHg")] = Same,
        [("mL", "mL")] = Same,
        [("mL", "L")] = v => v * 1000,
        [("mL", "fl_oz_us")] = v => v * 29.5735295625,
        [("hPa", "hPa")] = Same,
        [("hPa", "inHg")] = v => v * 33.86389,
    };

    /// <summary>How a number in one unit is told in another; null where that is not known.</summary>
    public static Func<double, double>? Between(string from, string to) =>
        from == to ? Same : Known.GetValueOrDefault((to, from));
}
