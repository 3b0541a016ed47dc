using Inomya.Checkins;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Programmes;
using Inomya.Sleep;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Testing;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests.Sleep;

/// <summary>The room of sleep in a real browser: a night with one thumb, a window with its reasons, and what closes it.</summary>
public class SleepPagesTests(Browser browser)
{
    /// <summary>Taps and times of a whole night, with the one that saves it.</summary>
    private const int MostTouches = 9;

    private static readonly ContentFolder Content = new();
    private static readonly Gates Asked = Gates.Read(Content);

    private static async Task<int> TellAsync(IPage page)
    {
        var touches = 0;
        foreach (
            var (label, time) in new[]
            {
                ("Into bed at", "23:00"),
                ("Lights out at", "23:30"),
                ("Last waking at", "06:45"),
                ("Out of bed at", "07:00"),
            }
        )
        {
            await page.GetByLabel(label).FillAsync(time);
            touches++;
        }
        foreach (
            var (group, step) in new[]
            {
                ("Minutes to fall asleep", "30"),
                ("Minutes awake in the night", "45"),
                ("How well did you sleep?", "4"),
            }
        )
        {
            await StepAsync(page, group, step);
            touches++;
        }
        await SaveAsync(page);
        return touches + 1;
    }

    private static Task StepAsync(IPage page, string group, string step) =>
        page.GetByRole(AriaRole.Group, new() { Name = group })
            .GetByRole(AriaRole.Radio, new() { Name = step, Exact = true })
            .CheckAsync();

