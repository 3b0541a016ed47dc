using System.Net.Http.Json;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Treatments;
using Inomya.Web.Shell;
using Inomya.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Testing;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests;

/// <summary>
/// The forms of every room that can wait for a connection: doses, a flare plan, a moment, an activity, a day of a test.
/// </summary>
public class OutboxTests(Browser browser)
{
    [Fact]
    public async Task Doses_are_answered_with_no_network_and_their_rows_say_what_is_not_sent_yet()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await TakingAsync(journal, "duloxetine", new DoseSchedule { Times = [new(8, 0), new(20, 0)] });
        await TakingAsync(journal, "paracetamol", new DoseSchedule(), needed: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                await OfflineTests.WithKeptPagesAsync(visit);
                await page.GotoAsync("/doses");
                await ButtonAsync(page, "Taken: 08:00 duloxetine");
                await ButtonAsync(page, "Left out: 20:00 duloxetine");
                await ButtonAsync(page, "I took one");
                await Expect(page.GetByText("3 things are kept on this device")).ToBeVisibleAsync();
                await page.ReloadAsync();
                await Expect(page.Locator(".unsent-here")).ToHaveCountAsync(3);
                await Expect(page.Locator("form", new() { HasText = "20:00 duloxetine" }).Locator(".unsent-here"))
                    .ToContainTextAsync("Left out: 20:00 duloxetine");
                await visit.AssertReflowsAsync();
                await visit.ScreenshotAsync("doses-unsent");
                Assert.Empty(await journal.IntakesAsync(journal.Today, journal.Today));
                await page.Context.SetOfflineAsync(false);
                await Expect(page.Locator("#unsent")).ToBeHiddenAsync();
                await Expect(page.Locator(".unsent-here")).ToHaveCountAsync(0);
            },
            Screen.Narrow
        );
        Assert.Equal(
            [(null, IntakeStatus.Taken), (1, IntakeStatus.Taken), (2, IntakeStatus.Skipped)],
            (await journal.IntakesAsync(journal.Today, journal.Today)).Select(i => (i.Slot, i.Status)).Order()
        );
    }

    [Theory]
    [InlineData("Taken", IntakeStatus.Taken)]
    [InlineData("Left out", IntakeStatus.Skipped)]
    public async Task A_dose_answered_in_two_ways_is_asked_about_and_nothing_is_written_until_then(
        string right,
        IntakeStatus status
    )
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await TakingAsync(journal, "duloxetine", new DoseSchedule { Times = [new(8, 0)] });
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await OfflineTests.WithKeptPagesAsync(visit);
            await page.GotoAsync("/doses");
            await ButtonAsync(page, "Taken: 08:00 duloxetine");
            await Expect(page.GetByText("Kept on this device", new() { Exact = true })).ToBeVisibleAsync();
            var dose = (await DayDoses.ReadAsync(journal, journal.Today)).Planned[0];
            await journal.RecordAsync(
                new Draft("intake").Add(
                    new Intake
                    {
                        TreatmentId = dose.Treatment.Id,
                        CourseId = dose.Planned.Course.Id,
                        Day = journal.Today,
                        Slot = 1,
                        Status = IntakeStatus.Skipped,
                        Source = DayDoses.Source,
                    }
                )
            );
            await page.Context.SetOfflineAsync(false);
            await page.GotoAsync("/device");
            await Expect(page.GetByText("The day was changed in another place.")).ToBeVisibleAsync();
            Assert.Equal(
                IntakeStatus.Skipped,
                Assert.Single(await journal.IntakesAsync(journal.Today, journal.Today)).Status
            );
            await page.GetByRole(AriaRole.Link, new() { Name = "Look at it and save" }).ClickAsync();
            await Expect(page.GetByText("Two answers for this dose")).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();
            await ButtonAsync(page, $"{right}: 08:00 duloxetine");
            await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/doses.saved="));
            await Expect(page.Locator("#unsent")).ToBeHiddenAsync();
        });
        Assert.Equal(status, Assert.Single(await journal.IntakesAsync(journal.Today, journal.Today)).Status);
    }

    [Fact]
    public async Task A_dose_of_a_day_that_the_device_got_wrong_is_asked_about_and_can_be_sent_for_today()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await TakingAsync(journal, "duloxetine", new DoseSchedule { Times = [new(8, 0)] });
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await OfflineTests.WithKeptPagesAsync(visit);
            await page.AddInitScriptAsync("{ const now = Date.now; Date.now = () => now() + 86400000; }");
            await page.GotoAsync("/doses");
            await ButtonAsync(page, "Taken: 08:00 duloxetine");
            await Expect(page.GetByText("Kept on this device", new() { Exact = true })).ToBeVisibleAsync();
            await page.Context.SetOfflineAsync(false);
            await page.GotoAsync("/device");
            await Expect(page.GetByText("The clock of this device is wrong")).ToBeVisibleAsync();
            Assert.Empty(await journal.IntakesAsync(journal.Today.PlusDays(-1), journal.Today.PlusDays(2)));
            await ButtonAsync(page, "Send now");
            await Expect(page.Locator("#unsent")).ToBeHiddenAsync();
        });
        Assert.Equal(
            journal.Today,
            Assert.Single(await journal.IntakesAsync(journal.Today.PlusDays(-1), journal.Today.PlusDays(2))).Day
        );
    }

    [Fact]
    public async Task Without_scripts_a_dose_answered_in_two_tabs_is_asked_about_too()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await TakingAsync(journal, "duloxetine", new DoseSchedule { Times = [new(8, 0)] });
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var (one, two) = (visit.Page, await visit.Page.Context.NewPageAsync());
                await one.GotoAsync("/doses");
                await two.GotoAsync("/doses");
                await ButtonAsync(one, "Left out: 08:00 duloxetine");
                await ButtonAsync(two, "Taken: 08:00 duloxetine");
                await Expect(two.GetByText("It says here: left out. You said: taken.")).ToBeVisibleAsync();
                await ButtonAsync(two, "Taken: 08:00 duloxetine");
                await Expect(two.GetByText("Saved.")).ToBeVisibleAsync();
            },
            scripts: false
        );
        Assert.Equal(
            IntakeStatus.Taken,
            Assert.Single(await journal.IntakesAsync(journal.Today, journal.Today)).Status
        );
    }

    [Fact]
    public async Task A_flare_plan_written_in_two_places_holds_both_texts()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var plan = new FlarePlan { FirstHour = "Lie down.", People = "Ask Marta." };
        await journal.RecordAsync(new Draft("flare-plan").Add(plan));
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await OfflineTests.WithKeptPagesAsync(visit);
            await page.GotoAsync("/flare-plan/edit");
            await page.Locator("[name=first-hour]").FillAsync("Warm pack.");
            await page.Locator("[name=way-back]").FillAsync("Half of it at first.");
            await ButtonAsync(page, "Save my plan");
            await Expect(page.GetByText("Kept on this device", new() { Exact = true })).ToBeVisibleAsync();
            // a second thought, still with no network
            await page.Locator("[name=way-back]").FillAsync("A third of it at first.");
            await ButtonAsync(page, "Save my plan");
            await Expect(page.GetByText("2 things are kept on this device")).ToBeVisibleAsync();
            await journal.RecordAsync(
                new Draft("flare-plan").Correct(
                    (await journal.AllAsync<FlarePlan>())[0],
                    plan with
                    {
                        FirstHour = "Dark room.",
                        People = "Ask Marta, then Jon.",
                    }
                )
            );
            await page.Context.SetOfflineAsync(false);
            await Expect(page.Locator("#unsent")).ToBeHiddenAsync();
        });
        var written = Assert.Single(await journal.AllAsync<FlarePlan>());
        Assert.Equal(
            ("Dark room.\n\nWarm pack.", "Ask Marta, then Jon.", "A third of it at first."),
            (written.FirstHour, written.People, written.WayBack)
        );
    }

    [Fact]
    public async Task A_moment_and_an_activity_wait_for_a_connection_too()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await OfflineTests.WithKeptPagesAsync(visit);
            await page.GotoAsync("/now");
            await page.GetByRole(AriaRole.Group, new() { Name = "Pain right now" })
                .GetByRole(AriaRole.Radio, new() { Name = "6", Exact = true })
                .CheckAsync();
            await ButtonAsync(page, "Save this moment");
            await Expect(page.GetByText("1 thing is kept on this device")).ToBeVisibleAsync();
            await page.GotoAsync("/pacing");
            await page.GetByRole(AriaRole.Group, new() { Name = "What was it?" })
                .GetByRole(AriaRole.Radio)
                .First.CheckAsync();
            await page.Locator("[name=size]").First.CheckAsync();
            await page.Locator("form:has([name=size]) button").ClickAsync();
            await Expect(page.GetByText("2 things are kept on this device")).ToBeVisibleAsync();
            await page.Context.SetOfflineAsync(false);
            await Expect(page.Locator("#unsent")).ToBeHiddenAsync();
        });
        var rated = Assert.Single(await journal.EntriesAsync(journal.Today, journal.Today));
        Assert.Equal(("now", 6), (rated.Source, rated.Value));
        Assert.Single(await journal.AllAsync<Activity>());
    }

    [Fact]
    public async Task Pages_kept_since_yesterday_are_for_today_and_do_not_show_what_was_recorded_then()
    {
        var clock = new FakeClock(SystemClock.Instance.GetCurrentInstant() - Duration.FromDays(1));
        var journal = await DemoJournal.NewAsync(empty: true, clock);
        await TakingAsync(journal, "duloxetine", new DoseSchedule { Times = [new(8, 0)] });
        await using var site = await Site.OfAsync(journal);
        var yesterday = journal.Today;
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/doses");
            await ButtonAsync(page, "Left out: 08:00 duloxetine");
            await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
            await OfflineTests.WithKeptPagesAsync(visit);
            clock.AdvanceDays(1);
            await page.GotoAsync("/doses");
            await Expect(page.GetByText("left out", new() { Exact = true })).ToBeHiddenAsync();
            await ButtonAsync(page, "Taken: 08:00 duloxetine");
            await Expect(page.GetByText("1 thing is kept on this device")).ToBeVisibleAsync();
            await page.GotoAsync("/");
            await Expect(page.Locator("h1"))
                .ToContainTextAsync(journal.Today.Day.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await ButtonAsync(page, "It is a bad day");
            await Expect(page.GetByText("2 things are kept on this device")).ToBeVisibleAsync();
            await page.Context.SetOfflineAsync(false);
            await Expect(page.Locator("#unsent")).ToBeHiddenAsync();
        });
        Assert.Equal(IntakeStatus.Skipped, Assert.Single(await journal.IntakesAsync(yesterday, yesterday)).Status);
        Assert.Equal(
            IntakeStatus.Taken,
            Assert.Single(await journal.IntakesAsync(journal.Today, journal.Today)).Status
        );
        Assert.Equal(journal.Today, Assert.Single(await journal.EntriesAsync(yesterday, journal.Today)).Day);
    }

    [Theory]
    [InlineData("dose", "{\"why\":\"changed\"")]
    [InlineData("dose-more", "{\"why\":\"changed\"")]
    [InlineData("doses-all", "{\"why\":\"changed\"")]
    [InlineData("taken", "{\"why\":\"changed\"")]
    [InlineData("checkin", "{\"why\":\"changed\"")]
    [InlineData("dose-drop", "{\"to\":")]
    public async Task A_dose_whose_course_is_over_meanwhile_is_not_answered_as_there_already(
        string handler,
        string answer
    )
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var course = await TakingAsync(journal, "duloxetine", new DoseSchedule { Times = [new(8, 0)] });
        var dose = Assert.Single((await DayDoses.ReadAsync(journal, journal.Today)).Planned);
        var row = handler == "dose" ? Inomya.Web.Treatments.DoseForms.RowOf(dose) : course.Id;
        var now = Assert.Single(await journal.AllAsync<Course>());
        await journal.RecordAsync(new Draft("medicine").Correct(now, now with { End = journal.Today.PlusDays(-1) }));
        await using var site = await Site.OfAsync(journal);
        string[][] fields =
        [
            ["_handler", handler],
            ["row", row.ToString()],
            ["status", "Taken"],
            [$"c-{course.Id:N}", "Taken"],
            ["day", IsoDay.Iso(journal.Today)],
            ["submission", Guid.NewGuid().ToString()],
        ];
        var sent = await site.Http.PostAsJsonAsync("/outbox", new { fields });
        Assert.StartsWith(answer, await sent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await journal.IntakesAsync(journal.Today, journal.Today));
    }

    [Fact]
    public async Task A_dose_that_is_there_already_is_answered_as_taken()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await TakingAsync(journal, "duloxetine", new DoseSchedule { Times = [new(8, 0)] });
        var dose = Assert.Single((await DayDoses.ReadAsync(journal, journal.Today)).Planned);
        await using var site = await Site.OfAsync(journal);
        for (var sent = 0; sent < 2; sent++)
        {
            string[][] fields =
            [
                ["_handler", "dose"],
                ["row", Inomya.Web.Treatments.DoseForms.RowOf(dose).ToString()],
                ["status", "Taken"],
                ["day", IsoDay.Iso(journal.Today)],
                ["submission", Guid.NewGuid().ToString()],
            ];
            var answer = await site.Http.PostAsJsonAsync("/outbox", new { fields });
            Assert.StartsWith("{\"to\":", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.Single(await journal.IntakesAsync(journal.Today, journal.Today));
    }

    [Fact]
    public async Task What_was_taken_hours_ago_keeps_its_time()
    {
        var clock = new FakeClock(Instant.FromUtc(2026, 11, 20, 15, 0));
        var journal = await DemoJournal.NewAsync(empty: true, clock);
        var course = await TakingAsync(journal, "paracetamol", new DoseSchedule(), needed: true);
        await using var site = await Site.OfAsync(journal);
        // the device's clock is a year off: only how long it waited counts
        var now = Instant.FromUtc(2025, 1, 1, 0, 0).ToUnixTimeMilliseconds();
        string[][] fields =
        [
            ["_handler", "dose-more"],
            ["row", course.Id.ToString()],
            ["day", IsoDay.Iso(journal.Today)],
            ["submission", Guid.NewGuid().ToString()],
        ];
        for (var sent = 0; sent < 2; sent++)
            (
                await site.Http.PostAsJsonAsync(
                    "/outbox",
                    new
                    {
                        fields,
                        clock = now,
                        at = now - 3 * 3_600_000,
                        again = sent > 0,
                    }
                )
            ).EnsureSuccessStatusCode();
        Assert.Equal(
            Instant.FromUtc(2026, 11, 20, 12, 0),
            Assert.Single(await journal.IntakesAsync(journal.Today, journal.Today)).At
        );
    }

    [Fact]
    public async Task A_form_that_the_journal_fails_at_is_set_aside_and_the_rest_is_sent()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await TakingAsync(journal, "duloxetine", new DoseSchedule { Times = [new(8, 0)] });
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await OfflineTests.WithKeptPagesAsync(visit);
            await page.GotoAsync("/");
            await ButtonAsync(page, "It is a bad day");
            await Expect(page.GetByText("1 thing is kept on this device")).ToBeVisibleAsync();
            await page.GotoAsync("/doses");
            await ButtonAsync(page, "Taken: 08:00 duloxetine");
            await Expect(page.GetByText("2 things are kept on this device")).ToBeVisibleAsync();

            await RunAsync(
                journal,
                "CREATE TRIGGER failing BEFORE INSERT ON entries BEGIN SELECT RAISE(ABORT, 'planted'); END"
            );
            visit.ExpectedStatus = 500;
            await page.Context.SetOfflineAsync(false);
            await page.GotoAsync("/device");
            await Expect(page.GetByText("The journal failed at it.")).ToBeVisibleAsync();
            await Expect(page.GetByText("1 thing is kept on this device")).ToBeVisibleAsync();
            Assert.Single(await journal.IntakesAsync(journal.Today, journal.Today));
            Assert.Empty(await journal.EntriesAsync(journal.Today, journal.Today));
            await visit.AssertAccessibleAsync();

            await RunAsync(journal, "DROP TRIGGER failing");
            await page.ReloadAsync();
            await Expect(page.GetByText("Everything is sent.")).ToBeVisibleAsync();
        });
        Assert.Equal(1, Assert.Single(await journal.EntriesAsync(journal.Today, journal.Today)).Value);
    }

    [Fact]
    public async Task A_form_that_the_journal_fails_at_with_a_network_is_kept_and_the_page_says_what_is_wrong()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await RunAsync(
                journal,
                "CREATE TRIGGER failing BEFORE INSERT ON entries BEGIN SELECT RAISE(ABORT, 'planted'); END"
            );
            visit.ExpectedStatus = 500;
            await page.GotoAsync("/");
            await ButtonAsync(page, "It is a bad day");
            await Expect(page.GetByText("This is our fault, not yours.")).ToBeVisibleAsync();
            await Expect(page.GetByText("1 thing is kept on this device")).ToBeVisibleAsync();
            await RunAsync(journal, "DROP TRIGGER failing");
            await page.GotoAsync("/device");
            await Expect(page.GetByText("Everything is sent.")).ToBeVisibleAsync();
        });
        Assert.Equal(1, Assert.Single(await journal.EntriesAsync(journal.Today, journal.Today)).Value);
    }

    [Fact]
    public async Task Nothing_is_called_sent_before_the_device_was_asked()
    {
        await using var site = await Site.OfAsync(await DemoJournal.NewAsync(empty: true));
        await browser.VisitAsync(
            site,
            async visit =>
            {
                await visit.GoAsync("/device");
                await Expect(visit.Page.GetByText("Everything is sent.")).ToBeHiddenAsync();
            },
            scripts: false
        );
    }

    private static async Task RunAsync(Journal journal, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={journal.Store.Place.File};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    [Fact]
    public async Task Two_taps_before_the_first_answer_count_in_the_order_of_the_taps()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await TakingAsync(journal, "duloxetine", new DoseSchedule { Times = [new(8, 0), new(20, 0)] });
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/doses");
            await visit.Page.EvaluateAsync(
                "() => { document.querySelector('[aria-label=\"Left out: 20:00 duloxetine\"]').click(); document.querySelector('form:not(:has([name=row])) button.primary').click(); }"
            );
            await Expect(visit.Page.GetByText("All of it is noted")).ToBeVisibleAsync();
            await Expect(visit.Page.Locator("#unsent")).ToBeHiddenAsync();
        });
        Assert.Equal(
            [(1, IntakeStatus.Taken), (2, IntakeStatus.Skipped)],
            (await journal.IntakesAsync(journal.Today, journal.Today)).Select(i => (i.Slot!.Value, i.Status)).Order()
        );
    }

    [Fact]
    public async Task Two_forms_that_arrive_at_the_same_moment_note_each_dose_once()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await TakingAsync(journal, "duloxetine", new DoseSchedule { Times = [new(8, 0), new(20, 0)] });
        await using var site = await Site.OfAsync(journal);
        for (var day = journal.Today.PlusDays(-8); day <= journal.Today; day = day.PlusDays(1))
        {
            var row = Inomya
                .Web.Treatments.DoseForms.RowOf((await DayDoses.ReadAsync(journal, day)).Planned[1])
                .ToString();
            string[][][] forms =
            [
                [
                    ["_handler", "dose"],
                    ["row", row],
                    ["status", "Skipped"],
                ],
                [
                    ["_handler", "doses-all"],
                ],
                [
                    ["_handler", "doses-all"],
                ],
            ];
            await Task.WhenAll(
                forms.Select(form =>
                    site.Http.PostAsJsonAsync(
                        "/outbox",
                        new
                        {
                            fields = form.Concat([
                                ["day", IsoDay.Iso(day)],
                                ["submission", Guid.NewGuid().ToString()],
                            ]),
                        }
                    )
                )
            );
            Assert.Equal([1, 2], (await journal.IntakesAsync(day, day)).Select(i => i.Slot!.Value).Order());
        }
    }

    [Fact]
    public async Task A_form_that_no_room_knows_stays_on_the_device()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        var answer = await site.Http.PostAsJsonAsync(
            "/outbox",
            new { fields = new string[][] { ["_handler", "of-tomorrow"] } }
        );
        Assert.Contains("refused", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await journal.ChangesAsync());
    }

    private static async Task<Course> TakingAsync(
        Journal journal,
        string name,
        DoseSchedule schedule,
        bool needed = false
    )
    {
        var treatment = new Treatment { Name = name, Kind = TreatmentKind.Medicine };
        var course = new Course
        {
            TreatmentId = treatment.Id,
            Start = journal.Today.PlusDays(-9),
            Schedule = schedule with { AsNeeded = needed },
        };
        await journal.RecordAsync(new Draft("edit").Add(treatment).Add(course));
        return course;
    }

    private static Task ButtonAsync(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
