using Inomya.Content;
using Inomya.Findings;
using Inomya.Series;
using Inomya.Tests.Medicines;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Findings;

/// <summary>A bad-day tick is a recorded day, and no number is made up for it.</summary>
public class RecordedDaysTests
{
    private static readonly MeasureCatalogue Measures = new(Shelf.Content);
    private static readonly LocalDate First = new(2026, 11, 1);

    private static DayColumn Column(string measure, params double[] values) =>
        new(new ColumnName(measure), Measures.Find(measure), values);

    [Fact]
    public void A_tick_counts_where_there_is_no_number_and_a_number_stands_before_it()
    {
        var pain = Column("pain", 4, double.NaN, 7, double.NaN);
        var series = new DaySeries(First, 4, [pain, Column("bad_day", double.NaN, 1, 1, 0)]);
        var recorded = RecordedDays.Of(series, pain);
        Assert.Equal((2, 4), (recorded.Rated, recorded.Days));
        Assert.Equal([First.PlusDays(1)], recorded.Bad);
        Assert.Equal(" 1 more was ticked as a bad day, with no number.", recorded.Besides(new Words(Shelf.Content)));
    }

    [Fact]
    public void Without_ticks_nothing_is_added()
    {
        var pain = Column("pain", 4, double.NaN);
        Assert.Equal("", RecordedDays.Of(new DaySeries(First, 2, [pain]), pain).Besides(new Words(Shelf.Content)));
    }
}
