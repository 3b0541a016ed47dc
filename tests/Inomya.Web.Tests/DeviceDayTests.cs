using Inomya.Content;
using Inomya.Journals;
using Inomya.Web.Tests.Support;
using NodaTime;

namespace Inomya.Web.Tests;

/// <summary>What a watch measured on a day of which nothing else is known.</summary>
public class DeviceDayTests
{
    private static readonly MeasureCatalogue Measures = new(new ContentFolder());

    private static async Task<(string Page, LocalDate Day)> DayAsync(HistoryItem? told = null)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var day = journal.Today.PlusDays(-2);
        var noon = journal.Days.StartOf(day) + Duration.FromHours(8);
        foreach (var (measure, value) in new[] { ("steps", 4321.0), ("body_weight", 61.5), ("active_energy", 222) })
            await journal.AddSamplesAsync(Measures.Find(measure)!, "Watch", [new Reading(noon, noon, value)]);
        if (told is not null)
            await journal.RecordAsync(new Draft("history").Add(told));
        await using var site = await Site.OfAsync(journal);
        return (await site.Http.GetStringAsync($"/days/{day:uuuu-MM-dd}"), day);
    }

    [Fact]
    public async Task A_day_with_nothing_but_a_watch_is_not_a_day_of_which_nothing_was_recorded()
    {
        var (page, _) = await DayAsync();
        Assert.DoesNotContain("Nothing was recorded", page, StringComparison.Ordinal);
        foreach (var number in new[] { "4321 steps", "61.5 kg", "222 kcal" })
            Assert.Contains(number, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weight_and_burning_are_put_away_with_an_eating_disorder_and_steps_are_not()
    {
        var (page, _) = await DayAsync(new HistoryItem { Kind = HistoryKind.Condition, Text = "Anorexia nervosa" });
        Assert.Contains("4321 steps", page, StringComparison.Ordinal);
        Assert.DoesNotContain("61.5 kg", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Body weight", page, StringComparison.Ordinal);
        Assert.DoesNotContain("222 kcal", page, StringComparison.Ordinal);
    }
}
