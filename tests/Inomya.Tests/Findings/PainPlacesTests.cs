using Inomya.Findings;
using Inomya.Series;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Findings;

/// <summary>Where it hurt, month by month.</summary>
public class PainPlacesTests
{
    private static DaySeries Series(LocalDate first, params (string Region, double[] Values)[] columns) =>
        new(
            first,
            columns[0].Values.Length,
            [.. columns.Select(c => new DayColumn(new ColumnName("pain_area", c.Region), null, c.Values))]
        );

    [Fact]
    public void Only_days_on_which_a_place_was_recorded_count()
    {
        var places = PainPlaces.Of(
            Series(
                new LocalDate(2026, 11, 1),
                ("neck", [1, 0, double.NaN, double.NaN]),
                ("hip_left", [double.NaN, 0, 1, double.NaN])
            )
        );
        Assert.Equal(3, places.Days);
        Assert.Equal((1.0 / 3, 1.0 / 3), (places.Share["neck"], places.Share["hip_left"]));
    }

    [Fact]
    public void Each_month_stands_alone_and_one_without_a_record_is_not_there()
    {
        var values = Enumerable.Repeat(double.NaN, 70).ToArray();
        (values[0], values[69]) = (1, 0); // 30 September and 8 December
        var months = PainPlaces.ByMonth(Series(new LocalDate(2026, 9, 30), ("neck", values)));
        Assert.Equal(
            [(new LocalDate(2026, 9, 30), 1.0), (new LocalDate(2026, 12, 1), 0.0)],
            months.Select(m => (m.From, m.Share["neck"]))
        );
    }

    [Fact]
    public void A_larger_place_hurts_on_days_on_which_any_part_of_it_does()
    {
        var places = PainPlaces.Of(
            Series(new LocalDate(2026, 11, 1), ("upper_arm_left", [1, 0]), ("lower_arm_left", [1, 1])),
            _ => "left_arm"
        );
        Assert.Equal(1.0, places.Share["left_arm"]);
    }
}
