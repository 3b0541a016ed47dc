using Inomya.Journals;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests.Programmes;

/// <summary>What a person writes for themselves: kept, found again, changed, removed with a way back, and nowhere else.</summary>
public class WritingPagesTests(Browser browser)
{
    private const string Planted = "Zarzamora";

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    [Fact]
    public async Task A_thought_record_is_written_found_by_its_words_changed_and_removed_with_a_way_back()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/writing/thought-record?step=skills/catch-a-thought");
            await visit.AssertAccessibleAsync();
            await page.GetByLabel("What went through your mind?").FillAsync("The Zarzamora will never ripen.");
            await page.GetByLabel("How much did you believe it?").FillAsync("80");
            await Button(page, "Keep it").ClickAsync();
            await Expect(page.GetByText("Zarzamora")).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();
            await page.GetByLabel("Find words in it").FillAsync("zarza ripe");
            await Button(page, "Find").ClickAsync();
            await Expect(page.GetByText("Found in one")).ToBeVisibleAsync();
            await page.GetByLabel("Find words in it").FillAsync("nothing of it");
            await Button(page, "Find").ClickAsync();
            await Expect(page.GetByText("Nothing has these words.")).ToBeVisibleAsync();
            await visit.GoAsync("/writing");
            await page.GetByRole(AriaRole.Link, new() { Name = "Zarzamora" }).ClickAsync();
            await Expect(page.GetByLabel("How much did you believe it?")).ToHaveValueAsync("80");
            await page.GetByLabel("What is a fairer way to see it?").FillAsync("It may take until June.");
            await Button(page, "Keep it").ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Zarzamora" }).ClickAsync();
            await Expect(page.GetByLabel("What is a fairer way to see it?"))
                .ToHaveValueAsync("It may take until June.");
            await Button(page, "Remove it").ClickAsync();
            await Expect(page.GetByText("Nothing is written yet")).ToBeVisibleAsync();
            await Button(page, "Undo").ClickAsync();
            await Expect(page.GetByText("Zarzamora")).ToBeVisibleAsync();
        });
        var sheet = (await journal.AllAsync<Worksheet>()).Single();
        Assert.Equal("skills/catch-a-thought", sheet.Step);
        Assert.Equal("80", sheet.Read()["belief-before"]);
        Assert.Equal("It may take until June.", sheet.Read()["balanced"]);
    }

    [Theory]
    [InlineData("101")]
    [InlineData("-1")]
    [InlineData("often")]
    public async Task A_rating_off_its_scale_is_shown_again_with_all_that_was_typed(string typed)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/writing/thought-record");
            await page.GetByLabel("What went through your mind?").FillAsync("All of it.");
            await page.GetByLabel("How much did you believe it?").FillAsync(typed);
            await Button(page, "Keep it").ClickAsync();
            await Expect(page.GetByText("Write a whole number").First).ToBeVisibleAsync();
            await Expect(page.GetByLabel("What went through your mind?")).ToHaveValueAsync("All of it.");
            await Expect(page.GetByLabel("How much did you believe it?")).ToHaveValueAsync(typed);
        });
        Assert.Empty(await journal.AllAsync<Worksheet>());
    }

    [Fact]
    public async Task With_no_network_it_is_kept_on_the_device_and_sent_once()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/writing/good-thing");
            await OfflineTests.WithKeptPagesAsync(visit);
            await page.Context.SetOfflineAsync(false);
            await visit.GoAsync("/writing/good-thing");
            await page.Context.SetOfflineAsync(true);
            await page.GotoAsync("/writing/good-thing");
            await page.GetByLabel("What was it?").FillAsync("The kettle sang.");
            await Button(page, "Keep it").ClickAsync();
            await Expect(page.GetByText("Kept on this device", new() { Exact = true })).ToBeVisibleAsync();
            await page.Context.SetOfflineAsync(false);
            await Expect(page.Locator("#unsent")).ToBeHiddenAsync();
        });
        Assert.Equal("The kettle sang.", (await journal.AllAsync<Worksheet>()).Single().Read()["what"]);
    }

    [Fact]
    public async Task With_a_full_device_and_no_network_what_was_written_stays_on_the_page_and_the_page_says_so()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await page.AddInitScriptAsync(
                "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
            );
            await visit.GoAsync("/writing/thought-record");
            await page.GetByLabel("What went through your mind?").FillAsync("A long and hard thought.");
            await Expect(page.GetByText("no room to keep a copy")).ToBeVisibleAsync();
            visit.ExpectsNoNetwork = true;
            await page.Context.SetOfflineAsync(true);
            await Button(page, "Keep it").ClickAsync();
            await Expect(page.GetByText("no room on this device to keep it")).ToBeVisibleAsync();
            await Expect(page.GetByLabel("What went through your mind?")).ToHaveValueAsync("A long and hard thought.");
            await page.Context.SetOfflineAsync(false);
            await Button(page, "Keep it").ClickAsync();
            await Expect(page.GetByText("A long and hard thought.")).ToBeVisibleAsync();
        });
        Assert.Single(await journal.AllAsync<Worksheet>());
    }

    [Fact]
    public async Task What_was_changed_elsewhere_meanwhile_stays_beside_what_is_written_now()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var sheet = new Worksheet
        {
            Kind = "own-words",
            Fields = Worksheet.Write([("text", "first")]),
            Day = journal.Today,
        };
        await journal.RecordAsync(new Draft("writing").Add(sheet));
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync($"/writing/own-words?id={sheet.Id}");
            var now = (await journal.FindAsync<Worksheet>(sheet.Id))!;
            await journal.RecordAsync(
                new Draft("writing").Correct(now, now with { Fields = Worksheet.Write([("text", "from the phone")]) })
            );
            await visit.Page.GetByLabel("Write", new() { Exact = true }).FillAsync("from here");
            await Button(visit.Page, "Keep it").ClickAsync();
            await Expect(visit.Page.GetByText("from here")).ToBeVisibleAsync();
        });
        Assert.Equal(
            ["from here", "from the phone"],
            (await journal.AllAsync<Worksheet>()).Select(s => s.Read()["text"]).Order()
        );
    }

    [Fact]
    public async Task Words_of_ending_ones_life_show_whom_to_call_at_once()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/writing/own-words");
            await visit.Page.GetByLabel("Write", new() { Exact = true }).FillAsync("I want to kill myself");
            await Button(visit.Page, "Keep it").ClickAsync();
            await Expect(visit.Page.Locator("#crisis")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task No_page_but_their_own_holds_a_word_of_what_was_written()
    {
        var journal = await DemoJournal.NewAsync();
        await journal.RecordAsync(
            new Draft("writing").Add(
                new Worksheet
                {
                    Kind = "own-words",
                    Fields = Worksheet.Write([("text", Planted), ("about", Planted)]),
                    Day = journal.Today,
                }
            )
        );
        await using var site = await Site.OfAsync(journal);
        Assert.Contains(Planted, await site.Http.GetStringAsync("/writing"), StringComparison.Ordinal);
        string[] more =
        [
            "/report?audience=doctor",
            "/report?audience=physiotherapist",
            "/report?audience=employer",
            "/report?audience=family",
            "/report?audience=self",
            "/costs/export",
        ];
        foreach (
            var path in EveryPageTests
                .Pages.Select(row => row.Data)
                .Concat(more)
                .Where(p => !p.StartsWith("/writing", StringComparison.Ordinal))
        )
            Assert.DoesNotContain(
                Planted,
                await (await site.Http.GetAsync(path)).Content.ReadAsStringAsync(),
                StringComparison.Ordinal
            );
    }
}