    private static Task SaveAsync(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = "Save this night" }).ClickAsync();

    private static async Task<double?> HoursAsync(Journal journal) =>
        (await Checkin.RecordedAsync(journal, journal.Today)).Values.GetValueOrDefault(new(NightBook.Hours));

    private static SleepNight NightOn(LocalDate day, int awake) =>
        new()
        {
            Id = SleepNight.IdOf(day),
            Day = day,
            IntoBed = new LocalTime(22, 0),
            LightsOut = new LocalTime(22, 0),
            MinutesToSleep = 30,
            MinutesAwake = awake,
            FinalWaking = new LocalTime(7, 0),
            OutOfBed = new LocalTime(7, 0),
            Source = NightBook.Source,
        };

    /// <summary>Nights of nine hours in bed up to today.</summary>
    private static async Task AddNightsAsync(Journal journal, int count, int awake)
    {
        var draft = new Draft("sleep-night");
        for (var i = 0; i < count; i++)
            draft.Add(NightOn(journal.Today.PlusDays(-i), awake));
        await journal.RecordAsync(draft);
    }

    private static GateBook GatesOf(Journal journal) => new(journal, Asked, new MedicineCatalogue(Content));

    private static Task AnswerAllNoAsync(Journal journal) =>
        GatesOf(journal).AnswerAsync(Asked.Of("sleep.window").ToDictionary(g => g.Id, _ => false));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_night_is_told_with_few_touches_and_the_check_in_says_the_same(bool scripts)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(
            site,
            async visit =>
            {
                await visit.GoAsync("/sleep");
                await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Tell last night" }).ClickAsync();
                Assert.InRange(await TellAsync(visit.Page), 1, MostTouches);
                await Expect(visit.Page.GetByText("Saved.")).ToBeVisibleAsync();
                await visit.GoAsync("/sleep");
                await Expect(visit.Page.GetByText("6 h 0 min asleep out of 8 h 0 min in bed: 75 %."))
                    .ToBeVisibleAsync();
                await visit.GoAsync("/checkin");
                await Expect(visit.Page.GetByLabel("About how many hours did you sleep?")).ToHaveValueAsync("6");
            },
            scripts: scripts
        );
        Assert.Equal(6, await HoursAsync(journal));
        Assert.Equal(
            (30, 45, (int?)null),
            Assert.Single(await journal.AllAsync<SleepNight>()) is var n
                ? (n.MinutesToSleep!.Value, n.MinutesAwake!.Value, n.NapMinutes)
                : default
        );
    }

    [Fact]
    public async Task What_is_left_out_is_not_recorded_and_a_number_beside_the_steps_can_be_typed()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/sleep/diary");
            await visit.Page.GetByLabel("Into bed at").FillAsync("23:10");
            var minutes = visit.Page.GetByRole(AriaRole.Group, new() { Name = "Minutes awake in the night" });
            await minutes.GetByText("Another number").ClickAsync();
            await minutes.GetByRole(AriaRole.Textbox).FillAsync("75");
            await SaveAsync(visit.Page);
            await Expect(visit.Page.GetByText("Saved.")).ToBeVisibleAsync();
        });
        var night = Assert.Single(await journal.AllAsync<SleepNight>());
        Assert.Equal((new LocalTime(23, 10), 75), (night.IntoBed, night.MinutesAwake));
        Assert.Equal(
            (null, null, null, null),
            (night.LightsOut, night.OutOfBed, night.MinutesToSleep, night.CaffeineAfterNoon)
        );
        Assert.Null(await HoursAsync(journal));
    }

    [Fact]
    public async Task Times_that_do_not_fit_are_asked_for_again_with_what_was_typed()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/sleep/diary");
            await TellAsync(page);
            await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
            await page.GetByLabel("Lights out at").FillAsync("22:00"); // before going to bed
            await SaveAsync(page);
            await Expect(page.GetByText("These times do not fit each other").First).ToBeVisibleAsync();
            await Expect(page.GetByLabel("Lights out at")).ToHaveValueAsync("22:00");
        });
        Assert.Equal(new LocalTime(23, 30), Assert.Single(await journal.AllAsync<SleepNight>()).LightsOut);
    }

    [Fact]
    public async Task A_night_told_with_no_network_is_sent_once_there_is_one()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await OfflineTests.WithKeptPagesAsync(visit);
            await page.GotoAsync("/sleep/diary");
            await TellAsync(page);
            await Expect(page.GetByText("Kept on this device", new() { Exact = true })).ToBeVisibleAsync();
            await page.Context.SetOfflineAsync(false);
            await Expect(page.Locator("#unsent")).ToBeHiddenAsync();
        });
        Assert.Single(await journal.AllAsync<SleepNight>());
        Assert.Equal(6, await HoursAsync(journal));
    }

    [Fact]
    public async Task A_night_that_another_device_changed_meanwhile_is_looked_at_once_more_and_nothing_is_lost()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/sleep/diary");
            var other = NightOn(journal.Today, 60) with { LightsOut = null, MinutesToSleep = null };
            await journal.RecordAsync(new Draft("sleep-night", day: journal.Today).Add(other));
            await page.GetByLabel("Into bed at").FillAsync("23:00");
            await page.GetByLabel("Lights out at").FillAsync("23:30");
            await SaveAsync(page);
            await Expect(page.GetByText("was changed in another place")).ToBeVisibleAsync();
            await Expect(page.GetByLabel("Into bed at")).ToHaveValueAsync("23:00");
            await SaveAsync(page);
            await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        });
        var night = Assert.Single(await journal.AllAsync<SleepNight>());
        Assert.Equal((new LocalTime(23, 0), new LocalTime(23, 30)), (night.IntoBed, night.LightsOut));
    }

    [Fact]
    public async Task The_check_in_changed_afterwards_is_told_where_the_night_stands()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/sleep/diary");
            await TellAsync(visit.Page);
            await Expect(visit.Page.GetByText("Saved.")).ToBeVisibleAsync();
            var answers = new CheckinAnswers
            {
                Values = new Dictionary<Question, double?> { [new(NightBook.Hours)] = 8 },
            };
            var catalogue = new MeasureCatalogue(Content);
            await journal.RecordAsync(
                await Checkin.DraftAsync(journal, catalogue.Find, journal.Today, answers, "later")
            );
            await visit.GoAsync("/sleep/diary");
            await Expect(visit.Page.GetByText("Your check-in says 8 hours of sleep")).ToBeVisibleAsync();
            await SaveAsync(visit.Page);
            await Expect(visit.Page.GetByText("Saved.")).ToBeVisibleAsync();
            await Expect(visit.Page.GetByText("Your check-in says 8 hours of sleep")).ToHaveCountAsync(0);
        });
        Assert.Equal(6, await HoursAsync(journal));
    }

    [Fact]
    public async Task A_window_is_walked_from_the_questions_to_its_first_change_and_pauses_with_its_reason()
    {
        var clock = new FakeClock(Instant.FromUtc(2026, 11, 22, 8, 0));
        var journal = await DemoJournal.NewAsync(empty: true, clock: clock);
        await AddNightsAsync(journal, 14, awake: 120); // 390 of 540 minutes
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/sleep/plan");
            await Expect(page.GetByText("Some questions come first")).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Questions before a window" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Keep my answers" })).ToBeVisibleAsync();
            foreach (var no in await page.GetByRole(AriaRole.Radio, new() { Name = "No", Exact = true }).AllAsync())
                await no.CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Keep my answers" }).First.ClickAsync();
            await Expect(page.Locator("[data-saved]")).ToBeVisibleAsync();

            await visit.GoAsync("/sleep/plan");
            await Expect(page.GetByText("14 of 14 nights: 6 h 30 min asleep out of 9 h 0 min in bed, 72.2 %"))
                .ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Gently" })).ToBeCheckedAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Start from tonight" }).ClickAsync();
            await Expect(page.GetByText("from 22:30 to 07:00 (8 h 30 min)")).ToBeVisibleAsync();

            clock.Advance(Duration.FromDays(7));
            await AddNightsAsync(journal, 7, awake: 120);
            await visit.GoAsync("/sleep/review");
            await Expect(page.GetByText("One question for this week")).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Radio, new() { Name = "No", Exact = true }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Save the answer" }).ClickAsync();
            await Expect(
                    page.GetByText(
                        "7 of 7 nights, 72.2 % of the time in bed asleep (6 h 30 min): 30 minutes less, since below 80 %"
                    )
                )
                .ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Use it from tonight" }).ClickAsync();
            await Expect(
                    page.GetByText(
                        "29 Nov 2026: shorter, from 23:00 to 07:00 (8 h 0 min). 7 of 7 nights, 72.2 %: below 80 % it shrinks."
                    )
                )
                .ToBeVisibleAsync();
            await Expect(page.GetByText("It stays for this week")).ToBeVisibleAsync();

            clock.Advance(Duration.FromDays(8));
            await visit.GoAsync("/sleep/review");
            await page.GetByRole(AriaRole.Radio, new() { Name = "Yes", Exact = true }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Save the answer" }).ClickAsync();
            await Expect(page.GetByText("Your window waits")).ToBeVisibleAsync();
            await Expect(page.GetByText(new Words(Content)["gate.sleepiness.why"]).First).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Use it from tonight" })).ToHaveCountAsync(0);
            // the rest of the room stays open
            await visit.GoAsync("/sleep/plan");
            await page.GetByLabel("Up at the same time", new() { Exact = true }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Save the ticks" }).ClickAsync();
            await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        });
        Assert.Equal([510, 480], (await journal.AllAsync<SleepWindow>()).OrderBy(w => w.Day).Select(w => w.Minutes));
        Assert.Equal("rise-time", Assert.Single(await journal.AllAsync<SleepHabit>()).Part);
    }

    [Fact]
    public async Task A_window_is_taken_only_with_the_minutes_that_were_shown()
    {
        var clock = new FakeClock(SystemClock.Instance.GetCurrentInstant());
        var journal = await DemoJournal.NewAsync(empty: true, clock);
        await AddNightsAsync(journal, 14, awake: 120);
        await AnswerAllNoAsync(journal);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/sleep/plan");
            // another device tells worse nights meanwhile
            await WorseAsync(journal, awake: 240);
            await page.GetByRole(AriaRole.Button, new() { Name = "Start from tonight" }).ClickAsync();
            await Expect(page.GetByText("What is proposed has changed since this page was opened.").First)
                .ToBeVisibleAsync();
            Assert.Empty(await journal.AllAsync<SleepWindow>());
            await page.GetByRole(AriaRole.Button, new() { Name = "Start from tonight" }).ClickAsync();
            await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        });
        var window = Assert.Single(await journal.AllAsync<SleepWindow>());
        Assert.Equal(SleepWindowWay.Gentle, window.Way);
    }

    private static async Task WorseAsync(Journal journal, int awake)
    {
        var draft = new Draft("sleep-night");
        foreach (var night in await journal.AllAsync<SleepNight>())
            draft.Correct(
                night,
                night with
                {
                    MinutesAwake = awake,
                    OutOfBed = new LocalTime(6, 0),
                    FinalWaking = new LocalTime(6, 0),
                }
            );
        await journal.RecordAsync(draft);
    }

    [Fact]
    public async Task A_window_whose_gate_closed_since_the_page_was_made_is_not_taken()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await AddNightsAsync(journal, 14, awake: 120);
        await AnswerAllNoAsync(journal);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/sleep/plan");
            await GatesOf(journal).AnswerAsync(new Dictionary<string, bool> { ["pregnancy"] = true });
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Start from tonight" }).ClickAsync();
            await Expect(visit.Page.GetByText("The rules do not propose a change now.").First).ToBeVisibleAsync();
        });
        Assert.Empty(await journal.AllAsync<SleepWindow>());
    }
}
