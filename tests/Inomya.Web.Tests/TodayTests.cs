using Inomya.Journals;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests;

/// <summary>Today says what now, how it is against one's usual and what next; in a flare it is the flare's page.</summary>
public class TodayTests(Browser browser)
{
    /// <summary>Where the first screen of a small phone ends, above the places.</summary>
    private const int Width = 390,
        Height = 700;

    private static async Task<Journal> WithDaysAsync(int days)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var (treatment, needed) = (new Treatment { Name = "Duloxetine" }, new Treatment { Name = "Paracetamol" });
        var draft = new Draft("checkin")
            .Add(treatment)
            .Add(new Course { TreatmentId = treatment.Id, Start = journal.Today.PlusDays(-9) })
            .Add(needed)
            .Add(
                new Course
                {
                    TreatmentId = needed.Id,
                    Start = journal.Today.PlusDays(-9),
                    Schedule = new() { AsNeeded = true },
                }
            );
        for (var back = 1; back <= days; back++)
            foreach (var (measure, value) in new[] { ("pain", 4 + back % 3), ("function", 5 + back % 2) })
                draft.Add(Entry(measure, value, journal, back));
        await journal.RecordAsync(draft);
        return journal;
    }

    private static Entry Entry(string measure, double value, Journal journal, int back) =>
        new()
        {
            Day = journal.Today.PlusDays(-back),
            Measure = measure,
            Value = value,
            ScaleLow = measure == "bad_day" ? null : 0,
            ScaleTop = measure == "bad_day" ? null : 10,
            Source = "checkin",
        };

    [Theory]
    [
        InlineData(0, null),
        InlineData(20, null),
        InlineData(20, "recorded"),
        InlineData(20, "bad"),
        InlineData(20, "flare")
    ]
    public async Task Check_in_bad_day_doses_and_flare_are_on_the_first_screen_in_every_state(int days, string? state)
    {
        var journal = await WithDaysAsync(days);
        if (state == "recorded")
            await journal.RecordAsync(new Draft("checkin").Add(Entry("pain", 6, journal, 0)));
        if (state == "bad")
            await journal.RecordAsync(new Draft("checkin").Add(Entry("bad_day", 1, journal, 0)));
        if (state == "flare")
            await journal.RecordAsync(new Draft("flare").Add(new Flare { Start = journal.Today.PlusDays(-2) }));
        await using var site = await Site.OfAsync(journal);
        foreach (var (look, screen) in LooksAndScreens)
            await browser.VisitAsync(
                site,
                async visit =>
                {
                    await SizeAsync(visit, screen);
                    await visit.GoAsync("/");
                    var below = await visit.Page.EvaluateAsync<string[]>(
                        """
                        () => {
                          const places = document.querySelector('.places').getBoundingClientRect();
                          const end = places.width < innerWidth / 2 ? innerHeight : places.top;
                          return [...document.querySelectorAll('.now :is(a, button)')].filter(e => e.getBoundingClientRect().bottom > end).map(e => e.innerText);
                        }
                        """
                    );
                    Assert.Empty(below);
                    Assert.Equal(
                        1,
                        await visit.Page.EvaluateAsync<int>(
                            "() => Math.max(1, [...document.querySelectorAll('main .button.primary')].filter(e => e.checkVisibility()).length)"
                        )
                    );
                    foreach (var way in new[] { "/doses", state == "flare" ? "/flares/message" : "/doses" })
                        await Expect(visit.Page.Locator($".now a[href='{way}']")).ToBeVisibleAsync();
                    if (state is null or "recorded")
                        await Expect(visit.Page.Locator(".now button[value='bad-day']")).ToBeVisibleAsync();
                },
                look: look
            );
    }

    /// <summary>Every theme in both languages on a small phone; on a desk, where there is more room, light and night.</summary>
    private static IEnumerable<(string Look, Screen Screen)> LooksAndScreens =>
        from theme in Looks.Themes
        from language in new[] { "en", "es" }
        from screen in new[] { Screen.Phone, Screen.Desktop }
        where screen == Screen.Phone || theme is "light" or "night"
        select ($"{theme}.100.{language}", screen);

    private static Task SizeAsync(Visit visit, Screen screen) =>
        screen == Screen.Phone
            ? visit.Page.SetViewportSizeAsync(Width, Height)
            : visit.Page.SetViewportSizeAsync(1280, 800);

    /// <summary>Taps from Today to what was done: the fewer the better on a bad day.</summary>
    [Theory]
    [InlineData("bad day", 1), InlineData("flare", 1), InlineData("all medicines", 1), InlineData("check-in", 4)]
    public async Task What_is_done_most_takes_no_more_taps_than_this(string task, int most)
    {
        var journal = await WithDaysAsync(20);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(
            site,
            async visit =>
            {
                await visit.Page.SetViewportSizeAsync(Width, Height);
                await visit.GoAsync("/");
                var taps = 0;
                foreach (var target in TapsOf(visit.Page, task))
                {
                    await target.ClickAsync();
                    taps++;
                }
                Assert.InRange(taps, 1, most);
                await Expect(visit.Page.Locator(".undo-bar, [data-saved]").First).ToBeAttachedAsync();
            },
            look: "night.100.en"
        );
        var read = await journal.DayAsync(journal.Today);
        Assert.True(
            task switch
            {
                "bad day" => read.Entries.Any(e => e is { Measure: "bad_day", Value: 1 }),
                "flare" => read.Flare is { End: null },
                "all medicines" => read.Intakes.Count == 1,
                _ => read.Entries.Any(e => e.Measure == "pain") && read.Entries.Any(e => e.Measure == "function"),
            },
            task
        );
    }

    private static IEnumerable<ILocator> TapsOf(IPage page, string task) =>
        task switch
        {
            "bad day" => [page.Locator(".now button[value='bad-day']")],
            "flare" => [page.GetByRole(AriaRole.Button, new() { Name = "A flare has begun" })],
            "all medicines" => [page.GetByRole(AriaRole.Button, new() { Name = "All taken as planned" })],
            _ =>
            [
                page.Locator("label:has(input[name=m-pain][value='5'])").First,
                page.Locator("label:has(input[name=m-function][value='6'])").First,
                page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }),
            ],
        };

    [Fact]
    public async Task The_first_number_of_the_check_in_is_on_the_first_screen_above_the_button_that_saves()
    {
        foreach (var days in new[] { 0, 20 })
        {
            var journal = await WithDaysAsync(days);
            await using var site = await Site.OfAsync(journal);
            foreach (var (look, screen) in LooksAndScreens)
                await browser.VisitAsync(
                    site,
                    async visit =>
                    {
                        await SizeAsync(visit, screen);
                        await visit.GoAsync("/checkin");
                        var (number, save) = (
                            await visit.Page.Locator(".scale .step").First.BoundingBoxAsync(),
                            await visit.Page.Locator(".stick button").BoundingBoxAsync()
                        );
                        Assert.True(
                            number!.Y + number.Height < save!.Y,
                            $"{days} days, {look}, {screen}: the number ends at {number.Y + number.Height}, Save begins at {save.Y}"
                        );
                    },
                    look: look
                );
        }
    }

    [Fact]
    public async Task What_was_recorded_stands_against_the_usual_with_the_numbers_it_is_compared_with()
    {
        var journal = await WithDaysAsync(20);
        await journal.RecordAsync(
            new Draft("checkin").Add(Entry("pain", 9, journal, 0)).Add(Entry("function", 5, journal, 0))
        );
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/");
            await Expect(visit.Page.GetByText("worse than your usual, 4.3 to 6")).ToBeVisibleAsync();
            await Expect(visit.Page.GetByText("in your usual range, 5 to 6")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task One_tap_turns_today_into_the_flare_and_one_ends_it()
    {
        var journal = await WithDaysAsync(20);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/");
            await page.GetByRole(AriaRole.Button, new() { Name = "A flare has begun" }).ClickAsync();
            await Expect(page.GetByText("Day 1 of this flare.")).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "One step at a time" })).ToBeVisibleAsync();
            await Expect(page.GetByText("Make the day smaller")).ToBeVisibleAsync();
            await Expect(page.GetByText("New or strange signs? Look here first").First).ToBeVisibleAsync();
            await Expect(page.Locator("[data-breathe]")).ToBeVisibleAsync();
            await Expect(page.Locator("[data-pace]")).ToBeVisibleAsync();
            // it asks nothing while it goes on
            await Expect(page.Locator(".scale")).ToHaveCountAsync(0);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Next" })).ToHaveCountAsync(0);
            await visit.AssertAccessibleAsync(strict: true);
            await visit.AssertBigTargetsAsync("main");

            await page.GetByRole(AriaRole.Button, new() { Name = "It is over" }).ClickAsync();
            await Expect(page.GetByText("Day 1 of this flare.")).ToHaveCountAsync(0);
            Assert.Equal(journal.Today, Assert.Single(await journal.AllAsync<Flare>()).End);
        });
    }

    [Theory]
    [InlineData(4, true), InlineData(8, false)]
    public async Task The_end_of_a_long_flare_is_suggested_by_the_days_before_it(double last, bool isSuggested)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var draft = new Draft("checkin").Add(new Flare { Start = journal.Today.PlusDays(-12) });
        for (var back = 30; back >= 1; back--)
            draft.Add(
                Entry(
                    "pain",
                    back > 12 ? 4
                        : back <= 2 ? last
                        : 8,
                    journal,
                    back
                )
            );
        await journal.RecordAsync(draft);
        await using var site = await Site.OfAsync(journal);
        var html = await site.Http.GetStringAsync("/");
        Assert.Equal(isSuggested, html.Contains("Is the flare over?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_device_brought_alone_is_no_recorded_day()
    {
        var journal = await WithDaysAsync(20);
        await journal.RecordAsync(new Draft("import").Add(Entry("pain", 5, journal, 0) with { Source = "a watch" }));
        await using var site = await Site.OfAsync(journal);
        var html = await site.Http.GetStringAsync("/");
        Assert.Contains("Today so far", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Today is recorded", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_tabs_may_both_begin_and_both_end_a_flare_and_there_is_one()
    {
        var journal = await WithDaysAsync(0);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var other = await visit.Page.Context.NewPageAsync();
            foreach (var page in new[] { visit.Page, other })
                await page.GotoAsync("/");
            foreach (var name in new[] { "A flare has begun", "It is over" })
            {
                foreach (var page in new[] { visit.Page, other })
                    await page.GotoAsync("/");
                foreach (var page in new[] { visit.Page, other })
                {
                    await page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
                    await Expect(page.Locator("[data-saved]")).ToHaveCountAsync(1);
                }
            }
        });
        Assert.Equal(journal.Today, Assert.Single(await journal.AllAsync<Flare>()).End);
    }

    [Fact]
    public async Task An_own_plan_stands_before_the_general_steps()
    {
        var journal = await WithDaysAsync(0);
        await journal.RecordAsync(
            new Draft("flare")
                .Add(new FlarePlan { FirstHour = "Dim the light." })
                .Add(new Flare { Start = journal.Today })
        );
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/");
            await Expect(visit.Page.GetByText("Dim the light.")).ToBeVisibleAsync();
            await Expect(visit.Page.GetByText("Make the day smaller")).ToHaveCountAsync(0);
        });
    }

    [Fact]
    public async Task A_flare_begun_with_no_network_leads_to_its_page_and_is_sent_once_there_is_one()
    {
        var journal = await WithDaysAsync(0);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/");
            await page.EvaluateAsync(
                "async () => { await navigator.serviceWorker.ready; if (!navigator.serviceWorker.controller) await new Promise(done => navigator.serviceWorker.addEventListener('controllerchange', done)); }"
            );
            foreach (var path in new[] { "/flare", "/" })
                await visit.GoAsync(path);
            visit.ExpectsNoNetwork = true;
            await page.Context.SetOfflineAsync(true);
            await page.GotoAsync("/");
            await page.GetByRole(AriaRole.Button, new() { Name = "A flare has begun" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("In a flare");
            await Expect(page.GetByText("1 thing is kept on this device")).ToBeVisibleAsync();
            await page.Context.SetOfflineAsync(false);
            await Expect(page.Locator("#unsent")).ToBeHiddenAsync();
        });
        Assert.Null(Assert.Single(await journal.AllAsync<Flare>()).End);
    }

    [Fact]
    public async Task A_day_ticked_as_bad_without_a_number_is_shown_and_counted_where_days_are()
    {
        var journal = await WithDaysAsync(20);
        await journal.RecordAsync(
            new Draft("checkin").Add(Entry("bad_day", 1, journal, 25)).Add(Entry("bad_day", 1, journal, 0))
        );
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            foreach (var back in new[] { 25, 0 })
            {
                var day = journal.Today.PlusDays(-back);
                await visit.GoAsync($"/days?month={day:uuuu-MM}");
                await Expect(page.Locator($"a[href='/days/{day:uuuu-MM-dd}']"))
                    .ToContainTextAsync("bad day, no number");
                await Expect(page.GetByText("ticked as")).ToBeVisibleAsync();
                await visit.AssertAccessibleAsync();
            }
            await visit.GoAsync("/findings");
            await Expect(page.GetByText("2 more were ticked as bad days, with no number.")).ToBeVisibleAsync();
            await Expect(page.Locator("path.bad-day").First).ToBeAttachedAsync();
        });
    }
}
