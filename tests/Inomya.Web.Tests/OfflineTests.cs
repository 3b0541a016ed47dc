using Inomya.Journals;
using Inomya.Web.Shell;
using Inomya.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests;

/// <summary>
/// No network, half a network, no server, no room, two tabs, a wrong clock, no cookies, an old version: nothing is lost
/// and nothing is there twice.
/// </summary>
public class OfflineTests(Browser browser)
{
    internal const string Pain = "How strong was your pain today?";

    private const string Tired = "How tired were you?";

    [Fact]
    public async Task A_check_in_with_no_network_is_kept_said_and_sent_once_there_is_one()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await WithKeptPagesAsync(visit);
            await page.GotoAsync("/checkin");
            await Expect(page.GetByText("No connection. This page is from")).ToBeVisibleAsync();
            await RateAsync(page, Pain, "6");
            await SaveAsync(page);
            await Expect(page.GetByText("Kept on this device", new() { Exact = true })).ToBeVisibleAsync();
            await Expect(page.GetByText("1 thing is kept on this device and not sent yet.")).ToBeVisibleAsync();
            await page.GotoAsync("/device");
            await Expect(page.GetByText("Waits for a connection.")).ToBeVisibleAsync();
            await Expect(page.GetByText("Kept here since")).ToBeVisibleAsync();
            await visit.AssertReflowsAsync();
            Assert.Empty(await journal.EntriesAsync(journal.Today, journal.Today));

