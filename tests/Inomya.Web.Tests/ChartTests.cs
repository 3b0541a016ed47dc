using Inomya.Charts;
using Inomya.Web.Design.Charts;
using NodaTime;

namespace Inomya.Web.Tests;

public class ChartTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);

    [Fact]
    public void A_day_without_a_record_breaks_the_line() =>
        Assert.Equal(2, Line([1, 2, double.NaN, 3, 4]).Count(c => c == 'M'));

    [Fact]
    public void A_gap_is_never_bridged_however_long() =>
        Assert.Equal(
            "M55.6 900L166.7 800M833.3 700L944.4 600",
            Line([1, 2, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 3, 4])
        );

    [Fact]
    public void A_lone_day_is_a_dot() =>
        Assert.EndsWith("h0", Line([double.NaN, 4, double.NaN]), StringComparison.Ordinal);

    [Fact]
    public void A_band_is_open_where_either_end_is_missing() =>
        Assert.Equal(
            2,
            Frame.Around(Start, [1, 1, 1, 1], 0, 10).Band([1, 1, double.NaN, 1], [2, 2, 2, 2]).Count(c => c == 'Z')
        );

    [Fact]
    public void No_day_recorded_draws_nothing() => Assert.Empty(Line([double.NaN, double.NaN]));

    [Fact]
    public void Zero_is_drawn_and_is_not_a_gap() => Assert.Equal("M250 1000L750 1000", Line([0, 0]));

    [Fact]
    public void A_flare_that_began_before_the_picture_is_cut_at_its_edge() =>
        Assert.Equal([("0", "500")], Frame.Around(Start, [1, 1], 0, 10).Stretches([new(Start.PlusDays(-9), Start)]));

    [Fact]
    public void A_stretch_outside_the_picture_is_not_drawn() =>
        Assert.Empty(Frame.Around(Start, [1, 1], 0, 10).Stretches([new(Start.PlusDays(5), Start.PlusDays(9))]));

    [Fact]
    public void Without_a_scale_the_values_and_zero_are_in_view()
    {
        var frame = Frame.Around(Start, [3200, 7800, double.NaN]);
        Assert.Equal((0, 8000), (frame.Low, frame.Top));
    }

    private static string Line(double[] values) => Frame.Around(Start, values, 0, 10).Line(values);
}
