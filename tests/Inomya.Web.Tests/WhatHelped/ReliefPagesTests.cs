using Inomya.Journals;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests.WhatHelped;

/// <summary>Flare plan, message, pacing, what helped: what a person does there.</summary>
public class ReliefPagesTests(Browser browser, DemoSite demo)
{
    private static async Task<(Journal Journal, Site Site)> NewAsync()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        return (journal, await Site.OfAsync(journal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_flare_plan_is_written_once_and_one_tap_away_from_every_page(bool scripts)
    {
        var (journal, site) = await NewAsync();
        await using var _ = site;
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                await visit.GoAsync("/flare-plan");
                await page.GetByRole(AriaRole.Link, new() { Name = "Write my plan" }).ClickAsync();
                await page.GetByLabel("First hour").FillAsync("Heat & rest <now>\nDim the light");
                await page.GetByRole(AriaRole.Button, new() { Name = "Save my plan" }).ClickAsync();
                await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
                await visit.GoAsync("/checkin");
                await page.GetByRole(AriaRole.Link, new() { Name = "Flare", Exact = true }).ClickAsync();
                await Expect(page.GetByText("Heat & rest <now>")).ToBeVisibleAsync();

                await page.GetByRole(AriaRole.Link, new() { Name = "The whole plan on one page" }).ClickAsync();
                await page.GetByText("For the lock screen").ClickAsync();
                var save = page.GetByRole(AriaRole.Button, new() { Name = "Save as a photo (PNG)" });
                if (!scripts)
                    await Expect(save).ToBeHiddenAsync();
                else
                {
                    var photo = await page.RunAndWaitForDownloadAsync(() => save.ClickAsync());
                    await using var stream = await photo.CreateReadStreamAsync();
                    var start = new byte[4];
                    await stream.ReadExactlyAsync(start);
                    Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], start);
                    await Expect(page.GetByText("The picture is saved.")).ToBeVisibleAsync();
                }
            },
            scripts: scripts
        );
        var svg = System.Xml.Linq.XDocument.Parse(await site.Http.GetStringAsync("/flare-plan/picture.svg"));
        Assert.Contains(svg.Root!.Elements(), text => text.Value == "Heat & rest <now>");
        Assert.Single(await journal.AllAsync<FlarePlan>());
    }

    [Fact]
    public async Task The_message_tells_what_was_recorded_and_is_sent_nowhere()
    {
        var (journal, site) = await NewAsync();
        await using var _ = site;
        var draft = new Draft("checkin");
        for (var ago = 20; ago >= 1; ago--)
            draft.Add(Pain(ago <= 5 ? 8 : 4, journal.Today.PlusDays(-ago)));
        await journal.RecordAsync(
            draft.Add(
                new Flare
                {
                    Start = journal.Today.PlusDays(-5),
                    Worst = 9,
                    Before = "a long drive",
                }
            )
        );
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/flares");
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Write to my care team" }).ClickAsync();
            var box = visit.Page.GetByLabel("Message");
            var text = await box.InputValueAsync();
            Assert.Contains("the middle day in the flare was 8 (5 days recorded)", text, StringComparison.Ordinal);
            Assert.Contains("before it was 4 (15 days recorded)", text, StringComparison.Ordinal);
            Assert.Contains("a long drive", text, StringComparison.Ordinal);
            await box.FillAsync("changed by me");
            Assert.Equal(
                "mailto:?body=changed%20by%20me",
                await visit
                    .Page.GetByRole(AriaRole.Link, new() { Name = "Open in my mail app" })
                    .GetAttributeAsync("href")
            );
        });
    }

    [Theory]
    [InlineData(14, true), InlineData(15, false)]
    public async Task A_flare_that_is_long_over_is_nothing_to_write_about(int daysAgo, bool isDrafted)
    {
        var (journal, site) = await NewAsync();
        await using var _ = site;
        var end = journal.Today.PlusDays(-daysAgo);
        await journal.RecordAsync(new Draft("flare").Add(new Flare { Start = end.PlusDays(-3), End = end }));
        var html = await site.Http.GetStringAsync("/flares/message");
        Assert.Equal(isDrafted, html.Contains("data-message", StringComparison.Ordinal));
        Assert.Equal(!isDrafted, html.Contains("No flare to write about", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_counts_as_a_flare_is_refused_off_the_scale_and_used_once_it_is_set()
    {
        await using var site = await DemoSite.StartOwnAsync();
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/flares/definition");
            await page.GetByLabel("Pain is at least this, of 10").FillAsync("11");
            await page.GetByRole(AriaRole.Button, new() { Name = "Use this" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("inside the scale");
            await Expect(page.GetByLabel("Pain is at least this, of 10")).ToHaveValueAsync("11");
            await page.GetByLabel("Pain is at least this, of 10").FillAsync("6,5");
            await page.GetByRole(AriaRole.Button, new() { Name = "Use this" }).ClickAsync();
            await Expect(page.GetByText("Findings and the early warning use it now.")).ToBeVisibleAsync();
            await Expect(page.GetByLabel("Pain is at least this, of 10")).ToHaveValueAsync("6.5");
        });
    }

    [Fact]
    public async Task An_activity_is_noted_in_rough_units_removed_and_brought_back()
    {
        var (journal, site) = await NewAsync();
        await using var _ = site;
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/pacing");
            await page.GetByRole(AriaRole.Button, new() { Name = "Nothing today, just rest" }).ClickAsync();
            await Expect(page.GetByText("Saved.").First).ToBeVisibleAsync();
            Assert.Equal(0, Assert.Single(await journal.AllAsync<Activity>()).Units);

            await page.GetByRole(AriaRole.Button, new() { Name = "Note it" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("Choose what it was.");
            await page.GetByRole(AriaRole.Radio, new() { Name = "Body" }).CheckAsync();
            await page.GetByRole(AriaRole.Radio, new() { Name = "A lot" }).CheckAsync();
            await page.GetByLabel("What (if you like)").FillAsync("Garden");
            await page.GetByRole(AriaRole.Button, new() { Name = "Note it" }).ClickAsync();
            await Expect(page.GetByText("Garden: 4 units")).ToBeVisibleAsync();
            Assert.Equal(ActivityKind.Physical, Assert.Single(await journal.AllAsync<Activity>()).Kind); // it took the place of "nothing"

            await page.GetByRole(AriaRole.Button, new() { Name = "Remove: Garden" }).ClickAsync();
            await Expect(page.GetByText("Garden: 4 units")).ToHaveCountAsync(0);
            await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
            await Expect(page.GetByText("Garden: 4 units")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task The_timer_takes_turns_by_the_clock_and_moves_nothing()
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await page.Clock.InstallAsync();
            await visit.GoAsync("/pacing");
            await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
            await Expect(page.GetByText("Do: 30 minutes left")).ToBeVisibleAsync();
            await page.Clock.FastForwardAsync("10:01");
            await Expect(page.GetByText("Do: 20 minutes left")).ToBeVisibleAsync();
            await page.Clock.FastForwardAsync("20:00");
            await Expect(page.GetByText("Rest: 10 minutes left")).ToBeVisibleAsync();
            Assert.Equal(0, await page.EvaluateAsync<int>("() => document.getAnimations().length"));
            await page.GetByRole(AriaRole.Button, new() { Name = "Stop", Exact = true }).ClickAsync();
            await Expect(page.GetByText("Not running")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task The_heart_rate_cue_is_off_until_it_is_asked_for_with_a_number_that_can_be()
    {
        var (_, site) = await NewAsync();
        await using var _2 = site;
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/pacing");
            await Expect(page.GetByText("Your cue:")).ToHaveCountAsync(0);
            await page.GetByText("Heart rate cue").ClickAsync();
            await Expect(page.GetByText("only with your doctor")).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Checkbox, new() { Name = "Show me my cue" }).CheckAsync();
            await page.GetByLabel("Slow down above").FillAsync("9000");
            await page.Locator("form:has([name=heart]) button").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("agreed with your doctor");
            await page.GetByLabel("Slow down above").FillAsync("105");
            await page.Locator("form:has([name=heart]) button").ClickAsync();
            await Expect(page.GetByText("Your cue: slow down above 105 beats a minute.")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task What_helped_compares_any_days_and_refuses_days_that_cannot_be()
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/what-helped");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Amitriptyline" })).ToBeVisibleAsync();
            await Expect(page.GetByText("dry mouth in the morning").First).ToBeVisibleAsync();
            await visit.GoAsync("/what-helped?from=2026-05-01&to=2026-09-01");
            await Expect(page.GetByText("Your days from 1 May 2026 to 1 Sep 2026")).ToBeVisibleAsync();
            await visit.GoAsync("/what-helped?from=2026-05-01&to=2026-04-01");
            await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("a last day after it");
        });
    }

    [Fact]
    public async Task The_early_warning_shows_what_it_hit_and_missed()
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/early-warning");
            await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "How it did so far" }))
                .ToBeVisibleAsync();
            await Expect(visit.Page.GetByRole(AriaRole.Row, new() { Name = "Not warned" })).ToBeVisibleAsync();
            await Expect(visit.Page.Locator("#reliability circle").First).ToBeVisibleAsync();
        });
    }

    private static Entry Pain(double value, LocalDate day) =>
        new()
        {
            Measure = "pain",
            Value = value,
            ScaleLow = 0,
            ScaleTop = 10,
            Unit = "{score}",
            Day = day,
            Source = "checkin",
        };
}
