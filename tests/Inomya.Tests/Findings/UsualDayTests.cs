using Inomya.Content;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Tests.Medicines;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Findings;

/// <summary>A day against the person's own days before it: which side, and when nothing can be said.</summary>
public class UsualDayTests
{
    private static readonly MeasureCatalogue Measures = new(Shelf.Content);

    private static UsualDay Of(string measure, double? value, params double[] before) =>
        new(Measures.Find(measure)!, value, Summary.Of(before));

    [Theory]
    [InlineData("pain", 2, Standing.Better), InlineData("pain", 6, Standing.Worse)]
    [InlineData("function", 2, Standing.Worse), InlineData("function", 6, Standing.Better)]
    [InlineData("pain", 3, Standing.Usual), InlineData("pain", 5, Standing.Usual)]
    public void Outside_the_middle_half_is_better_or_worse_by_what_is_good_for_the_measure(
        string measure,
        double value,
        Standing standing
    ) => Assert.Equal(standing, Of(measure, value, 3, 3, 4, 5, 5).Standing);

    [Fact]
    public void Where_neither_side_is_good_only_the_side_is_told()
    {
        var neither = Measures.Find("pain")! with { Better = Better.Neither };
        Assert.Equal(Standing.Higher, new UsualDay(neither, 9, Summary.Of([3, 3, 4, 5, 5])).Standing);
        Assert.Equal(Standing.Lower, new UsualDay(neither, 1, Summary.Of([3, 3, 4, 5, 5])).Standing);
    }

    [Fact]
    public void Of_a_day_not_recorded_or_too_few_days_before_nothing_is_said()
    {
        Assert.Null(Of("pain", null, 3, 3, 4, 5, 5).Standing);
        Assert.Null(Of("pain", 9, 3, 3, 4, 5, double.NaN).Standing);
        Assert.NotNull(Of("pain", 9, 3, 3, 4, 5, 5).Standing);
    }

    [Theory, MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task The_day_itself_is_not_among_the_days_it_is_compared_with(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var draft = new Draft("checkin");
        for (var back = 0; back <= 20; back++)
            draft.Add(
                new Entry
                {
                    Day = journal.Today.PlusDays(-back),
                    Measure = "pain",
                    Value = back == 0 ? 9 : 4,
                    ScaleLow = 0,
                    ScaleTop = 10,
                    Source = "checkin",
                }
            );
        await journal.RecordAsync(draft);
        var read = await journal.DayAsync(journal.Today);
        var pain = Assert.Single(UsualDay.Of(read, MeasureList.Of(Measures, read.OwnMeasures)));
        Assert.Equal(
            (9.0, DayRead.DaysBefore, 4.0, Standing.Worse),
            (pain.Value, pain.Before.Recorded, pain.Before.High, pain.Standing)
        );
    }
}
