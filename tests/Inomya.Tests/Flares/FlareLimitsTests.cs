using Inomya.Content;
using Inomya.Findings;
using Inomya.Flares;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Tests.Medicines;
using Inomya.Tests.Questionnaires;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Flares;

/// <summary>When a flare is over and what is usual: to the point and the day.</summary>
public class FlareLimitsTests
{
    private static readonly FlareRules Rules = FlareRules.Read(Shelf.Content);
    private static readonly MeasureCatalogue Measures = new(Shelf.Content);
    private static readonly LocalDate First = new(2026, 3, 2);

    private static int? DaysToUsual(double[] values, int start, int? next = null) =>
        FlareRecord.DaysToUsual(
            new Flare { Start = First.PlusDays(start) },
            new DayColumn(new ColumnName("pain"), Measures.Find("pain"), values),
            First,
            next is { } day ? First.PlusDays(day) : null,
            Rules
        );

    private static readonly double[] Usual = [.. Enumerable.Repeat(4.0, 28)];

    [Theory]
    [InlineData(5, 2)] // one point above the usual is near it
    [InlineData(5.1, null)]
    public void One_point_above_the_usual_is_near_it(double value, int? days) =>
        Assert.Equal(days, DaysToUsual([.. Usual, 8, 8, value, value], 28));

    [Theory]
    [InlineData(7, 2)]
    [InlineData(6, null)]
    public void Seven_recorded_days_say_what_is_usual_and_six_do_not(int recorded, int? days)
    {
        var before = Usual.Select((v, d) => d < 28 - recorded ? double.NaN : v);
        Assert.Equal(days, DaysToUsual([.. before, 8, 8, 4, 4], 28));
    }

    [Theory]
    [InlineData(28, 2)]
    [InlineData(29, 2)]
    public void Of_the_days_before_the_last_28_count(int days, int? back)
    {
        // an older time of much higher pain would make these days look near the usual
        double[] older = [.. Enumerable.Repeat(9.0, 40)];
        double[] values = [.. older, .. Usual.Take(days), .. Enumerable.Repeat(4.0, days - 28), 8, 8, 4, 4];
        Assert.Equal(back, DaysToUsual(values, 40 + days));
    }

    [Theory]
    [InlineData(32, 2)]
    [InlineData(31, null)]
    public void Two_days_in_a_row_must_lie_before_the_next_flare(int next, int? days) =>
        Assert.Equal(days, DaysToUsual([.. Usual, 8, 8, 4, 4, 4], 28, next));

    [Fact]
    public void One_near_day_between_two_bad_ones_does_not_end_it() =>
        Assert.Equal(4, DaysToUsual([.. Usual, 8, 8, 4, 8, 4, 4], 28));

    [Theory]
    [InlineData(6.9, 0)]
    [InlineData(7, 1)]
    [InlineData(7.1, 1)]
    public void The_own_threshold_itself_counts(double value, int flares) =>
        Assert.Equal(
            flares,
            new OwnFlare("pain", 7, 2)
                .In(
                    new DaySeries(
                        First,
                        4,
                        [new DayColumn(new ColumnName("pain"), Measures.Find("pain"), [3, value, value, 3])]
                    )
                )
                .Count
        );

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    public void As_many_days_in_a_row_as_were_asked_for_make_a_flare(int days, int flares) =>
        Assert.Equal(
            flares,
            new OwnFlare("pain", 7, days)
                .In(
                    new DaySeries(
                        First,
                        4,
                        [new DayColumn(new ColumnName("pain"), Measures.Find("pain"), [3, 8, 8, 3])]
                    )
                )
                .Count
        );

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void A_flare_covers_its_first_and_its_last_day(int day, bool covers) =>
        Assert.Equal(covers, new Flare { Start = First, End = First.PlusDays(5) }.Covers(First.PlusDays(day)));

    [Theory]
    [InlineData(new[] { 8.0, 8, 5, 5 }, true)] // two days within one point of the usual of 4
    [InlineData(new[] { 8.0, 8, 5.1, 5 }, false)]
    [InlineData(new[] { 8.0, 8, double.NaN, 5 }, false)] // the last two recorded days are 8 and 5
    [InlineData(new[] { 8.0, 5 }, false)]
    public void A_flare_may_be_over_when_its_last_two_recorded_days_are_near_the_usual(double[] during, bool over) =>
        Assert.Equal(
            over,
            FlareRecord.MayBeOver(
                new Flare { Start = First.PlusDays(28) },
                new DayColumn(new ColumnName("pain"), Measures.Find("pain"), [.. Usual, .. during]),
                First,
                Rules
            )
        );

    [Fact]
    public async Task The_steps_for_a_flare_keep_to_their_schema_and_name_sources_that_are_there()
    {
        Assert.Equal("", await ContentCheck.AgainstAsync("flare-steps.schema.json", "flares/steps.yaml"));
        var steps = FlareSteps.Read(Shelf.Content);
        Assert.All(steps.Steps, s => Assert.All(s.Sources, source => Assert.Contains(source, steps.Sources.Keys)));
    }
}
