using System.Net;
using System.Text.RegularExpressions;
using Inomya.Web.Hosting;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests;

/// <summary>Below a path of a host that is shared with others, everything works as at the root.</summary>
public partial class SubPathTests(Browser browser)
{
    private const string Below = "/inomya";

    /// <summary>Enough to meet every room.</summary>
    private const int MostPages = 150;

    private static readonly string[] TenPages =
    [
        "/",
        "/checkin",
        "/journal",
        "/relieve",
        "/understand",
        "/care",
        "/medicines",
        "/sleep/diary",
        "/guide",
        "/look",
    ];

    [Fact]
    public async Task Every_address_on_every_page_is_below_the_path()
    {
        var journal = await DemoJournal.NewAsync();
        await using var site = await Site.OfAsync(journal, settings: BelowPath);
        var (seen, strange) = (new HashSet<string> { $"{Below}/" }, new List<string>());
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var path) && seen.Count < MostPages)
        {
            using var answer = await site.Http.GetAsync(path);
            if (answer.Headers.Location is { } to && !IsBelow(to.OriginalString))
                strange.Add($"{path} leads to {to}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var html = await answer.Content.ReadAsStringAsync();
            foreach (var (name, address) in AddressesIn(html).Where(a => !IsBelow(a.Address)))
                strange.Add($"{path}: {name}={address}");
            foreach (var next in LinksIn(html).Where(link => IsBelow(link) && seen.Add(link)))
                open.Enqueue(next);
        }
        Assert.True(seen.Count >= MostPages, $"only {seen.Count} pages were found");
        Assert.True(strange.Count == 0, string.Join('\n', strange.Distinct().Take(40)));
    }

    [Fact]
    public async Task What_looks_like_an_address_in_a_text_or_a_field_stays_as_it_was_typed()
    {
        const string html =
            "<a href=\"/a\">a</a><input value=\"/a\"><p>href=&quot;/a&quot;</p><a href=\"//b/a\">b</a><a href=\"#a\">c</a>";
        Assert.Equal(
            "<a href=\"/x/a\">a</a><input value=\"/a\"><p>href=&quot;/a&quot;</p><a href=\"//b/a\">b</a><a href=\"#a\">c</a>",
            SubPath.Moved(html, "/x")
        );
        Assert.Equal("<ol data-keep-pages=\"/x/a /x/b/c\">", SubPath.Moved("<ol data-keep-pages=\"/a /b/c\">", "/x"));
        await using var site = await Site.StartAsync(settings: BelowPath);
        // asked without the path it is as at the root, for whoever asks on the machine itself
        Assert.Contains(" href=\"/search\"", await site.Http.GetStringAsync("/look"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manifest_worker_cookies_and_redirects_keep_to_the_path()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal, settings: BelowPath);
        var manifest = await site.Http.GetStringAsync($"{Below}/manifest.webmanifest");
        foreach (var key in (string[])["id", "start_url", "scope"])
            Assert.Contains($"\"{key}\":\"{Below}/\"", manifest, StringComparison.Ordinal);
        Assert.DoesNotContain("\"/assets", manifest, StringComparison.Ordinal);
        var worker = await site.Http.GetStringAsync($"{Below}/service-worker.js");
        Assert.Contains($"root = '{Below}/'", worker, StringComparison.Ordinal);
        Assert.DoesNotMatch("['\"]/(?!inomya/|['\"])", worker);
        using var page = await site.Http.GetAsync($"{Below}/checkin");
        foreach (var cookie in page.Headers.GetValues("Set-Cookie"))
            Assert.Contains($"path={Below}", cookie, StringComparison.OrdinalIgnoreCase);
        using var old = await site.Http.GetAsync($"{Below}/more");
        Assert.Equal(HttpStatusCode.MovedPermanently, old.StatusCode);
        Assert.StartsWith($"{Below}/", old.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_pages_a_form_and_no_network_work_below_a_path_behind_a_proxy()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal, settings: BelowPath);
        await using var proxy = await SmallProxy.StartAsync(site, Below);
        await browser.VisitAsync(site.At(proxy.Url), async visit =>
        {
            var page = visit.Page;
            foreach (var path in TenPages)
            {
                await visit.GoAsync(Below + path);
                await Expect(page.Locator("h1")).ToBeVisibleAsync();
            }
            await page.Locator(".places a").First.ClickAsync();
            Assert.StartsWith($"{proxy.Url}{Below}/", page.Url, StringComparison.Ordinal);

            await page.GotoAsync($"{Below}/checkin");
            await RateAsync(page, "6");
            await Expect(page.Locator("[data-saved]")).ToBeAttachedAsync();
            Assert.StartsWith($"{proxy.Url}{Below}/", page.Url, StringComparison.Ordinal);

            await OfflineTests.WithKeptPagesAsync(visit, Below);
            await page.GotoAsync($"{Below}/checkin");
            await Expect(page.GetByText("No connection. This page is from")).ToBeVisibleAsync();
            await RateAsync(page, "7");
            await Expect(page.GetByText("Kept on this device", new() { Exact = true })).ToBeVisibleAsync();
            await page.Context.SetOfflineAsync(false);
            await page.GotoAsync($"{Below}/device");
            await Expect(page.GetByText("Everything is sent.")).ToBeVisibleAsync();
        });
        Assert.DoesNotContain(proxy.Strayed, path => path != "/favicon.ico");
        Assert.Equal(
            7,
            (await journal.EntriesAsync(journal.Today, journal.Today)).Single(e => e.Measure == "pain").Value
        );
    }

    private static WebSettings BelowPath(WebSettings usual) => usual with { PathBase = Below };

    private static bool IsBelow(string address) =>
        address == Below || address.StartsWith($"{Below}/", StringComparison.Ordinal);

    private static async Task RateAsync(IPage page, string points)
    {
        await OfflineTests.RateAsync(page, OfflineTests.Pain, points);
        await OfflineTests.SaveAsync(page);
    }

    /// <summary>Whatever attribute begins with a slash is an address, but for what a field holds.</summary>
    private static IEnumerable<(string Name, string Address)> AddressesIn(string html) =>
        Attribute()
            .Matches(html)
            .Select(m => (Name: m.Groups[1].Value, Address: m.Groups[2].Value))
            .Where(a => a.Name != "value");

    private static IEnumerable<string> LinksIn(string html) =>
        AddressesIn(html).Where(a => a.Name == "href").Select(a => WebUtility.HtmlDecode(a.Address).Split('#')[0]);

    [GeneratedRegex(@"\s([\w-]+)=""(/[^""]*)""")]
    private static partial Regex Attribute();
}
