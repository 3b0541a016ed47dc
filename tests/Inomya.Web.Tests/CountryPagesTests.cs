using Inomya.Journals;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests;

/// <summary>Where the person lives is asked at the first start; nothing takes its place.</summary>
public class CountryPagesTests(Browser browser)
{
    [Fact]
    public async Task The_first_page_asks_about_the_country_of_the_browser_and_keeps_only_what_is_confirmed()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            var line = await page.Context.NewCDPSessionAsync(page);
            await line.SendAsync(
                "Emulation.setTimezoneOverride",
                new() { ["timezoneId"] = "America/Argentina/Buenos_Aires" }
            );
            await visit.GoAsync("/");
            await Expect(page.GetByText("time zone points to: Argentina")).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();
            await visit.ScreenshotAsync("country-asked");
            Assert.Null(await CountryAsync(journal));

            await page.GetByRole(AriaRole.Button, new() { Name = "Yes, Argentina" }).ClickAsync();
            await Expect(page.GetByText("Where do you live?")).ToHaveCountAsync(0);
            Assert.Equal("AR", await CountryAsync(journal));
        });
    }

    [Fact]
    public async Task Without_scripts_it_can_be_answered_too_and_whoever_would_not_say_is_not_asked_again()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                await visit.GoAsync("/");
                await page.GetByRole(AriaRole.Button, new() { Name = "I would rather not say" }).ClickAsync();
                await Expect(page.GetByText("Where do you live?")).ToHaveCountAsync(0);
                Assert.Null(await CountryAsync(journal));

                await visit.GoAsync("/you");
                await page.GetByLabel("Country you live in").SelectOptionAsync("Chile");
                await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
                await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
                Assert.Equal("CL", await CountryAsync(journal));
                await Expect(page.GetByLabel("Country you live in")).ToHaveValueAsync("CL");
            },
            scripts: false
        );
    }

    private static async Task<string?> CountryAsync(Journal journal) =>
        (await journal.Store.OfAsync(journal.Person.Id)).Country;
}
