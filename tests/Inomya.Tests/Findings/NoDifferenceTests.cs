using Inomya.Analysis;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Series;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Findings;

/// <summary>"Made no difference" is said only where the days rule one out; what is open is called open.</summary>
public class NoDifferenceTests
{
    private static readonly string[] Languages = ["en", "es"];

    private static FindingReport Of(AnalysisResult result)
    {
        var day = new LocalDate(2026, 1, 1);
        double[] values = [4, 5];
        var columns = new[] { "pain", "stress", "sleep", "travel" }
            .Select(name => new DayColumn(new ColumnName(name), null, values))
            .ToList();
        var series = new DaySeries(day, values.Length, columns);
        return new FindingReport(
            columns[0],
            series,
            new Roles("pain", [], new Dictionary<string, FactorKind>()),
            result
        );
    }

    private static Trigger Tested(string factor, double lo, double hi, bool selected = false) =>
        new(factor, 0, 1, (lo + hi) / 2, lo, hi, 1, 1, 0, 0, selected, selected ? Strength.Clear : Strength.None, 60);

    private static readonly AnalysisResult Three = new()
    {
        WorthKnowing = 0.5,
        Triggers = [Tested("stress", 0.4, 1.2, true), Tested("sleep", -0.3, 0.2), Tested("travel", -0.2, 1.4)],
        Declined =
        [
            new(Analysed.Trigger, "travel", DeclineReason.CannotTellYet, 60, 240),
            new(Analysed.Trigger, "sleep", DeclineReason.TooFewOccurrences, 3, 4),
        ],
    };

    [Fact]
    public void What_cannot_be_told_yet_is_never_among_what_made_no_difference()
    {
        var report = Of(Three);
        Assert.Equal(["stress"], report.Found.Select(f => f.Factor));
        Assert.Equal(["sleep"], report.NoDifference);
        Assert.Equal(["travel"], report.CannotTell);
    }

    [Fact]
    public void No_difference_names_how_large_a_one_is_ruled_out()
    {
        foreach (var language in Languages)
        {
            var words = new Words(new ContentFolder(), language);
            var text = new FindingSentences(words, Of(Three)).NoDifference;
            Assert.Contains(words.Number(0.5, 1), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_open_says_how_many_days_would_settle_it_or_that_none_can_be_promised()
    {
        foreach (var language in Languages)
        {
            var words = new Words(new ContentFolder(), language);
            var counted = Assert.Single(new FindingSentences(words, Of(Three)).CannotTell);
            Assert.Contains("240", counted, StringComparison.Ordinal);
            var open = Three with { Declined = [new(Analysed.Trigger, "travel", DeclineReason.CannotTellYet, 60)] };
            var uncounted = Assert.Single(new FindingSentences(words, Of(open)).CannotTell);
            Assert.Contains("60", uncounted, StringComparison.Ordinal);
            Assert.DoesNotContain("{", uncounted, StringComparison.Ordinal);
        }
    }
}
