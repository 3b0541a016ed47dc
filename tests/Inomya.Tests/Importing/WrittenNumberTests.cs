using System.Globalization;
using CsCheck;
using Inomya.Importing;
using Inomya.Vocabulary;

namespace Inomya.Tests.Importing;

/// <summary>Numbers as people write them: read as what they can be, or refused; never another number.</summary>
public class WrittenNumberTests
{
    [Theory]
    [InlineData("2.1", 2.1)]
    [InlineData("2,1", 2.1)]
    [InlineData("0.86", 0.86)]
    [InlineData("0,123", 0.123)]
    [InlineData("-0.5", -0.5)]
    [InlineData("−3", -3)]
    [InlineData(".5", 0.5)]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("1 234,5", 1234.5)]
    [InlineData("1'234.5", 1234.5)]
    [InlineData("12345", 12345)]
    [InlineData("1e3", 1000)]
    public void A_cell_that_can_be_one_number_is_that(string cell, double number)
    {
        Assert.Equal((number, null), DecimalMarks.Shown([cell], ";").Read(cell));
        Assert.Equal((number, null), DecimalMarks.Shown([cell, "1,5", "1.5"], ",").Read(cell));
    }

    [Theory]
    [InlineData("7/10")]
    [InlineData("1.2.3")]
    [InlineData("12,34,5")]
    [InlineData("1,23.4")]
    [InlineData("1e999")]
    [InlineData("５")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("1 23")]
    public void What_is_no_number_is_none(string cell) => Assert.True(WrittenNumber.Of(cell).IsNone);

    [Theory]
    // the column shows how it writes fractions
    [InlineData("1.234", ";", new[] { "0,5" }, 1234.0)]
    [InlineData("1.234", ";", new[] { "0.5" }, 1.234)]
    [InlineData("1,234", ";", new[] { "0,5" }, 1.234)]
    // commas between the cells leave the point for fractions
    [InlineData("1.234", ",", new[] { "3" }, 1.234)]
    // and here nobody can say
    [InlineData("1.234", ";", new[] { "3" }, null)]
    [InlineData("1.234", ",", new[] { "0,5", "0.5" }, null)]
    [InlineData("10,432", ",", new[] { "0.5" }, null)]
    [InlineData("10,432", ",", new[] { "3" }, null)]
    public void A_cell_that_can_be_two_is_read_as_its_column_shows_or_refused(
        string cell,
        string separator,
        string[] others,
        double? number
    )
    {
        var (read, refused) = DecimalMarks.Shown([cell, .. others], separator).Read(cell);
        Assert.Equal(number is null ? "number-two-ways" : null, refused?.Key);
        if (number is { } wanted)
            Assert.Equal(wanted, read);
    }

    [Fact]
    public void Whatever_others_a_column_holds_a_number_is_never_read_as_another() =>
        Gen.Select(
                Gen.Double[-99_999, 99_999],
                Gen.Int[0, 4],
                OneOf("de-DE", "en-US", "fr-FR", "de-CH"),
                Gen.Bool,
                OneOf("0,5", "0.5", "7", "1.000,2", "12.345", "9,999").List[0, 4]
            )
            .Sample(
                (value, digits, culture, grouped, others) =>
                {
                    var cell = value.ToString((grouped ? "N" : "F") + digits, CultureInfo.GetCultureInfo(culture));
                    var (read, refused) = DecimalMarks.Shown([cell, .. others], ";").Read(cell);
                    var written = WrittenNumber.Of(cell);
                    double?[] can = [written.WithPoint, written.WithComma];
                    // what was meant is one of what it can be, and nothing else is read
                    Assert.Contains(can, number => number is { } n && Math.Abs(n - value) <= Math.Pow(10, -digits));
                    if (refused is null)
                        Assert.Contains(read, can);
                    else
                        Assert.True(refused == RefusalReason.NumberTwoWays && !written.IsSure);
                },
                iter: 5_000
            );

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
