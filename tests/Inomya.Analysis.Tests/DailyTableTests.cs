namespace Inomya.Analysis.Tests;

public class DailyTableTests
{
    [Fact]
    public void A_day_that_is_there_twice_is_refused() => Assert.Throws<ArgumentException>("days", () => new DailyTable(
                ["pain"],
                [3, 3],
                [
                    [1, 2],
                ]
            ));

    [Fact]
    public void Days_out_of_order_are_refused() => Assert.Throws<ArgumentException>("days", () => new DailyTable(
                ["pain"],
                [3, 2],
                [
                    [1, 2],
                ]
            ));

    [Fact]
    public void A_date_typed_a_thousand_years_off_is_refused() =>
        Assert.Throws<ArgumentException>("days", () => new DailyTable(
                ["pain"],
                [0, 365_000],
                [
                    [1, 2],
                ]
            ));

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e300)]
    public void A_value_no_sum_can_hold_is_refused(double wild) =>
        Assert.Throws<ArgumentException>("column", () => new DailyTable(
                ["pain"],
                [1, 2],
                [
                    [1, wild],
                ]
            ));

    [Fact]
    public void A_column_of_another_length_is_refused() =>
        Assert.Throws<ArgumentException>("column", () => new DailyTable(
                ["pain"],
                [1, 2],
                [
                    [1],
                ]
            ));

    [Fact]
    public void A_name_that_is_there_twice_is_refused() =>
        Assert.Throws<ArgumentException>("names", () => new DailyTable(
                ["pain", "pain"],
                [1],
                [
                    [1],
                    [2],
                ]
            ));

    [Fact]
    public void Before_keeps_only_earlier_rows()
    {
        var before = new DailyTable(
            ["pain"],
            [1, 4, 5],
            [
                [7, 8, 9],
            ]
        ).Before(5);
        Assert.Equal([1, 4], before.Days);
        Assert.Equal([7.0, 8.0], before.Columns[0]);
    }

    [Fact]
    public void An_empty_table_is_a_table() => Assert.Equal(0, new DailyTable([], [], []).SpanDays);
}
