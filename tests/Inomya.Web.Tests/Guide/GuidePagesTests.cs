using System.Net;
using System.Text.Json;
using Inomya.Guide;
using Inomya.Web.Guide;
using Inomya.Web.Shell;
using Inomya.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Inomya.Web.Tests.Guide;

public class GuidePagesTests(Browser browser, DemoSite demo)
{
    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_word_of_the_text_is_found_and_leads_to_its_article_with_and_without_scripts(bool scripts)
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                await visit.GoAsync("/guide");
                await visit.Page.GetByLabel("Look something up").FillAsync("ferritin");
                await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
                await Assertions.Expect(visit.Page.Locator("mark").First).ToBeVisibleAsync();
                Assert.DoesNotContain("ferritin", visit.Page.Url, StringComparison.OrdinalIgnoreCase);
                if (scripts)
                    await visit.AssertAccessibleAsync();
                await visit.Page.Locator("a", new() { HasText = "Snoring and restless legs" }).First.ClickAsync();
                await Assertions
                    .Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
                    .ToHaveTextAsync("Snoring and restless legs");
                await Assertions.Expect(visit.Page.GetByText("How sure", new() { Exact = true })).ToBeVisibleAsync();
                await Assertions.Expect(visit.Page.GetByText("no clinician yet")).ToBeVisibleAsync();
            },
            scripts: scripts
        );
    }

    [Fact]
    public async Task Every_article_opens_and_every_way_out_of_it_leads_to_a_page()
    {
        var site = await demo.StartAsync();
        var (shelf, rooms) = (
            site.Services.GetRequiredService<GuideShelf>(),
            site.Services.GetRequiredService<Rooms>()
        );
        var ways = new HashSet<string>();
        foreach (var article in shelf.In("en").Articles)
        {
            var html = await PageAsync(site, $"/guide/{article.Id}");
            Assert.True(rooms.First(article.Tools) is not null, $"{article.Id} leads to no page of this version");
            foreach (var part in html.Split("href=\"/").Skip(1))
                ways.Add("/" + part[..part.IndexOf('"')]);
        }
        foreach (var way in ways.Where(w => !w.StartsWith("/guide/", StringComparison.Ordinal)))
            await PageAsync(site, way);
    }

    [Fact]
    public async Task A_tool_whose_page_is_not_there_is_left_out_for_the_next()
    {
        var site = await demo.StartAsync();
        var rooms = site.Services.GetRequiredService<Rooms>();
        Assert.Equal(("checkin", "/checkin"), rooms.First(["no-such-tool", "checkin"]));
        Assert.Null(rooms.First([]));
        Assert.True(rooms.Has("/evidence/tai-chi"));
        Assert.False(rooms.Has("/no-such-page"));
    }

    [Fact]
    public async Task Pages_that_a_device_may_keep_are_listed_and_hold_nothing_of_the_person()
    {
        await using var site = await Site.OfAsync(await DemoJournal.NewAsync(empty: true));
        using var list = JsonDocument.Parse(await site.Http.GetStringAsync(OfflineList.Path));
        var pages = list.RootElement.GetProperty("pages").EnumerateArray().Select(p => p.GetString()!).ToList();
        Assert.True(pages.Count > 40);
        Assert.Equal("/guide", pages[0]);
        Assert.NotEmpty(list.RootElement.GetProperty("version").GetString()!);
        foreach (var page in pages)
        {
            var answer = await site.Http.GetAsync(page);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"), page);
            Assert.DoesNotContain(
                "RequestVerificationToken",
                await answer.Content.ReadAsStringAsync(),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task Once_it_was_opened_the_guide_is_read_and_searched_with_no_network()
    {
        await using var site = await DemoSite.StartOwnAsync();
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/guide");
            await page.EvaluateAsync(
                "async () => { await navigator.serviceWorker.ready; if (!navigator.serviceWorker.controller) await new Promise(done => navigator.serviceWorker.addEventListener('controllerchange', done)); }"
            );
            await visit.GoAsync("/guide");
            await Assertions.Expect(page.Locator("html[data-guide=kept]")).ToHaveCountAsync(1);
            visit.ExpectsNoNetwork = true;
            await page.Context.SetOfflineAsync(true);
            await page.GotoAsync("/guide/muscle-relaxants");
            await Assertions
                .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
                .ToHaveTextAsync("Muscle relaxants");
            await page.GotoAsync("/guide");
            await page.GetByLabel("Look something up").FillAsync("FERRÍTIN");
            await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
            await Assertions.Expect(page.Locator("#guide-found")).ToBeVisibleAsync();
            await Assertions
                .Expect(page.GetByRole(AriaRole.Link, new() { Name = "Snoring and restless legs" }))
                .ToBeVisibleAsync();
            await Assertions
                .Expect(page.GetByRole(AriaRole.Link, new() { Name = "Muscle relaxants" }))
                .ToBeHiddenAsync();
        });
    }

    [Fact]
    public async Task An_article_that_is_not_there_says_so()
    {
        var site = await demo.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync("/guide/no-such-article")).StatusCode);
    }

    private static async Task<string> PageAsync(Site site, string path)
    {
        var answer = await site.Http.GetAsync(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }
}
