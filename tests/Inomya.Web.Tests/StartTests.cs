using Inomya.Checkins;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Web.Shell;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using NodaTime.Testing;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests;

/// <summary>The first start: short, skippable, nothing taken for granted; then two weeks of small steps.</summary>
public class StartTests(Browser browser)
{
    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task From_an_empty_journal_to_the_first_check_in_with_scripts_and_without(bool scripts)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                await visit.GoAsync("/");
                await page.GetByRole(AriaRole.Link, new() { Name = "Show me round" }).ClickAsync();
                await page.GetByText("Night", new() { Exact = true }).ClickAsync();
                await GoOnAsync(page);
                await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "night");

                await page.GetByLabel("Name").FillAsync("Bea");
                await page.GetByLabel("Country you live in").FillAsync("spain");
                await page.GetByLabel("Time zone").FillAsync("Mexico City");
                await GoOnAsync(page);
                await page.GetByText("Stress", new() { Exact = true }).ClickAsync();
                await GoOnAsync(page);
                await page.GetByLabel("Medicines and supplements, one a line")
                    .FillAsync("Duloxetine 60 mg\n\n vitamin D \nduloxetine 60 mg");
                await GoOnAsync(page);
                await Expect(page.GetByText("From 33 recorded days")).ToBeVisibleAsync();
                await Expect(page.GetByText("See the 2 that you take")).ToBeVisibleAsync();
                await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Go to Today" }).ClickAsync();
                await Expect(page.GetByText("Show me round")).ToHaveCountAsync(0);
            },
            scripts: scripts
        );
        var now = await journal.Store.OfAsync(journal.Person.Id);
        Assert.Equal(("Bea", "ES", "America/Mexico_City"), (now.Person.Name, now.Country, now.Days.ZoneAt(now.Now).Id));
        Assert.Equal(
            ["Duloxetine 60 mg", "vitamin D"],
            (await now.AllAsync<Treatment>()).Select(t => t.Name).Order(StringComparer.Ordinal)
        );
        Assert.All(await now.AllAsync<Course>(), course => Assert.Equal((now.Today, null), (course.Start, course.End)));
        Assert.DoesNotContain("stress", (await now.SettingsAsync())[Tracked.Setting], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_step_can_be_skipped_and_nothing_is_taken_for_granted_then()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/start");
            for (var step = 1; step < 5; step++)
            {
                await visit.AssertAccessibleAsync();
                await visit.AssertBigTargetsAsync();
                await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Skip", Exact = true }).ClickAsync();
            }
            await Expect(visit.Page.GetByText("From 33 recorded days")).ToBeVisibleAsync();
        });
        var now = await journal.Store.OfAsync(journal.Person.Id);
        Assert.Equal((null, false), (now.Country, now.CountryWasAsked));
        Assert.DoesNotContain(Tracked.Setting, (await now.SettingsAsync()).Keys);
        Assert.Empty(await now.AllAsync<Treatment>());
    }

    [Fact]
    public async Task A_country_or_zone_that_is_none_is_asked_back_and_what_was_typed_stays()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/start?step=2");
            await page.GetByLabel("Country you live in").FillAsync("Atlantis");
            await page.GetByLabel("Time zone").FillAsync("Nowhere");
            await GoOnAsync(page);
            await Expect(page.GetByLabel("Country you live in")).ToHaveValueAsync("Atlantis");
            await Expect(page.GetByLabel("Time zone")).ToHaveValueAsync("Nowhere");
        });
        Assert.False((await journal.Store.OfAsync(journal.Person.Id)).CountryWasAsked);
    }

    [Fact]
    public async Task Each_day_of_the_first_two_weeks_has_one_small_step_that_can_be_put_off()
    {
        var clock = new FakeClock(DemoSite.Now);
        var journal = await DemoJournal.NewAsync(empty: true, clock);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/");
            await page.Locator("form", new() { HasText = "Show me round" })
                .GetByRole(AriaRole.Button, new() { Name = "Not now" })
                .ClickAsync();
            await Expect(page.GetByText("What do you take or do?").First).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Not now" }).ClickAsync();
            await Expect(page.GetByText("What do you take or do?")).ToHaveCountAsync(0);
            clock.AdvanceDays(3);
            await visit.GoAsync("/");
            await Expect(page.GetByText("Where does it hurt?").First).ToBeVisibleAsync();
            clock.AdvanceDays(14);
            await visit.GoAsync("/");
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Not now" })).ToHaveCountAsync(0);
        });
    }

    [Theory]
    [InlineData("Europe/Madrid", "Europe/Madrid"), InlineData("Spain, Madrid", "Europe/Madrid")]
    [InlineData("madrid", "Europe/Madrid"), InlineData("France", "Europe/Paris"), InlineData("Spain", null)]
    [InlineData("Nowhere", null), InlineData("", null), InlineData(null, null)]
    public void A_time_zone_is_read_by_its_words_and_never_guessed_among_several(string? written, string? zone) =>
        Assert.Equal(zone, ZoneNames.Find(new Words(new ContentFolder()), written));

    [Theory]
    [InlineData("Spain", "ES"), InlineData("es", "ES"), InlineData("germany ", "DE"), InlineData("Atlantis", null)]
    public void A_country_is_read_by_its_name_or_code(string written, string? code) =>
        Assert.Equal(code, CountryNames.Find(new Words(new ContentFolder()), written));

    /// <summary>From an empty journal to the day on which a test can be planned: told so, and what cannot be told yet.</summary>
    [Fact]
    public async Task Two_weeks_of_check_ins_end_with_what_the_days_were_like_and_an_honest_not_yet()
    {
        var clock = new FakeClock(DemoSite.Now);
        var journal = await DemoJournal.NewAsync(empty: true, clock);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/start?step=5");
            for (var day = 1; day <= 14; day++)
            {
                await visit.GoAsync("/checkin");
                await page.Locator($"input[name=m-pain][value='{3 + (day % 4)}']").First.CheckAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).First.ClickAsync();
                await Expect(page.Locator("[data-saved], .undo-bar").First).ToBeAttachedAsync();
                await visit.GoAsync("/findings");
                var early = page.Locator("#early");
                if (day < 3)
                    await Expect(early).ToHaveCountAsync(0);
                else
                    await Expect(early).ToContainTextAsync(day < 5 ? "between" : "half of the days");
                await Expect(page.Locator("#ahead")).ToContainTextAsync("From 33 recorded days");
                clock.AdvanceDays(1);
            }
            await Expect(page.Locator("main")).ToContainTextAsync("Not enough days yet");
            await Expect(page.Locator("main")).Not.ToContainTextAsync("Nothing found");
            await Expect(page.Locator("main")).Not.ToContainTextAsync("no difference");
        });
    }

    private static Task GoOnAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
}
