using System.Globalization;
using System.Text.RegularExpressions;

namespace Inomya.Importing.Apps;

/// <summary>How much was taken.</summary>
/// <param name="AsWritten">The words, where they are more than a number and a unit.</param>
internal readonly partial record struct Dose(double? Amount, string? Unit, string? AsWritten)
{
    /// <summary>From words such as "150.0 mcg"; anything else is kept as it is written.</summary>
    public static Dose Of(string written) =>
        Form().Match(written) is { Success: true } dose
            ? new(double.Parse(dose.Groups[1].Value, CultureInfo.InvariantCulture), dose.Groups[2].Value, null)
            : new(null, null, written.Length == 0 ? null : written);

    /// <param name="unit">Said only of an amount; "" for none.</param>
    public static Dose Of(double? amount, string unit) =>
        new(amount, amount is null || unit.Length == 0 ? null : unit, null);

    [GeneratedRegex(@"^\s*([0-9]{1,9}(?:\.[0-9]{1,9})?)\s*([\p{L}µ%/]{1,12})\s*$")]
    private static partial Regex Form();
}
