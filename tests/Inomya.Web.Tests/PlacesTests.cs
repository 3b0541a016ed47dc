using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Inomya.Content;
using Inomya.Web.Shell;
using Inomya.Web.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests;

/// <summary>Five places at the thumb and "you" at the top: every page is in one of them, near, lit, and has a way back.</summary>
public partial class PlacesTests(Browser browser, DemoSite demo)
{
    /// <summary>Taps from the page of a place to the farthest of its pages; Today is one tap from each place.</summary>
    private const int MostTaps = 2;

    /// <summary>
    /// Only where something went wrong, where there is no network, or for whoever works on the app; the search is at the
    /// top of every page; a helper has a page where a test is blinded, which no test of the invented person is.
    /// </summary>
    private static readonly string[] NotByTaps =
    [
        "/offline",
        "/error/{Code:int}",
        "/design",
        "/search",
        "/experiments/{Id:guid}/helper",
        // before somebody is signed in, and once an account is: the invented person has none
        "/sign-in",
        "/join",
        "/join/{Secret}",
        "/pair/{Secret}",
        "/account/pair",
        "/account/invite",
        "/account/two-steps",
    ];

    private static readonly string[] Patterns =
    [
        .. typeof(WebHost)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetCustomAttributes<RouteAttribute>())
            .Select(r => r.Template)
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_page_is_in_one_place() => Assert.DoesNotContain(Patterns, p => Places.Of(p) is null);

    [Fact]
    public void Every_door_leads_to_a_page_and_has_its_words_in_each_language()
    {
        var content = new ContentFolder();
        foreach (var words in Words.Languages(content).Select(l => new Words(content, l)))
        foreach (var door in Places.All.SelectMany(p => p.Doors))
        {
            Assert.Contains($"/{door}", Patterns);
            Assert.Equal(words.Language, words.LanguageOf($"door.{door}"));
            Assert.Equal(words.Language, words.LanguageOf($"door.{door}.text"));
        }
    }

    [Fact]
    public async Task Every_page_is_two_taps_from_its_place_with_one_place_lit_and_a_title_of_its_own()
    {
        var site = await demo.StartAsync();
        var (taps, titles) = (new Dictionary<string, int>(), new Dictionary<string, string>());
        foreach (var place in Places.All)
            await CrawlAsync(site, place, taps, titles);

        var far = Patterns
            .Except(NotByTaps)
            .Where(p => taps.GetValueOrDefault(p, int.MaxValue) > MostTaps)
            .Select(p => taps.TryGetValue(p, out var n) ? $"{p}: {n} taps" : $"{p}: no way leads there");
        Assert.True(!far.Any(), string.Join('\n', far));
        var alike = titles.GroupBy(t => t.Value).Where(g => g.Count() > 1);
        Assert.True(
            !alike.Any(),
            string.Join('\n', alike.Select(g => $"{g.Key}: {string.Join(", ", g.Select(t => t.Key))}"))
        );
    }

    /// <summary>Follows links from the page of a place, nearest first, and looks at one page of each kind.</summary>
    private static async Task CrawlAsync(
        Site site,
        Place place,
        Dictionary<string, int> taps,
        Dictionary<string, string> titles
    )
    {
        var (waiting, seen) = (new Queue<(string Path, int Taps)>([(place.Path, 0)]), new HashSet<string>());
        while (waiting.TryDequeue(out var next))
        {
            if (next.Taps > MostTaps + 1 || PatternOf(next.Path) is not { } pattern || !seen.Add(pattern))
                continue;
            if (Places.Of(next.Path) == place)
                taps[pattern] = Math.Min(taps.GetValueOrDefault(pattern, int.MaxValue), next.Taps);
            var html = await site.Http.GetStringAsync(next.Path);
            if (next.Path is not "/sign-in") // it stands before all places
                AssertLit(html, next.Path);
            titles.TryAdd(pattern, Title().Match(html).Groups[1].Value);
            foreach (var link in Links(html))
                waiting.Enqueue((link.Split('?', '#')[0], next.Taps + 1));
        }
    }

    private static void AssertLit(string html, string path)
    {
        var top = html[..html.IndexOf("<main", StringComparison.Ordinal)];
        var lit = Lit()
            .Matches(top)
            .Select(m => m.Groups[1].Value)
            .Where(h => Places.All.Any(p => p.Path == h))
            .ToList();
        Assert.True(lit is [var one] && one == Places.Of(path)!.Path, $"{path} lights {string.Join(", ", lit)}");
    }

