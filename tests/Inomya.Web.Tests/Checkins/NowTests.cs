using Inomya.Journals;
using Inomya.Web;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests.Checkins;

public class NowTests(Browser browser)
{
    [Fact]
    public async Task A_moment_is_rated_listed_with_its_hour_and_undone()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/now");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save this moment" }).ClickAsync();
            await Expect(page.GetByText("Choose a number first.").First).ToBeVisibleAsync();
            Assert.Empty(await journal.EntriesAsync(journal.Today, journal.Today));

            await page.GetByRole(AriaRole.Group, new() { Name = "Pain right now" })
                .GetByRole(AriaRole.Radio, new() { Name = "6", Exact = true })
                .CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Save this moment" }).ClickAsync();
            await Expect(page.GetByText("6 of 10")).ToBeVisibleAsync();
            var entry = Assert.Single(await journal.EntriesAsync(journal.Today, journal.Today));
            Assert.Equal(("now", "Europe/Madrid", 6), (entry.Source, entry.Zone, entry.Value));
            Assert.NotNull(entry.At);

            await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
            await Expect(page.GetByText("Nothing rated today")).ToBeVisibleAsync();
        });
    }
}
