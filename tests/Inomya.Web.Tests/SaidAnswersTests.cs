using Inomya.Content;
using Inomya.Web.Checkins;

namespace Inomya.Web.Tests;

public class SaidAnswersTests
{
    private static readonly ContentFolder Content = new();
    private static readonly Words Words = new(Content);
    private static readonly MeasureCatalogue Catalogue = new(Content);

    [Theory]
    [InlineData("pain seven", "pain 7", "")]
    [InlineData("My pain was 7 today, tired five", "fatigue 5, pain 7", "")]
    [InlineData("Pain 7 sleep hours 6,5 sleep four", "pain 7, sleep_hours 6.5, sleep_quality 4", "")]
    [InlineData("no number here: pain", "", "pain")]
    [InlineData("pain and stress two", "stress 2", "pain")]
    [InlineData("seven", "", "seven")]
    [InlineData("hello", "", "hello")]
    [InlineData("pain none", "pain 0", "")]
    public void A_line_is_read_as_people_say_it_and_never_guessed(string said, string answers, string notUnderstood)
    {
        var (read, unclear) = SaidAnswers.Read(said, Catalogue.Measures.Where(m => m.Ask is not null), Words);
        Assert.Equal(
            (answers, notUnderstood),
            (
                string.Join(
                    ", ",
                    read.OrderBy(r => r.Key, StringComparer.Ordinal)
                        .Select(r => FormattableString.Invariant($"{r.Key} {r.Value}"))
                ),
                string.Join(", ", unclear)
            )
        );
    }
}
