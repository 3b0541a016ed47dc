using System.Buffers.Text;
using Inomya.Journals;
using Inomya.Links;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;

namespace Inomya.Web.Tests.Links;

/// <summary>A person gives a part out, sees its key once, sees it opened, and ends it; and opens what others gave.</summary>
public class LinkPagesTests(Browser browser)
{
    [Fact]
    public async Task A_link_is_made_shown_once_and_ended()
    {
        var journal = await DemoJournal.NewAsync();
        await using var site = await Site.StartAsync(
            services => services.AddJournal(journal.Store, journal.Person.Id),
            settings: usual =>
                usual with
                {
                    PublicUrl = new Uri("https://out.example"),
                    PublicListen = "http://127.0.0.1:0",
                }
        );
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await page.GotoAsync("/links");
            await page.GetByLabel("What you call it").FillAsync("For Dr Ana");
            await page.GetByLabel("Medicines").UncheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
            var link = HealthLink.Read(await page.Locator(".secret").InnerTextAsync());
            Assert.Equal(("For Dr Ana", "out.example", ""), (link.Label, link.Url.Host, link.Flag));
            Assert.True((await page.Locator("svg.qr path").GetAttributeAsync("d"))!.Length > 1000);
            await page.GotoAsync("/links");
            Assert.Equal(0, await page.Locator(".secret").CountAsync());
            var card = page.Locator("main");
            Assert.Contains("0 times", await card.InnerTextAsync(), StringComparison.Ordinal);
            await page.GetByRole(AriaRole.Button, new() { Name = "End For Dr Ana" }).ClickAsync();
            Assert.Contains("you ended it", await card.InnerTextAsync(), StringComparison.Ordinal);
        });
        var kept = Assert.Single(await journal.LinksAsync());
        Assert.DoesNotContain("medicines", kept.Areas!, StringComparison.Ordinal);
        Assert.Null(await journal.LinkFileAsync(kept.Id));
    }

    [Fact]
    public async Task Where_others_cannot_reach_it_there_is_a_locked_file_that_opens_with_its_key_on_the_page()
    {
        var journal = await DemoJournal.NewAsync();
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await page.GotoAsync("/links");
            await page.GetByLabel("What you call it").FillAsync("Trip");
            await page.GetByRole(AriaRole.Button, new() { Name = "Make the locked file" }).ClickAsync();
            var key = await page.Locator(".secret").InnerTextAsync();
            Assert.Equal(Jwe.KeyBytes, Base64Url.DecodeFromChars(key).Length);
            var download = await page.RunAndWaitForDownloadAsync(() =>
                page.GetByRole(AriaRole.Button, new() { Name = "Download the locked file" }).First.ClickAsync()
            );
            Assert.EndsWith(".smart-health.jwe", download.SuggestedFilename, StringComparison.Ordinal);
            var path = Path.Combine(Directory.CreateTempSubdirectory("inomya-down-").FullName, "trip.jwe");
            await download.SaveAsAsync(path);
            await page.GotoAsync("/links/open");
            await page.GetByLabel("The link, or the key of the file").FillAsync(key);
            await page.GetByLabel("The locked file, if you have one").SetInputFilesAsync(path);
            await page.GetByRole(AriaRole.Button, new() { Name = "Look at it" }).ClickAsync();
            var shown = await page.Locator("main").InnerTextAsync();
            Assert.Contains("MedicationStatement", shown, StringComparison.Ordinal);
            Assert.Contains("Composition: 1", shown, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_pasted_link_says_where_it_leads_and_asks_nobody_before_the_tap()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await page.GotoAsync("/links/open");
            var link = new HealthLink(new Uri("https://nowhere.invalid/x"), Jwe.NewKey(), null, "P", "Lab of May");
            await page.GetByLabel("The link, or the key of the file").FillAsync(link.Write());
            await page.GetByRole(AriaRole.Button, new() { Name = "Look at it" }).ClickAsync();
            var shown = await page.Locator("main").InnerTextAsync();
            Assert.Contains("Lab of May", shown, StringComparison.Ordinal);
            Assert.Contains("kept at nowhere.invalid", shown, StringComparison.Ordinal);
            await page.GetByLabel("The passcode that you were told").FillAsync("x");
            await page.GetByRole(AriaRole.Button, new() { Name = "Ask nowhere.invalid now" }).ClickAsync();
            Assert.Contains("did not answer", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Everything_is_deleted_only_after_two_questions_and_there_is_a_receipt()
    {
        var journal = await DemoJournal.NewAsync();
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await page.GotoAsync("/forget");
            await page.GetByRole(AriaRole.Button, new() { Name = "Go on to the last question" }).ClickAsync();
            Assert.Contains("Tick the box", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
            await page.GetByLabel("I want to delete everything of me here.").CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Go on to the last question" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Delete everything now" }).ClickAsync();
            Assert.Contains(
                "Nothing was deleted",
                await page.Locator("main").InnerTextAsync(),
                StringComparison.Ordinal
            );
            Assert.NotEmpty(await journal.AllAsync<Entry>());
            await page.GetByLabel("Type delete").FillAsync("Delete");
            await page.GetByRole(AriaRole.Button, new() { Name = "Delete everything now" }).ClickAsync();
            var receipt = await page.Locator("main").InnerTextAsync();
            Assert.Contains("entries", receipt, StringComparison.Ordinal);
            Assert.Contains("written anew without it", receipt, StringComparison.Ordinal);
            await page.GotoAsync("/export");
            Assert.Contains(
                "Take everything out",
                await page.Locator("main").InnerTextAsync(),
                StringComparison.Ordinal
            );
        });
        Assert.DoesNotContain(await journal.Store.PeopleAsync(), p => p.Id == journal.Person.Id);
        Assert.Empty(await journal.AllAsync<Entry>());
    }
}
