using Inomya.Journals;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;

namespace Inomya.Web.Tests;

/// <summary>Nothing typed is lost: reload, crash, error and full storage, in a real browser.</summary>
public class KeepTests(Browser browser)
{
    [Fact]
    public async Task What_was_typed_is_there_after_a_reload_with_the_same_submission()
    {
        await using var site = await Site.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            await FillAsync(visit);
            var submission = await SubmissionAsync(visit);
            await visit.Page.ReloadAsync();
            await AssertKeptAsync(visit);
            Assert.Equal(submission, await SubmissionAsync(visit));
        });
    }

    [Fact]
    public async Task What_was_typed_survives_a_crash_of_the_tab()
    {
        await using var site = await Site.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            await FillAsync(visit);
            var next = new Visit(site, await visit.Page.Context.NewPageAsync());
            await visit.Page.CloseAsync();
            await next.GoAsync("/design");
            await AssertKeptAsync(next);
        });
    }

    [Fact]
    public async Task Starting_over_brings_back_what_the_page_came_with()
    {
        await using var site = await Site.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            await FillAsync(visit);
            await visit.Page.ReloadAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Start over" }).ClickAsync();
            await Assertions.Expect(Note(visit)).ToHaveValueAsync("Rain all day. Short walk.");
            await visit.Page.ReloadAsync();
            await Assertions.Expect(visit.Page.GetByText("We kept what you had typed")).ToHaveCountAsync(0);
        });
    }

    [Fact]
    public async Task The_copy_goes_when_the_save_is_confirmed_and_not_before_and_only_that_form_s()
    {
        await using var site = await DemoSite.StartOwnAsync();
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/you");
            await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Alexandra");
            await page.GetByLabel("Year of birth").FillAsync("no year");
            await page.Locator("summary:near(:text('Your own'))").Last.ClickAsync();
            await page.GetByLabel("What do you want to record?").FillAsync("Cold hands");
            await visit.GoAsync("/look");
            Assert.Equal(2, await CopiesAsync(visit));

            await visit.GoAsync("/you");
            await page.Locator("form:has([name=zone]) button").ClickAsync();
            await Assertions.Expect(page.Locator("#errors")).ToBeVisibleAsync();
            await page.ReloadAsync();
            Assert.Equal(2, await CopiesAsync(visit));

            await page.GetByLabel("Year of birth").FillAsync("1980");
            await page.Locator("form:has([name=zone]) button").ClickAsync();
            await Assertions.Expect(page.Locator("[data-saved]")).ToBeVisibleAsync();
            Assert.Equal(1, await CopiesAsync(visit));
            await Assertions.Expect(page.GetByLabel("What do you want to record?")).ToHaveValueAsync("Cold hands");
            await Assertions.Expect(page.GetByText("We kept what you had typed")).ToHaveCountAsync(1);
        });
    }

    [Fact]
    public async Task What_was_typed_before_the_server_went_away_is_there_when_it_is_back()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var site = await Site.OfAsync(journal);
        var url = site.Url;
        await browser.VisitAsync(site, async visit =>
        {
            visit.ExpectsNoNetwork = true;
            await visit.GoAsync("/history?add=onset");
            var note = visit.Page.Locator("[name=text]");
            await note.FillAsync("It began after the flu.");
            await site.DisposeAsync();
            await visit.Page.Locator("form:has([name=text]) button").ClickAsync();
            await Assertions.Expect(note).ToHaveCountAsync(0);
            await visit.Page.WaitForLoadStateAsync();
            await using var again = await Site.OfAsync(journal, url);
            await visit.GoAsync("/history?add=onset");
            await Assertions.Expect(note).ToHaveValueAsync("It began after the flu.");
        });
        Assert.Empty(await journal.AllAsync<HistoryItem>());
    }

    [Fact]
    public async Task Every_form_with_something_to_fill_in_is_kept_under_a_name_of_its_own()
    {
        await using var site = await DemoSite.StartOwnAsync();
        await browser.VisitAsync(site, async visit =>
        {
            foreach (var path in EveryPageTests.Pages.Select(p => p.Data).Where(p => p is not "/nowhere"))
            {
                await visit.GoAsync(path);
                Assert.True(
                    await visit.Page.EvaluateAsync<bool>(
                        """
                        () => {
                          const filled = [...document.forms].filter(f => f.method === 'post' && f.dataset.keep !== 'off' && !f.querySelector('[type=file]') && f.querySelector('textarea, select, input:not([type=hidden], [type=submit])[name]'));
                          const names = filled.map(f => f.dataset.keep);
                          return names.every(name => name && name !== 'undefined') && new Set(names).size === names.length;
                        }
                        """
                    ),
                    path
                );
            }
        });
    }

    [Fact]
    public async Task A_full_device_is_said_plainly()
    {
        await using var site = await Site.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/design");
            await visit.Page.EvaluateAsync(
                "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
            );
            await Note(visit).FillAsync("a");
            await Note(visit).FillAsync("b");
            await Assertions.Expect(visit.Page.GetByText("no room to keep a copy")).ToHaveCountAsync(1);
        });
    }

    [Fact]
    public async Task Without_network_a_page_of_ours_comes_and_no_page_with_data_was_kept()
    {
        await using var site = await Site.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/design");
            await visit.Page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => true)");
            await visit.Page.Context.SetOfflineAsync(true);
            await visit.Page.GotoAsync("/look");
            await Assertions
                .Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "No connection right now" }))
                .ToBeVisibleAsync();
            var kept = await visit.Page.EvaluateAsync<string[]>(
                "async () => { const all = []; for (const n of await caches.keys()) for (const r of await (await caches.open(n)).keys()) all.push(new URL(r.url).pathname); return all; }"
            );
            Assert.All(kept, path =>
                Assert.True(
                    path is "/offline" or "/device" || path.StartsWith("/assets/", StringComparison.Ordinal),
                    path
                )
            );
            await visit.Page.Context.SetOfflineAsync(false);
        });
    }

    private static ILocator Note(Visit visit) => visit.Page.GetByLabel("Note", new() { Exact = true });

    private static ILocator Pain(Visit visit) =>
        visit.Page.GetByRole(AriaRole.Group, new() { Name = "How strong was your pain today?" });

    private static async Task FillAsync(Visit visit)
    {
        await visit.GoAsync("/design");
        await Note(visit).FillAsync("Café, \"quoted\" & more");
        await Pain(visit).Locator("label", new() { HasText = "9" }).ClickAsync();
        await visit.Page.GetByLabel("Chest").CheckAsync();
        await visit.Page.GetByLabel("Neck").UncheckAsync();
    }

    private static async Task AssertKeptAsync(Visit visit)
    {
        await Assertions.Expect(visit.Page.GetByText("We kept what you had typed")).ToBeVisibleAsync();
        await Assertions.Expect(Note(visit)).ToHaveValueAsync("Café, \"quoted\" & more");
        await Assertions.Expect(Pain(visit).GetByLabel("9")).ToBeCheckedAsync();
        await Assertions.Expect(visit.Page.GetByLabel("Chest")).ToBeCheckedAsync();
        await Assertions.Expect(visit.Page.GetByLabel("Neck")).Not.ToBeCheckedAsync();
    }

    private static Task<string> SubmissionAsync(Visit visit) => visit.Page.Locator("[data-keep-id]").InputValueAsync();

    private static Task<int> CopiesAsync(Visit visit) =>
        visit.Page.EvaluateAsync<int>(
            "() => Object.keys(localStorage).filter(k => k.startsWith('inomya-keep:')).length"
        );
}
