using Inomya.Importing.Devices;

namespace Inomya.Importing;

/// <summary>The measure a quantity is here, and how its number is told in the measure's unit.</summary>
/// <param name="Convert">Null where the unit is not known.</param>
internal sealed record AppleQuantity(string Measure, Func<double, double>? Convert)
{
    /// <summary>Null for a type that is no measure here.</summary>
    public static AppleQuantity? Of(string type, string unit)
    {
        if (AppleTypes.MeasureOf(type) is not var (measure, ucum))
            return null;
        // a percentage is written as a part of one, with "%" beside it
        return ucum == "%" && unit == "%"
            ? new AppleQuantity(measure, part => Math.Round(part * 100, 6))
            : new AppleQuantity(measure, DeviceUnits.Between(unit, ucum));
    }
}