    /// <summary>The kind of page that an address leads to; null for what is no page.</summary>
    private static string? PatternOf(string path)
    {
        var parts = path.Split('?', '#')[0].Trim('/').Split('/');
        return Patterns
            .Where(p => Fits(p.Trim('/').Split('/'), parts))
            .OrderBy(p => p.Count(c => c == '{'))
            .FirstOrDefault();
    }

    private static bool Fits(string[] pattern, string[] parts) =>
        pattern.Length == parts.Length && pattern.Zip(parts).All(p => p.First.StartsWith('{') || p.First == p.Second);

    private static IEnumerable<string> Links(string html) =>
        Link()
            .Matches(html[html.IndexOf("<main", StringComparison.Ordinal)..])
            .Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))
            .Where(h => !h.StartsWith("/assets", StringComparison.Ordinal));

    [Fact]
    public async Task An_address_of_an_earlier_version_leads_to_its_page()
    {
        var site = await demo.StartAsync();
        foreach (var (old, now) in OldAddresses.All)
        {
            var answer = await site.Http.GetAsync(old);
            Assert.Equal(
                (HttpStatusCode.MovedPermanently, now),
                (answer.StatusCode, answer.Headers.Location?.ToString())
            );
            Assert.Equal(HttpStatusCode.OK, (await site.Http.GetAsync(now)).StatusCode);
        }
    }

    [Fact]
    public async Task The_way_back_goes_where_one_came_from_and_without_scripts_to_the_page_above()
    {
        var site = await demo.StartAsync();
        foreach (var (scripts, back) in new[] { (true, "Search"), (false, "What is known") })
            await browser.VisitAsync(
                site,
                async visit =>
                {
                    var page = visit.Page;
                    await visit.GoAsync("/search");
                    await page.GetByLabel("What are you looking for?").FillAsync("pregabalin");
                    await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
                    await page.Locator("main a[href='/evidence/pregabalin']").ClickAsync();
                    await Expect(page.Locator(".back")).ToHaveTextAsync(back);
                    await page.Locator(".back").ClickAsync();
                    await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(back);
                },
                scripts: scripts
            );
    }

    [Fact]
    public async Task From_a_day_and_the_days_beside_it_the_way_back_is_the_same()
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/journal");
            await visit.GoAsync("/days/2026-11-20");
            await visit.GoAsync("/days/2026-11-19");
            await Expect(page.Locator(".back")).ToHaveTextAsync("Journal");
            await page.Locator(".back").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Journal");
            await Expect(page.Locator(".back")).ToHaveCountAsync(0);
        });
    }

    [Theory]
    [InlineData(150, "en"), InlineData(200, "en"), InlineData(150, "es"), InlineData(200, "es")]
    public async Task With_big_letters_the_places_keep_one_row_and_the_heading_stays_on_the_first_screen(
        int size,
        string language
    )
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                await visit.Page.SetViewportSizeAsync(390, 700);
                foreach (var path in new[] { "/", "/checkin", "/journal", "/findings", "/medicines", "/flare" })
                {
                    await visit.GoAsync(path);
                    var found = await visit.Page.EvaluateAsync<double[]>(
                        """
                        () => {
                          const rows = selector => new Set([...document.querySelectorAll(selector)].map(e => Math.round(e.getBoundingClientRect().bottom))).size;
                          const bar = document.querySelector('.places').getBoundingClientRect();
                          return [rows('.places li'), rows('.top > a'), document.querySelector('h1').getBoundingClientRect().bottom, bar.top, brokenWords()];
                          function brokenWords() {
                            return [...document.querySelectorAll('.places span, .now .button span, h1')].filter(e => {
                              const range = document.createRange(), text = e.firstChild;
                              if (text?.nodeType !== 3) return false;
                              return [...text.data.matchAll(/[^\s-]+/g)].some(word => {
                                range.setStart(text, word.index); range.setEnd(text, word.index + word[0].length);
                                return range.getClientRects().length > 1;
                              });
                            }).length;
                          }
                        }
                        """
                    );
                    Assert.True(
                        found[0] == 1 && found[1] == 1,
                        $"{path}: {found[0]} rows of places, {found[1]} on top"
                    );
                    Assert.True(
                        found[2] < found[3],
                        $"{path}: the heading ends at {found[2]}, the places begin at {found[3]}"
                    );
                    Assert.True(found[4] == 0, $"{path}: {found[4]} words are broken");
                }
            },
            look: $"light.{size}.{language}"
        );
    }

    [Theory]
    [
        InlineData("/journal"),
        InlineData("/relieve"),
        InlineData("/understand"),
        InlineData("/care"),
        InlineData("/search")
    ]
    [InlineData("/questionnaires"), InlineData("/evidence"), InlineData("/guide"), InlineData("/risk-factors")]
    [InlineData("/look-alikes"), InlineData("/treatments"), InlineData("/scores"), InlineData("/laboratory")]
    [InlineData("/movement/exercises")]
    public async Task A_list_is_no_longer_than_three_screens_or_begins_with_what_makes_it_shorter(string path)
    {
        const int Screen = 700;
        var site = await demo.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            await visit.Page.SetViewportSizeAsync(390, Screen);
            await visit.GoAsync(path);
            var (height, filter) = (
                await visit.Page.EvaluateAsync<double>("() => document.querySelector('main').scrollHeight"),
                visit.Page.Locator("main [role=search]").First
            );
            if (height <= 3 * Screen)
                return;
            await Expect(filter).ToBeVisibleAsync();
            Assert.InRange((await filter.BoundingBoxAsync())!.Y, 0, 2 * Screen);
        });
    }

    [Fact]
    public async Task A_list_is_narrowed_by_any_word_of_it_and_says_when_nothing_is_left()
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/evidence");
            await page.GetByLabel("Find a treatment").FillAsync("pregabal");
            await Expect(page.Locator(".filtered li:visible")).ToHaveCountAsync(1);
            await visit.AssertAccessibleAsync();
            await page.GetByLabel("Find a treatment").FillAsync("zzzz");
            await Expect(page.GetByText("Nothing fits these words.")).ToBeVisibleAsync();
            await page.GetByLabel("Find a treatment").FillAsync("");
            await Expect(page.GetByText("Nothing fits these words.")).ToBeHiddenAsync();
        });
    }

    [Fact]
    public async Task On_a_wide_screen_a_page_stands_beside_its_list_and_on_a_phone_and_on_paper_alone()
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                await page.SetViewportSizeAsync(1280, 800);
                await visit.GoAsync("/evidence/pregabalin");
                var (list, head) = (
                    await page.Locator(".list-pane").BoundingBoxAsync(),
                    await page.Locator("h1").BoundingBoxAsync()
                );
                Assert.True(list!.X + list.Width <= head!.X, "The list is beside the page.");
                await Expect(page.Locator(".list-pane [aria-current=page]")).ToHaveCountAsync(1);
                await page.EmulateMediaAsync(new() { Media = Media.Print });
                await Expect(page.Locator(".list-pane")).ToBeHiddenAsync();
                await page.EmulateMediaAsync(new() { Media = Media.Screen });
                await page.SetViewportSizeAsync(390, 700);
                await Expect(page.Locator(".list-pane")).ToBeHiddenAsync();
            },
            Screen.Desktop
        );
    }

    [Theory]
    [InlineData("/findings"), InlineData("/scores/peg")]
    public async Task On_a_wide_screen_a_chart_stands_beside_its_words_and_on_a_phone_above_them(string path)
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                foreach (var (width, isBeside) in new[] { (1280, true), (390, false) })
                {
                    await visit.Page.SetViewportSizeAsync(width, 800);
                    await visit.GoAsync(path);
                    var (chart, words) = (
                        await visit.Page.Locator(".two-sides > :first-child").BoundingBoxAsync(),
                        await visit.Page.Locator(".two-sides > :nth-child(2)").BoundingBoxAsync()
                    );
                    Assert.Equal(isBeside, chart!.X + chart.Width <= words!.X);
                    Assert.Equal(isBeside, words.Y < chart.Y + chart.Height);
                }
            },
            Screen.Desktop
        );
    }

    [GeneratedRegex("<title>(.*?)</title>")]
    private static partial Regex Title();

    [GeneratedRegex("<a [^>]*href=\"(/[^\"]*)\"[^>]*aria-current=")]
    private static partial Regex Lit();

    [GeneratedRegex("<a [^>]*href=\"(/[^\"]*)\"")]
    private static partial Regex Link();
}
