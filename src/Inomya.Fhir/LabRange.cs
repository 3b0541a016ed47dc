using System.Globalization;
using Hl7.Fhir.Model;
using Inomya.Laboratory;

namespace Inomya.Fhir;

/// <summary>The laboratory's range in the unit of the value.</summary>
/// <param name="Low">Null where the range has no lower end, or none that we can convert.</param>
internal readonly record struct LabRange(double? Low, double? High)
{
    /// <summary>Nothing where the range is in a unit that we cannot convert.</summary>
    public static LabRange Of(List<Observation.ReferenceRangeComponent> ranges, string? unit, LabTest? test)
    {
        var range = ranges.FirstOrDefault(r => r.Type is null || r.Type.Coding.Any(c => c.Code == "normal"));
        if (range is null)
            return default;
        if (range.Low is null && range.High is null)
            return Written(range.Text);
        var (low, high) = (In(unit, range.Low, test), In(unit, range.High, test));
        return IsWhole(low, range.Low) && IsWhole(high, range.High) ? new LabRange(low, high) : default;
    }

    private static LabRange Written(string? text) =>
        text is not null && RangeText.Read(text, Number) is { } read ? new LabRange(read.Low, read.High) : default;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An end that was given must not be lost on the way.</summary>
    private static bool IsWhole(double? end, Quantity? given) => end is null == (given?.Value is null);

    private static double? In(string? unit, Quantity? end, LabTest? test)
    {
        if (end?.Value is not { } value)
            return null;
        var own = end.Code ?? end.Unit;
        return own is null || own == unit
            ? (double)value
            : test?.Convert((double)value, own, unit)
                ?? LabUnits.Convert((double)value, LabUnit.Parse(own), LabUnit.Parse(unit));
    }
}
