using Inomya.Journals;
using Inomya.Pacing;
using Inomya.Tests.Medicines;
using NodaTime;

namespace Inomya.Tests.Pacing;

/// <summary>What is too much and too little against the usual, at the share itself and beside it.</summary>
public class PacingLimitsTests
{
    private static readonly PacingRules Rules = PacingRules.Read(Shelf.Content);
    private static readonly LocalDate First = new(2026, 3, 2);

    private static PacingReview Review(params double[] load) =>
        PacingReview.Of(
            [
                .. load.Select(
                    (units, day) =>
                        new Activity
                        {
                            Day = First.PlusDays(day),
                            Kind = ActivityKind.Physical,
                            Units = units,
                        }
                ),
            ],
            First.PlusDays(load.Length - 1)
        )!;

    private static readonly double[] Usual = [.. Enumerable.Repeat(10.0, 7)];

    [Theory]
    [InlineData(15, 0)] // half as much again is not yet too much
    [InlineData(15.1, 1)]
    public void A_day_of_too_much_is_more_than_half_as_much_again(double boom, int busts) =>
        Assert.Equal(busts, Review([.. Usual, boom, 2]).Busts(Rules).Count);

    [Theory]
    [InlineData(6, 0)]
    [InlineData(5.9, 1)]
    public void A_day_of_little_is_less_than_six_tenths(double bust, int busts) =>
        Assert.Equal(busts, Review([.. Usual, 20, bust]).Busts(Rules).Count);

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 0)]
    public void A_bust_comes_within_three_days(int after, int busts) =>
        Assert.Equal(busts, Review([.. Usual, 20, .. Enumerable.Repeat(10.0, after - 1), 2]).Busts(Rules).Count);

    [Theory]
    [InlineData(15, 10)]
    [InlineData(15.1, 7.5)]
    public void After_a_day_of_too_much_the_budget_is_three_quarters(double dayBefore, double budget) =>
        Assert.Equal(budget, Review([.. Usual, dayBefore]).Budget(First.PlusDays(8), false, Rules));

    [Theory]
    [InlineData(6, null)]
    [InlineData(7, 10.0)]
    public void A_budget_is_named_from_seven_recorded_days_on(int days, double? budget) =>
        Assert.Equal(budget, Review([.. Enumerable.Repeat(10.0, days)]).Budget(First.PlusDays(days), false, Rules));

    [Fact]
    public void The_usual_is_of_the_last_fourteen_recorded_days_before_the_day_and_not_of_the_day()
    {
        var review = Review([.. Enumerable.Repeat(2.0, 20), .. Enumerable.Repeat(10.0, 14), 99]);
        Assert.Equal(10, review.Usual(First.PlusDays(34), Rules));
        Assert.Equal(2, review.Usual(First.PlusDays(20), Rules));
    }
}
