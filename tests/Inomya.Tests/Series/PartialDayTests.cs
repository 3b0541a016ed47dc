using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Series;

public class PartialDayTests
{
    [Theory]
    [
        InlineData("2019", "2019-01-01", "2019-12-31"),
        InlineData("2020-02", "2020-02-01", "2020-02-29"),
        InlineData("2019-03-14", "2019-03-14", "2019-03-14")
    ]
    public void A_year_a_month_and_a_day_mean_all_their_days(string text, string first, string last)
    {
        Assert.Equal(first, Iso(PartialDay.StartOf(text)));
        Assert.Equal(last, Iso(PartialDay.EndOf(text)));
    }

    [Theory]
    [
        InlineData(null),
        InlineData(""),
        InlineData("0000"),
        InlineData("19"),
        InlineData("2019-13"),
        InlineData("2019-02-30"),
        InlineData("last year"),
        InlineData("+201"),
        InlineData(" 201")
    ]
    public void Anything_else_is_no_day(string? text)
    {
        Assert.Null(PartialDay.StartOf(text));
        Assert.Null(PartialDay.EndOf(text));
    }

    private static string? Iso(LocalDate? day) => day is { } d ? NodaTime.Text.LocalDatePattern.Iso.Format(d) : null;
}
