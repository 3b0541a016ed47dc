using Inomya.Content;
using Inomya.Function;
using Inomya.Journals;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests.Function;

/// <summary>A day of a few activities: chosen, told in a few taps, also with no network, and counted.</summary>
public class FunctionPagesTests(Browser browser)
{
    private static readonly FunctionShelf Activities = FunctionShelf.Read(new ContentFolder());

    private static Task TapAsync(IPage page, string activity, string way) =>
        page.GetByRole(AriaRole.Group, new() { Name = activity, Exact = true })
            .GetByRole(AriaRole.Radio, new() { Name = way, Exact = true })
            .CheckAsync();

    private static Task SaveAsync(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = "Save this day" }).ClickAsync();

    [Fact]
    public async Task A_day_told_with_no_network_is_sent_once_there_is_one_and_what_was_left_open_is_not_recorded()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await FollowedActivities.SetAsync(journal, Activities, ["cook", "walk-200", "sit-60"]);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await OfflineTests.WithKeptPagesAsync(visit);
            await page.GotoAsync("/function");
            await TapAsync(page, "Cook a simple meal", "I could not");
            await TapAsync(page, "Walk 200 metres (around the block)", "I could");
            await SaveAsync(page);
            await Expect(page.GetByText("Kept on this device", new() { Exact = true })).ToBeVisibleAsync();
            Assert.Empty(await journal.AllAsync<FunctionDay>());
            await page.Context.SetOfflineAsync(false);
            await Expect(page.Locator("#unsent")).ToBeHiddenAsync();
        });
        Assert.Equal(
            ["cook could-not", "walk-200 could"],
            (await journal.AllAsync<FunctionDay>()).Select(d => $"{d.Activity} {d.Way}").Order()
        );
    }

    [Fact]
    public async Task What_is_followed_is_chosen_a_day_is_told_with_a_mark_and_taken_back_and_the_report_counts_it()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/function");
            await page.GetByRole(AriaRole.Checkbox, new() { Name = "Cook a simple meal" }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Keep this choice" }).ClickAsync();
            await Expect(page.GetByText("Your choice is kept.")).ToBeVisibleAsync();

            // a mark without an answer is asked about, and stays
            await page.GetByText("Safe, often enough, in time").ClickAsync();
            var safely = page.GetByRole(AriaRole.Group, new() { Name = "Without harm or danger" });
            await safely.GetByRole(AriaRole.Radio, new() { Name = "No", Exact = true }).CheckAsync();
            await SaveAsync(page);
            await Expect(page.GetByText("Say first how it went.").First).ToBeVisibleAsync();
            await Expect(safely.GetByRole(AriaRole.Radio, new() { Name = "No", Exact = true })).ToBeCheckedAsync();
            await TapAsync(page, "Cook a simple meal", "I could");
            await SaveAsync(page);
            await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();
            await visit.AssertReflowsAsync();
            Assert.Equal("safely=no", Assert.Single(await journal.AllAsync<FunctionDay>()).Marks);

            await visit.GoAsync("/report?for=benefits&with=function-gb");
            await Expect(page.GetByText("on 1 of 365 days at least one activity was answered").First)
                .ToBeVisibleAsync();
            await Expect(page.GetByText("1 of 1 days (100 %)").First).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();

            await visit.GoAsync("/function");
            await TapAsync(page, "Cook a simple meal", "no answer");
            await page.GetByRole(AriaRole.Group, new() { Name = "Without harm or danger" })
                .GetByRole(AriaRole.Radio, new() { Name = "no answer", Exact = true })
                .CheckAsync();
            await SaveAsync(page);
            await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        });
        Assert.Empty(await journal.AllAsync<FunctionDay>());
    }

    [Fact]
    public async Task An_answer_that_another_device_gave_meanwhile_is_looked_at_once_more()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await FollowedActivities.SetAsync(journal, Activities, ["cook"]);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/function");
            var other = new Dictionary<string, (string?, string)> { ["cook"] = ("could-not", "") };
            await journal.RecordAsync(
                await new FunctionRecorder(journal, Activities).DraftAsync(journal.Today, other, null)
            );
            await TapAsync(page, "Cook a simple meal", "I could");
            await SaveAsync(page);
            await Expect(page.GetByText("Another answer was given somewhere else.")).ToBeVisibleAsync();
            Assert.Equal("could-not", Assert.Single(await journal.AllAsync<FunctionDay>()).Way);
            await SaveAsync(page);
            await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        });
        Assert.Equal("could", Assert.Single(await journal.AllAsync<FunctionDay>()).Way);
    }
}
