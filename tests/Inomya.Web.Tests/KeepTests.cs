using Inomya.Web.Hosting;
using Inomya.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Playwright;

namespace Inomya.Web.Tests;

/// <summary>Nothing typed is lost: reload, crash, error and full storage, in a real browser.</summary>
public class KeepTests(Browser browser)
{
    private static readonly Action<IEndpointRouteBuilder> SavedPage = routes => routes.MapGet("/saved", (Assets assets, string? id) => Results.Content(
        $"<!doctype html><html lang=en><title>-</title><link rel=icon href=data:,><span data-saved=design data-saved-id='{id}'></span><script type=module src='{assets.Url("keep.js")}'></script>", "text/html"));

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
    public async Task The_copy_goes_when_the_save_is_confirmed_and_not_before()
    {
        await using var site = await Site.StartAsync(routes: SavedPage);
        await browser.VisitAsync(site, async visit =>
        {
            await FillAsync(visit);
            var submission = await SubmissionAsync(visit);
            await visit.GoAsync("/look");
            await visit.GoAsync("/saved?id=" + Guid.Empty);
            Assert.Equal(1, await CopiesAsync(visit));
            await visit.GoAsync("/saved?id=" + submission);
            Assert.Equal(0, await CopiesAsync(visit));
        });
    }

    [Fact]
    public async Task A_full_device_is_said_plainly()
    {
        await using var site = await Site.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/design");
            await visit.Page.EvaluateAsync("() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }");
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
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "No connection right now" })).ToBeVisibleAsync();
            var kept = await visit.Page.EvaluateAsync<string[]>(
                "async () => { const all = []; for (const n of await caches.keys()) for (const r of await (await caches.open(n)).keys()) all.push(new URL(r.url).pathname); return all; }");
            Assert.All(kept, path => Assert.True(path is "/offline" or "/device" || path.StartsWith("/assets/", StringComparison.Ordinal), path));
            await visit.Page.Context.SetOfflineAsync(false);
        });
    }

    private static ILocator Note(Visit visit) => visit.Page.GetByLabel("Note", new() { Exact = true });

    private static ILocator Pain(Visit visit) => visit.Page.GetByRole(AriaRole.Group, new() { Name = "How strong was your pain today?" });

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

    private static Task<int> CopiesAsync(Visit visit) => visit.Page.EvaluateAsync<int>("() => Object.keys(localStorage).filter(k => k.startsWith('inomya-keep:')).length");
}
