using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.Tests.Medicines;
using NodaTime;

namespace Inomya.Tests.Laboratory;

/// <summary>Where a result at the end of a range stands, and until which day it is new.</summary>
public class LabLimitsTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly LabTests Tests = new(Shelf.Content);
    private static readonly CriticalLimits Limits = new(Shelf.Content, Tests);

    private static readonly Person Ana = new()
    {
        Id = Guid.Empty,
        Name = "Ana",
        AddedAt = Storage.Noon,
    };

    private static LabResult Result(double value, double? low = null, double? high = null, string? sign = null) =>
        new()
        {
            Test = "own test",
            Day = Today,
            Value = value,
            Unit = "U/L",
            Comparator = sign,
            RangeLow = low,
            RangeHigh = high,
            Source = "typed",
        };

    [Theory]
    [InlineData(11.99, null, RangeStanding.Below)]
    [InlineData(12, null, RangeStanding.Inside)]
    [InlineData(12.01, null, RangeStanding.Inside)]
    [InlineData(149.99, null, RangeStanding.Inside)]
    [InlineData(150, null, RangeStanding.Inside)]
    [InlineData(150.01, null, RangeStanding.Above)]
    [InlineData(12, "<", RangeStanding.Below)]
    [InlineData(12.01, "<", RangeStanding.Unknown)]
    [InlineData(150, ">", RangeStanding.Above)]
    [InlineData(149.99, ">", RangeStanding.Unknown)]
    [InlineData(12, "<=", RangeStanding.Unknown)] // it can be 12
    [InlineData(11.99, "<=", RangeStanding.Below)]
    [InlineData(150, ">=", RangeStanding.Unknown)]
    [InlineData(150.01, ">=", RangeStanding.Above)]
    public void The_ends_of_a_range_are_inside_it(double value, string? sign, RangeStanding standing) =>
        Assert.Equal(standing, LabStanding.Of(Result(value, 12, 150, sign), null, null, null).Standing);

    [Theory]
    [InlineData(5, RangeStanding.Inside)]
    [InlineData(5.01, RangeStanding.Above)]
    public void A_range_with_only_an_upper_end_has_it_inside(double value, RangeStanding standing) =>
        Assert.Equal(standing, LabStanding.Of(Result(value, high: 5), null, null, null).Standing);

    [Theory]
    [InlineData(60, RangeStanding.Inside)]
    [InlineData(59.99, RangeStanding.Below)]
    public void A_range_with_only_a_lower_end_has_it_inside(double value, RangeStanding standing) =>
        Assert.Equal(standing, LabStanding.Of(Result(value, low: 60), null, null, null).Standing);

    /// <summary>Each limit that is a number in a unit: at it, and a hundredth beside it.</summary>
    [Fact]
    public void Every_critical_limit_counts_at_the_number_itself_and_not_a_hundredth_before()
    {
        var tried = 0;
        foreach (var limit in Limits.All.Where(l => l.Verified && l.Unit is not null))
        {
            var (at, before) = limit.AtMost is { } most
                ? (most, most * 1.01)
                : (limit.AtLeast!.Value, limit.AtLeast.Value * 0.99);
            CriticalResult? Found(double value) =>
                Limits.Of(Result(value) with { Test = limit.Test, Unit = limit.Unit }, [], Person(limit), Today);
            Assert.True(Found(at)?.Limit.Level >= limit.Level, $"{limit.Test} {at}");
            Assert.False(Found(before)?.Limit == limit, $"{limit.Test} {before}");
            tried++;
        }
        Assert.True(tried > 10);
    }

    [Theory]
    [InlineData(-0.0006, false)] // 5 in 10,000 is what rounding to three figures loses
    [InlineData(-0.0004, true)]
    public void A_number_that_only_rounding_keeps_from_a_limit_is_at_it(double share, bool raised)
    {
        var limit = Limits.All.First(l => l is { Verified: true, AtLeast: not null, Unit: not null, With: null });
        var value = limit.AtLeast!.Value * (1 + share);
        Assert.Equal(
            raised,
            Limits.Of(Result(value) with { Test = limit.Test, Unit = limit.Unit }, [], Person(limit), Today)
                is { } found
                && found.Limit == limit
        );
    }

    [Theory]
    [InlineData(0, FollowUp.New)]
    [InlineData(14, FollowUp.New)]
    [InlineData(15, FollowUp.NoneKnown)]
    public void A_critical_result_is_new_for_two_weeks(int daysAgo, FollowUp followUp)
    {
        var limit = Limits.All.First(l => l is { Verified: true, AtLeast: not null, Unit: not null, With: null });
        var result = Result(limit.AtLeast!.Value * 2) with
        {
            Test = limit.Test,
            Unit = limit.Unit,
            Day = Today.PlusDays(-daysAgo),
        };
        Assert.Equal(followUp, Limits.Of(result, [], Person(limit), Today)!.FollowUp);
    }

    [Theory]
    [InlineData(0, FollowUp.New)]
    [InlineData(1, FollowUp.DoneAgain)]
    public void A_critical_result_was_done_again_on_a_later_day_and_not_on_its_own(int later, FollowUp followUp)
    {
        var limit = Limits.All.First(l => l is { Verified: true, AtLeast: not null, Unit: not null, With: null });
        var result = Result(limit.AtLeast!.Value * 2) with
        {
            Test = limit.Test,
            Unit = limit.Unit,
            Day = Today.PlusDays(-3),
        };
        var next = result with { Id = Guid.CreateVersion7(), Day = result.Day.PlusDays(later) };
        Assert.Equal(followUp, Limits.Of(result, [result, next], Person(limit), Today)!.FollowUp);
    }

    [Theory]
    [InlineData("female", 17, false)]
    [InlineData("female", 18, true)]
    [InlineData("female", 64, true)]
    [InlineData("female", 65, false)]
    [InlineData("male", 40, false)]
    [InlineData("other", 40, true)]
    [InlineData(null, null, true)]
    public void A_limit_for_some_is_for_those_whom_it_can_be_for(string? sex, int? age, bool can) =>
        Assert.Equal(
            can,
            new CriticalLimit
            {
                Sex = "female",
                FromAge = 18,
                BelowAge = 65,
            }.CanBeFor(sex, age)
        );

    private static Person Person(CriticalLimit limit) =>
        Ana with
        {
            Sex = limit.Sex,
            BirthYear = limit.FromAge is { } age ? Today.Year - age : null,
        };
}