            await page.Context.SetOfflineAsync(false);
            await Expect(page.GetByText("Everything is sent.")).ToBeVisibleAsync();
            await Expect(page.Locator("#unsent")).ToBeHiddenAsync();
            await visit.AssertAccessibleAsync();
            await visit.GoAsync("/checkin");
            await Expect(page.GetByText("We kept what you had typed")).ToHaveCountAsync(0);
        });
        Assert.Equal(6, Assert.Single(await journal.EntriesAsync(journal.Today, journal.Today)).Value);
    }

    [Fact]
    public async Task How_long_a_form_waits_is_said_and_the_browser_is_asked_to_keep_it()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await page.AddInitScriptAsync(
                "navigator.storage.persist = async () => { sessionStorage.setItem('asked', 'yes'); return true; }; navigator.storage.persisted = async () => sessionStorage.getItem('asked') === 'yes';"
            );
            await WithKeptPagesAsync(visit);
            await page.GotoAsync("/device");
            await Expect(page.GetByText("This browser may delete it")).ToBeVisibleAsync();
            await Expect(page.GetByText("Safari deletes what a page keeps")).ToBeVisibleAsync();
            await page.GotoAsync("/checkin");
            await RateAsync(page, Pain, "6");
            await SaveAsync(page);
            await Expect(page.GetByText("Kept on this device", new() { Exact = true })).ToBeVisibleAsync();
            // three days go by
            await page.EvaluateAsync(
                """
                () => new Promise(done => {
                  const asked = indexedDB.open('inomya', 1);
                  asked.onsuccess = () => {
                    const all = asked.result.transaction('outbox', 'readwrite'), box = all.objectStore('outbox');
                    box.getAll().onsuccess = e => e.target.result.forEach(item => box.put({ ...item, at: item.at - 3 * 86400000 - 1000 }));
                    all.oncomplete = () => { asked.result.close(); done(); };
                  };
                })
                """
            );
            await page.GotoAsync("/device");
            await Expect(page.GetByText("(3 days ago)")).ToBeVisibleAsync();
            await Expect(page.GetByText("This browser promised to keep it")).ToBeVisibleAsync();
            await visit.AssertReflowsAsync();
        });
    }

    [Fact]
    public async Task A_bad_day_and_medicines_work_with_no_network_and_a_second_thought_is_its_own()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var treatment = new Treatment { Name = "Magnesium" };
        await journal.RecordAsync(
            new Draft("medicine")
                .Add(treatment)
                .Add(new Course { TreatmentId = treatment.Id, Start = journal.Today.PlusDays(-9) })
        );
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await WithKeptPagesAsync(visit);
            await page.GotoAsync("/");
            await page.GetByRole(AriaRole.Button, new() { Name = "It is a bad day" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "All taken as planned" }).ClickAsync();
            await Expect(page.GetByText("2 things are kept on this device")).ToBeVisibleAsync();
            await page.GotoAsync("/checkin");
            await RateAsync(page, Pain, "6");
            await SaveAsync(page);
            await Expect(page.GetByText("3 things are kept on this device")).ToBeVisibleAsync();
            await RateAsync(page, Pain, "7");
            await SaveAsync(page);
            await Expect(page.GetByText("4 things are kept on this device")).ToBeVisibleAsync();
            await page.Context.SetOfflineAsync(false);
            await Expect(page.Locator("#unsent")).ToBeHiddenAsync();
        });
        Assert.Equal(
            "bad_day 1, pain 7",
            string.Join(
                ", ",
                (await journal.EntriesAsync(journal.Today, journal.Today)).Select(e => $"{e.Measure} {e.Value}").Order()
            )
        );
        Assert.Equal(
            IntakeStatus.Taken,
            Assert.Single(await journal.IntakesAsync(journal.Today, journal.Today)).Status
        );
    }

    [Fact]
    public async Task The_flare_plan_and_the_rest_timer_work_with_no_network()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await journal.RecordAsync(new Draft("flare-plan").Add(new FlarePlan { FirstHour = "Warm pack, lie down." }));
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await WithKeptPagesAsync(visit);
            await page.GotoAsync("/flare-plan");
            await Expect(page.GetByText("Warm pack, lie down.")).ToBeVisibleAsync();
            await page.GotoAsync("/pacing");
            await page.Locator("[data-pace-start]").ClickAsync();
            await Expect(page.Locator("[data-pace-stop]")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task An_answer_that_got_lost_on_its_way_back_is_asked_for_again_and_counts_once()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            visit.ExpectsNoNetwork = true;
            var page = visit.Page;
            await visit.GoAsync("/checkin");
            await page.Context.RouteAsync(
                "**/outbox",
                async route =>
                {
                    await route.FetchAsync();
                    await route.AbortAsync("connectionreset");
                },
                new() { Times = 1 }
            );
            await RateAsync(page, Pain, "6");
            await SaveAsync(page);
            await Expect(page.GetByText("Kept on this device", new() { Exact = true })).ToBeVisibleAsync();
            Assert.Single(await journal.ChangesAsync());
            await page.EvaluateAsync("() => dispatchEvent(new Event('online'))");
            await Expect(page.Locator("#unsent")).ToBeHiddenAsync();
        });
        Assert.Single(await journal.ChangesAsync());
        Assert.Single(await journal.EntriesAsync(journal.Today, journal.Today));
    }

    [Fact]
    public async Task What_was_undone_meanwhile_does_not_come_back_when_it_is_sent_again()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            visit.ExpectsNoNetwork = true;
            await visit.GoAsync("/checkin");
            await visit.Page.Context.RouteAsync(
                "**/outbox",
                async route =>
                {
                    await route.FetchAsync();
                    await route.AbortAsync("connectionreset");
                },
                new() { Times = 1 }
            );
            await RateAsync(visit.Page, Pain, "6");
            await SaveAsync(visit.Page);
            await Expect(visit.Page.GetByText("Kept on this device", new() { Exact = true })).ToBeVisibleAsync();
            await journal.UndoAsync((await journal.ChangesAsync())[0].Id);
            await visit.Page.EvaluateAsync("() => dispatchEvent(new Event('online'))");
            await Expect(visit.Page.Locator("#unsent")).ToBeHiddenAsync();
        });
        Assert.Empty(await journal.EntriesAsync(journal.Today, journal.Today));
    }

    [Fact]
    public async Task A_server_that_was_killed_gets_the_form_when_it_is_back()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var first = await Site.OfAsync(journal);
        var url = first.Url;
        await browser.VisitAsync(first, async visit =>
        {
            visit.ExpectsNoNetwork = true;
            await visit.GoAsync("/checkin");
            await RateAsync(visit.Page, Tired, "8");
            await first.DisposeAsync();
            await SaveAsync(visit.Page);
            await Expect(visit.Page.GetByText("Kept on this device", new() { Exact = true })).ToBeVisibleAsync();
            await using var again = await Site.OfAsync(journal, url);
            await visit.Page.EvaluateAsync("() => dispatchEvent(new Event('online'))");
            await Expect(visit.Page.Locator("#unsent")).ToBeHiddenAsync();
        });
        Assert.Equal(8, Assert.Single(await journal.EntriesAsync(journal.Today, journal.Today)).Value);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_device_with_no_room_still_saves_and_without_network_says_that_it_cannot(bool offline)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await page.AddInitScriptAsync(
                "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
            );
            await visit.GoAsync("/checkin");
            await RateAsync(page, Pain, "6");
            visit.ExpectsNoNetwork = offline;
            await page.Context.SetOfflineAsync(offline);
            await SaveAsync(page);
            if (!offline)
                await Expect(page.GetByText("6 of 10")).ToBeVisibleAsync();
            else
            {
                await Expect(page.GetByText("no room on this device to keep it")).ToBeVisibleAsync();
                await Expect(Step(page, Pain, "6")).ToBeCheckedAsync();
                await page.Context.SetOfflineAsync(false);
                await SaveAsync(page);
                await Expect(page.GetByText("6 of 10")).ToBeVisibleAsync();
            }
        });
        Assert.Equal(6, Assert.Single(await journal.EntriesAsync(journal.Today, journal.Today)).Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_tabs_lose_nothing_of_each_other_and_two_answers_are_asked_about(bool scripts)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var one = visit.Page;
                var two = await one.Context.NewPageAsync();
                await one.GotoAsync("/checkin");
                await two.GotoAsync("/checkin");
                await RateAsync(one, Pain, "5");
                await SaveAsync(one);
                await Expect(one.GetByText("5 of 10")).ToBeVisibleAsync();

                await RateAsync(two, Pain, "7");
                await RateAsync(two, Tired, "4");
                await SaveAsync(two);
                await Expect(two.GetByText("Two answers for the same day")).ToBeVisibleAsync();
                Assert.Equal(5, Assert.Single(await journal.EntriesAsync(journal.Today, journal.Today)).Value);
                if (scripts)
                    await new Visit(site, two).AssertAccessibleAsync();

                await two.GetByRole(AriaRole.Radio, new() { NameRegex = new("^5 of 10") }).CheckAsync();
                await SaveAsync(two);
                await Expect(two.GetByText("Saved.")).ToBeVisibleAsync();
            },
            scripts: scripts
        );
        Assert.Equal(
            "fatigue 4, pain 5",
            string.Join(
                ", ",
                (await journal.EntriesAsync(journal.Today, journal.Today)).Select(e => $"{e.Measure} {e.Value}").Order()
            )
        );
    }

    [Fact]
    public async Task A_tab_that_was_open_before_takes_nothing_out_that_came_from_elsewhere()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var one = visit.Page;
            var two = await one.Context.NewPageAsync();
            await one.GotoAsync("/checkin");
            await two.GotoAsync("/checkin");
            await RateAsync(one, Pain, "5");
            await one.GetByLabel("A note").FillAsync("from one");
            await SaveAsync(one);
            await Expect(one.GetByText("5 of 10")).ToBeVisibleAsync();
            await two.GetByLabel("A note").FillAsync("from two");
            await SaveAsync(two);
            await Expect(two.GetByText("5 of 10")).ToBeVisibleAsync();
        });
        Assert.Equal(
            "from one\n\nfrom two",
            Assert.Single(await journal.NotesAsync(journal.Today, journal.Today)).Text
        );
    }

    [Fact]
    public async Task With_a_clock_a_day_ahead_the_person_is_asked_which_day_it_was()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await WithKeptPagesAsync(visit);
            await page.AddInitScriptAsync("{ const now = Date.now; Date.now = () => now() + 86400000; }");
            await page.GotoAsync("/checkin");
            await RateAsync(page, Pain, "6");
            await SaveAsync(page);
            await Expect(page.GetByText("Kept on this device", new() { Exact = true })).ToBeVisibleAsync();
            await page.Context.SetOfflineAsync(false);
            await page.GotoAsync("/device");
            await Expect(page.GetByText("The clock of this device is wrong")).ToBeVisibleAsync();
            Assert.Empty(await journal.ChangesAsync());
            await visit.AssertAccessibleAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Look at it and save" }).ClickAsync();
            await Expect(Step(page, Pain, "6")).ToBeCheckedAsync();
            await SaveAsync(page);
            await Expect(page.GetByText("6 of 10")).ToBeVisibleAsync();
            await Expect(page.Locator("#unsent")).ToBeHiddenAsync();
        });
        Assert.Equal(
            journal.Today,
            Assert.Single(await journal.EntriesAsync(journal.Today.PlusDays(-3), journal.Today.PlusDays(3))).Day
        );
    }

    [Fact]
    public async Task With_cookies_cleared_a_form_still_counts()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/checkin");
            await RateAsync(visit.Page, Pain, "6");
            await visit.Page.Context.ClearCookiesAsync();
            await SaveAsync(visit.Page);
            await Expect(visit.Page.GetByText("6 of 10")).ToBeVisibleAsync();
        });
        Assert.Single(await journal.EntriesAsync(journal.Today, journal.Today));
    }

    [Fact]
    public async Task The_worker_of_the_last_version_gives_way_and_nothing_typed_under_it_is_lost()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var last = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "tests", "samples", "service-worker-0.1.0.js")
        );
        last = last.Replace("'VERSION'", "'inomya-0000000000'", StringComparison.Ordinal)
            .Replace("= FILES", "= ['/assets/inomya.0000000000.css']", StringComparison.Ordinal);
        await using var site = await Site.StartAsync(
            services => services.AddJournal(journal.Store, journal.Person.Id),
            routes => routes.MapGet("/last-version.js", (HttpContext context) =>
                {
                    context.Response.Headers["Service-Worker-Allowed"] = "/";
                    return Results.Text(last, "text/javascript");
                })
        );
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await page.RouteAsync("**/install.*.js", route =>
                route.FulfillAsync(new() { ContentType = "text/javascript", Body = "" })
            );
            await visit.GoAsync("/checkin");
            await page.EvaluateAsync(
                "async () => { await navigator.serviceWorker.register('/last-version.js', { scope: '/' }); await navigator.serviceWorker.ready; }"
            );
            await RateAsync(page, Pain, "6");
            await page.UnrouteAsync("**/install.*.js");
            await page.ReloadAsync();
            await Expect(page.GetByText("We kept what you had typed")).ToBeVisibleAsync();
            await page.WaitForFunctionAsync(
                "() => navigator.serviceWorker.controller?.scriptURL.endsWith('/service-worker.js')"
            );
            await Expect(page.GetByText("A new version is here.")).ToBeVisibleAsync();
            await SaveAsync(page);
            await Expect(page.GetByText("6 of 10")).ToBeVisibleAsync();
            Assert.DoesNotContain("inomya-0000000000", await page.EvaluateAsync<string[]>("() => caches.keys()"));
            // a page of the last version asks for its own stylesheet, with no network
            visit.ExpectsNoNetwork = true;
            await page.Context.SetOfflineAsync(true);
            Assert.Equal(
                200,
                await page.EvaluateAsync<int>("() => fetch('/assets/inomya.0000000000.css').then(r => r.status)")
            );
            await page.Context.SetOfflineAsync(false);
        });
        Assert.Single(await journal.EntriesAsync(journal.Today, journal.Today));
    }

    [Fact]
    public async Task Kept_pages_can_be_removed_and_none_is_kept_from_then_on()
    {
        await using var site = await DemoSite.StartOwnAsync();
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await WithKeptPagesAsync(visit);
            await page.GotoAsync("/flares");
            await Expect(page.GetByText("No connection. This page is from")).ToBeVisibleAsync();
            await page.Context.SetOfflineAsync(false);
            await visit.GoAsync("/device");
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Check-in", Exact = true }))
                .Not.ToHaveCountAsync(0);
            await page.GetByRole(AriaRole.Button, new() { Name = "Remove them and keep none" }).ClickAsync();
            await Expect(page.GetByText("No page is kept.")).ToBeVisibleAsync();
            await visit.GoAsync("/");
            await page.Context.SetOfflineAsync(true);
            await page.GotoAsync("/");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No connection right now" }))
                .ToBeVisibleAsync();
            await page.Context.SetOfflineAsync(false);
        });
    }

    [Fact]
    public async Task No_other_site_can_send_a_form()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        var body =
            $$"""{"fields":[["_handler","quick"],["quick","bad-day"],["submission","{{Guid.NewGuid()}}"],["day","{{IsoDay.Iso(journal.Today)}}"]]}""";
        foreach (
            var (header, value, status) in new[]
            {
                ("Sec-Fetch-Site", "cross-site", 403),
                ("Origin", "http://evil.example", 403),
                ("Origin", site.Url, 200),
            }
        )
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/outbox")
            {
                Content = new StringContent(body, null, "application/json"),
            };
            request.Headers.Add(header, value);
            Assert.Equal(status, (int)(await site.Http.SendAsync(request)).StatusCode);
        }
        using var form = new StringContent(body, null, "text/plain");
        Assert.Equal(415, (int)(await site.Http.PostAsync("/outbox", form)).StatusCode);
        Assert.Single(await journal.EntriesAsync(journal.Today, journal.Today));
    }

    /// <summary>Opens the app, lets it keep its pages, and takes the network away.</summary>
    internal static async Task WithKeptPagesAsync(Visit visit, string below = "")
    {
        visit.ExpectsNoNetwork = true;
        await visit.GoAsync($"{below}/");
        // a page that was on its way while the worker took over is not in its hands: the next one is
        if (
            !await visit.Page.EvaluateAsync<bool>(
                "() => navigator.serviceWorker.ready.then(() => !!navigator.serviceWorker.controller)"
            )
        )
            await visit.Page.ReloadAsync();
        await visit.Page.EvaluateAsync(
            """
            async () => {
              const worker = (await navigator.serviceWorker.ready).active, channel = new MessageChannel();
              await new Promise(done => { channel.port1.onmessage = done; worker.postMessage('refresh', [channel.port2]); });
            }
            """
        );
        await visit.Page.Context.SetOfflineAsync(true);
    }

    private static ILocator Step(IPage page, string question, string step) =>
        page.GetByRole(AriaRole.Group, new() { Name = question })
            .GetByRole(AriaRole.Radio, new() { Name = step, Exact = true });

    internal static Task RateAsync(IPage page, string question, string step) => Step(page, question, step).CheckAsync();

    internal static Task SaveAsync(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
}
