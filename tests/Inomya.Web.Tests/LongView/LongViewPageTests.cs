using System.Net;
using System.Text.RegularExpressions;
using Inomya.Journals;
using Inomya.Web.Tests.Support;
using NodaTime;

namespace Inomya.Web.Tests.LongView;

/// <summary>The long view of nothing, of a lifetime, and in another language.</summary>
public class LongViewPageTests
{
    private static Entry Pain(LocalDate day, double value) =>
        new()
        {
            Measure = "pain",
            Value = value,
            ScaleLow = 0,
            ScaleTop = 10,
            Unit = "{score}",
            Day = day,
            Source = "checkin",
        };

    [Fact]
    public async Task An_empty_journal_has_a_page_that_says_so_and_what_studies_saw()
    {
        await using var site = await Site.OfAsync(await DemoJournal.NewAsync(empty: true));
        var page = await site.Http.GetStringAsync("/long-view");
        Assert.Contains("Nothing to look back on yet", page, StringComparison.Ordinal);
        Assert.Contains("No one can tell from them how it will go for you.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eighty_years_stand_on_one_line_with_a_gap_where_nothing_was_recorded()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var draft = new Draft("checkin");
        // a year in the middle has no record
        foreach (var month in Enumerable.Range(0, 80 * 12).Where(m => m / 12 != 40))
            draft.Add(Pain(journal.Today.PlusMonths(-month), 4));
        await journal.RecordAsync(draft);
        await using var site = await Site.OfAsync(journal);
        var page = await site.Http.GetStringAsync("/long-view");
        Assert.Contains("Averages of 948 months with a record", page, StringComparison.Ordinal);
        Assert.Contains($"<summary>{journal.Today.Year - 79}</summary>", page, StringComparison.Ordinal);
        var line = page[page.IndexOf("<path class=\"line\"", StringComparison.Ordinal)..];
        Assert.Equal(2, line[..line.IndexOf('>', StringComparison.Ordinal)].Count(c => c == 'M'));
    }

    [Fact]
    public async Task Each_table_says_which_way_is_good_and_ticked_days_are_said_with_the_averages()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var draft = new Draft("checkin").Add(Pain(journal.Today.PlusYears(-2), 4));
        for (var ago = 1; ago < 20; ago++)
            draft.Add(Pain(journal.Today.PlusDays(-ago), 3 + (ago % 4)));
        draft.Add(
            new Entry
            {
                Measure = "bad_day",
                Value = 1,
                Day = journal.Today,
                Unit = "1",
                Source = "checkin",
            }
        );
        await journal.RecordAsync(draft);
        await using var site = await Site.OfAsync(journal);
        var page = WebUtility.HtmlDecode(await site.Http.GetStringAsync("/long-view"));
        // the picture's table, the look back, and each of three years
        Assert.InRange(Regex.Count(page, "Pain[^<]*, average; lower is better<"), 5, int.MaxValue);
        Assert.Contains("1 of these days was ticked as bad without a number", page, StringComparison.Ordinal);
        Assert.Contains("(20 days)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_there_in_Spanish()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await journal.RecordAsync(new Draft("checkin").Add(Pain(journal.Today, 4)));
        await using var site = await Site.OfAsync(journal);
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/long-view");
        ask.Headers.Add("Cookie", "inomya-look=light.100.es");
        using var answer = await site.Http.SendAsync(ask);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(
            "Cómo les fue a otras personas",
            System.Net.WebUtility.HtmlDecode(page),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("How it went for others", page, StringComparison.Ordinal);
    }
}
