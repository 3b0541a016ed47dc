using Inomya.Checkins;
using Inomya.Journals;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests;

/// <summary>The app learns to ask less. Taps are counted in the browser: every press of a finger on the screen.</summary>
public class AskLessTests(Browser browser)
{
    private const string CountTaps =
        "addEventListener('pointerdown', () => sessionStorage.setItem('taps', 1 + Number(sessionStorage.getItem('taps'))), true)";

    /// <summary>The core questions on each of the last days; stress is always 3.</summary>
    private static readonly double[][] Lately =
    [
        [4, 6, 5],
        [5, 5, 6],
        [4, 7, 5],
        [6, 5, 6],
        [5, 6, 7],
        [4, 6, 6],
        [5, 5, 5],
    ];

    [Fact]
    public async Task A_usual_day_is_four_taps()
    {
        var journal = await WithHistoryAsync();
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await page.AddInitScriptAsync(CountTaps);
            await visit.GoAsync("/");
            await Step(page, "How strong was your pain today?", "5").TapAsync();
            await Step(page, "How much of what you wanted to do could you do?", "6").TapAsync();
            await page.GetByText("The rest like yesterday").TapAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).TapAsync();
            await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
            Assert.Equal(4, await TapsAsync(page));
        });
        var today = (await journal.EntriesAsync(journal.Today, journal.Today)).ToDictionary(
            e => e.Measure,
            e => e.Value
        );
        Assert.Equal(
            (5, 6, 5, 3, 7),
            (today["pain"], today["function"], today["fatigue"], today["stress"], today["sleep_hours"])
        );
    }

    [Fact]
    public async Task A_bad_day_is_one_tap()
    {
        var journal = await WithHistoryAsync();
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.Page.AddInitScriptAsync(CountTaps);
            await visit.GoAsync("/");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "It is a bad day" }).TapAsync();
            await Expect(visit.Page.GetByText("A bad day is recorded")).ToBeVisibleAsync();
            Assert.Equal(1, await TapsAsync(visit.Page));
            await Expect(visit.Page.GetByText("Your last two weeks")).ToHaveCountAsync(0);
        });
        Assert.Equal("bad_day", Assert.Single(await journal.EntriesAsync(journal.Today, journal.Today)).Measure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_stays_the_same_is_folded_away_and_confirmed_together(bool scripts)
    {
        var journal = await WithHistoryAsync();
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                await page.GotoAsync("/checkin");
                await Expect(page.GetByText("Stress: 3 of 10")).ToBeVisibleAsync();
                await Expect(page.GetByText("How much stress did you feel?")).ToBeHiddenAsync();
                await page.GetByText("Still so today").ClickAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
                await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
            },
            scripts: scripts
        );
        Assert.Equal(
            "sleep_hours 7, stress 3",
            string.Join(
                ", ",
                (await journal.EntriesAsync(journal.Today, journal.Today)).Select(e => $"{e.Measure} {e.Value}").Order()
            )
        );
    }

    [Fact]
    public async Task Whoever_wants_to_be_asked_once_a_week_is_left_alone_in_between()
    {
        var journal = await WithHistoryAsync();
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/checkin");
            await visit.Page.GetByText("How often shall we ask?").First.ClickAsync();
            await visit.Page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^Once a week") }).CheckAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Ask me like this" }).ClickAsync();
            await Expect(visit.Page.GetByText("Nothing to fill in today")).ToBeVisibleAsync();
            // nothing is asked; what is one tap on any day stays one tap
            await Expect(visit.Page.Locator(".scale")).ToHaveCountAsync(0);
            await Expect(visit.Page.Locator("main .button.primary")).ToHaveCountAsync(0);
            await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "It is a bad day" })).ToBeVisibleAsync();
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_day_can_be_said_in_one_line(bool scripts)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                await page.GotoAsync("/checkin");
                await page.GetByText("Say it or write it").ClickAsync();
                await page.GetByLabel("The day in one line").FillAsync("My pain was seven, sleep hours 6.5 and stress");
                await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
                await Expect(page.GetByRole(AriaRole.Alert).First)
                    .ToContainTextAsync("We did not understand \"stress\"");
                await Expect(page.GetByLabel("The day in one line"))
                    .ToHaveValueAsync("My pain was seven, sleep hours 6.5 and stress");
                await page.GetByLabel("The day in one line")
                    .FillAsync("My pain was seven, sleep hours 6.5 and stress three");
                await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
                await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
            },
            scripts: scripts
        );
        Assert.Equal(
            "pain 7, sleep_hours 6.5, stress 3",
            string.Join(
                ", ",
                (await journal.EntriesAsync(journal.Today, journal.Today))
                    .Select(e => FormattableString.Invariant($"{e.Measure} {e.Value}"))
                    .Order()
            )
        );
    }

    [Fact]
    public async Task A_rating_is_given_by_keyboard_and_by_a_switch_that_steps_through()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/checkin");
            // a switch does two things: go on, and choose
            for (
                var i = 0;
                i < 60 && await page.EvaluateAsync<string>("() => document.activeElement.name ?? ''") != "m-pain";
                i++
            )
                await page.Keyboard.PressAsync("Tab");
            for (var step = 0; step < 5; step++)
                await page.Keyboard.PressAsync("ArrowRight");
            await Expect(Step(page, "How strong was your pain today?", "4")).ToBeCheckedAsync();
            for (
                var i = 0;
                i < 200 && await page.EvaluateAsync<string>("() => document.activeElement.innerText ?? ''") != "Save";
                i++
            )
                await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        });
        Assert.Equal(4, Assert.Single(await journal.EntriesAsync(journal.Today, journal.Today)).Value);
    }

    private static async Task<Journal> WithHistoryAsync()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        for (var ago = Lately.Length; ago > 0; ago--)
        {
            var (day, said) = (journal.Today.PlusDays(-ago), Lately[^ago]);
            var draft = new Draft("checkin", day: day);
            foreach (
                var (measure, value) in new[]
                {
                    ("pain", said[0]),
                    ("function", said[1]),
                    ("fatigue", said[2]),
                    ("stress", 3),
                }
            )
                draft.Add(
                    new Entry
                    {
                        Measure = measure,
                        Value = value,
                        ScaleLow = 0,
                        ScaleTop = 10,
                        Unit = "{score}",
                        Day = day,
                        Source = Checkin.Source,
                    }
                );
            await journal.RecordAsync(
                draft.Add(
                    new Entry
                    {
                        Measure = "sleep_hours",
                        Value = 7,
                        Unit = "h",
                        Day = day,
                        Source = Checkin.Source,
                    }
                )
            );
        }
        return journal;
    }

    private static ILocator Step(IPage page, string question, string step) =>
        page.GetByRole(AriaRole.Group, new() { Name = question })
            .GetByRole(AriaRole.Radio, new() { Name = step, Exact = true });

    private static Task<int> TapsAsync(IPage page) =>
        page.EvaluateAsync<int>("() => Number(sessionStorage.getItem('taps'))");
}
