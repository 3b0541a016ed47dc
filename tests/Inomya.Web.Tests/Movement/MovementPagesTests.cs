using Inomya.Content;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Programmes;
using Inomya.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests.Movement;

/// <summary>Movement as a person meets it: questions first, exercises with drawings, sessions, a plan that explains itself.</summary>
public class MovementPagesTests(Browser browser)
{
    private static readonly string[] Parts = ["movement", "movement.progression", "movement.water"];

    /// <summary>A journal in which every gate of movement was answered with no, but those named.</summary>
    private static async Task<(Journal Journal, Site Site)> NewAsync(params string[] yes)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var site = await Site.OfAsync(journal);
        var gates = site.Services.GetRequiredService<Gates>();
        var asked = Parts.SelectMany(gates.Of).Select(g => g.Id).Distinct();
        var book = new GateBook(journal, gates, site.Services.GetRequiredService<MedicineCatalogue>());
        await book.AnswerAsync(asked.ToDictionary(id => id, yes.Contains));
        return (journal, site);
    }

    /// <summary>What can be read at once, and not only in a part that is folded away.</summary>
    private static ILocator Shown(IPage page, string text) =>
        page.GetByText(text).Filter(new() { Visible = true }).First;

    /// <summary>Three weeks of a plan of three times seven minutes, all well but the last.</summary>
    private static async Task LiveThreeWeeksAsync(Journal journal)
    {
        var first = journal.Today.PlusDays(-21);
        var draft = new Draft("edit").Add(
            new MovementPlan
            {
                Day = first,
                BadDayMinutes = 10,
                Sessions = 3,
            }
        );
        for (var n = 0; n < 9; n++)
            draft.Add(
                new MovementSession
                {
                    Day = first.PlusDays((n / 3 * 7) + (n % 3 * 2)),
                    Minutes = 7,
                    Next = n == 7 ? NextDay.Worse : NextDay.NotWorse,
                }
            );
        await journal.RecordAsync(draft);
    }

    [Fact]
    public async Task Before_the_questions_are_answered_nothing_is_open_but_the_exercises()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/movement");
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Answer the questions" })).ToBeVisibleAsync();
            await Expect(page.GetByText("Begin or note a session")).ToHaveCountAsync(0);
            await visit.GoAsync("/movement/session");
            await Expect(page.Locator(".session-form")).ToHaveCountAsync(0);
            await visit.GoAsync("/movement/plan");
            await Expect(page.Locator("#dose-curve, form[data-plan]")).ToHaveCountAsync(0);
            await visit.GoAsync("/movement/exercises/bridge");
            await Expect(page.Locator(".phases svg")).ToHaveCountAsync(2);
        });
    }

    [Fact]
    public async Task Crashes_after_effort_hide_minutes_curve_and_progress_and_say_why()
    {
        var (journal, site) = await NewAsync("post-exertional-malaise");
        await using var _ = site;
        await LiveThreeWeeksAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/movement");
            await Expect(page.GetByText("nothing asks you for more")).ToBeVisibleAsync();
            await Expect(Shown(page, "doing more step by step can set you back")).ToBeVisibleAsync();
            await Expect(page.GetByText("minutes: 3 ×")).ToHaveCountAsync(0);
            await visit.GoAsync("/movement/plan");
            await Expect(Shown(page, "doing more step by step can set you back")).ToBeVisibleAsync();
            await Expect(page.Locator("#dose-curve")).ToHaveCountAsync(0);
            await Expect(page.GetByText("Week by week")).ToHaveCountAsync(0);
            await Expect(page.GetByText("Save the plan")).ToHaveCountAsync(0);
            await visit.GoAsync("/movement/session");
            await Expect(page.GetByText("Your plan says")).ToHaveCountAsync(0);
            await visit.AssertAccessibleAsync();
        });
    }

    [Theory]
    [InlineData("heart")]
    [InlineData("infection")]
    public async Task What_closes_movement_leaves_no_form_for_a_session_and_says_why(string gate)
    {
        var (_, site) = await NewAsync(gate);
        await using var closed = site;
        var why = new Words(new ContentFolder())[$"gate.{gate}.why"];
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/movement");
            await Expect(visit.Page.GetByText(why).First).ToBeVisibleAsync();
            await visit.GoAsync("/movement/session");
            await Expect(visit.Page.GetByText(why).First).ToBeVisibleAsync();
            await Expect(visit.Page.Locator(".session-form")).ToHaveCountAsync(0);
        });
    }

    [Fact]
    public async Task Fits_close_water_alone()
    {
        var (_, site) = await NewAsync("epilepsy");
        await using var closed = site;
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/movement/session");
            await page.GetByLabel("None of these").CheckAsync();
            await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Strength" })).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "In water" })).ToHaveCountAsync(0);
            await visit.GoAsync("/movement/exercises/water-walking");
            await Expect(page.GetByText("Water waits for now")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task A_plan_is_made_from_a_bad_day_and_starts_below_it()
    {
        var (journal, site) = await NewAsync();
        await using var _ = site;
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/movement/plan");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save the plan" }).ClickAsync();
            await Expect(page.GetByText("Minutes on a bad day: a number from 1 to 120.").First).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Radio, new() { Name = "Walking and the like" }).CheckAsync();
            await page.GetByLabel("How many minutes can you do in one go on a bad day?").FillAsync("10");
            await page.GetByRole(AriaRole.Radio, new() { Name = "2 days" }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Save the plan" }).ClickAsync();
            await Expect(page.GetByText("14 minutes: 2 × 7")).ToBeVisibleAsync();
            await Expect(page.Locator("#dose-curve")).ToBeVisibleAsync();
        });
        var plan = Assert.Single(await journal.AllAsync<MovementPlan>());
        Assert.Equal((10.0, 2, journal.Today), (plan.BadDayMinutes, plan.Sessions, plan.Day));
    }

    [Fact]
    public async Task Each_week_says_what_it_came_to_with_its_numbers()
    {
        var (journal, site) = await NewAsync();
        await using var _ = site;
        await LiveThreeWeeksAsync(journal);
        foreach (var theme in Looks.Themes)
            await browser.VisitAsync(
                site,
                async visit =>
                {
                    var page = visit.Page;
                    await visit.GoAsync("/movement/plan");
                    await Expect(page.GetByText("So from 21 to 23.1 minutes.")).ToBeVisibleAsync();
                    await Expect(
                            page.GetByText(
                                "After the sessions of 1 day the next days were worse. So it stays at 23.1 minutes."
                            )
                        )
                        .ToBeVisibleAsync();
                    await Expect(page.GetByText("Followed by worse days: 1; by usual days: 8; not known: 0."))
                        .ToBeVisibleAsync();
                    await Expect(page.GetByText("You wrote down about 16 minutes a week, over 4 weeks."))
                        .ToBeVisibleAsync();
                    await visit.AssertAccessibleAsync();
                    await visit.AssertReflowsAsync();
                    await visit.AssertBigTargetsAsync();
                },
                look: Looks.Cookie(theme)
            );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_session_is_written_down_as_an_intake_and_can_be_taken_out(bool scripts)
    {
        var (journal, site) = await NewAsync();
        await using var _ = site;
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                await visit.GoAsync("/movement/session?exercise=walking");
                await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save the session" })).ToBeHiddenAsync();
                await page.GetByLabel("None of these").CheckAsync();
                await page.GetByLabel("How long?").FillAsync("8");
                await page.Locator("input[name=effort][value='2']").CheckAsync();
                await page.GetByRole(AriaRole.Radio, new() { Name = "Better than before" }).CheckAsync();
                if (scripts)
                {
                    await visit.AssertAccessibleAsync();
                    await visit.AssertBigTargetsAsync(".session-form");
                }
                await page.GetByRole(AriaRole.Button, new() { Name = "Save the session" }).ClickAsync();
                await Expect(page.GetByText("1 session is written down: 8 minutes.")).ToBeVisibleAsync();
                var session = Assert.Single(await journal.AllAsync<MovementSession>());
                Assert.Equal(
                    (MovementKind.Aerobic, 8.0, 2.0, "walking", "better"),
                    (session.Kind, session.Minutes, session.Effort, session.Exercises, session.After)
                );
                var intake = Assert.Single(await journal.AllAsync<Intake>());
                Assert.Equal(Assert.Single(await journal.AllAsync<Treatment>()).Id, intake.TreatmentId);

                await page.GetByRole(AriaRole.Button, new() { Name = "Take out" }).ClickAsync();
                await Expect(page.GetByText("No session is written down yet.")).ToBeVisibleAsync();
                Assert.Empty(await journal.AllAsync<Intake>());
                await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
                await Expect(page.GetByText("1 session is written down: 8 minutes.")).ToBeVisibleAsync();
                Assert.Single(await journal.AllAsync<Intake>());
            },
            scripts: scripts
        );
    }

    [Theory]
    [InlineData("Pain or pressure in the chest", "Call the emergency number now.")]
    [InlineData("One calf is newly swollen", "Get seen by a doctor today.")]
    [InlineData("Something is newly weak or numb", "Weakness that grows over hours or days")]
    [InlineData("Urine as dark as cola", "Stop exercise and get emergency help now.")]
    [InlineData("A hot, swollen joint", "")]
    [InlineData("Fever, or you feel ill", "Rest until you have been well for a day or two.")]
    public async Task A_sign_stops_the_session_and_says_what_to_do(string sign, string advice)
    {
        var (journal, site) = await NewAsync();
        await using var _ = site;
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/movement/session");
            await page.GetByLabel("None of these").CheckAsync();
            await page.GetByLabel("How long?").FillAsync("8");
            await page.GetByLabel(sign).CheckAsync();
            await Expect(page.GetByText("Stop and rest.")).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save the session" })).ToBeHiddenAsync();
            await page.EvaluateAsync(
                "() => { const f = document.querySelector('.session-form'); f.removeAttribute('data-outbox'); f.submit(); }"
            );
            await Expect(page.GetByText("Nothing was written down.")).ToBeVisibleAsync();
            await Expect(page.GetByText(advice).First).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();
        });
        Assert.Empty(await journal.AllAsync<MovementSession>());
        Assert.Empty(await journal.AllAsync<Intake>());
    }

    [Fact]
    public async Task A_session_for_which_the_signs_were_not_answered_is_not_taken()
    {
        var (journal, site) = await NewAsync();
        await using var _ = site;
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/movement/session");
            await visit.Page.EvaluateAsync(
                "() => { const f = document.querySelector('.session-form'); f.removeAttribute('data-outbox'); f.submit(); }"
            );
            await Expect(visit.Page.GetByText("Say first whether one of these is so today.").First).ToBeVisibleAsync();
        });
        Assert.Empty(await journal.AllAsync<MovementSession>());
    }

    [Theory]
    [InlineData("Yes, worse", NextDay.Worse)]
    [InlineData("No", NextDay.NotWorse)]
    [InlineData("Not sure", NextDay.NotSure)]
    public async Task How_the_next_day_was_is_one_tap(string tap, NextDay next)
    {
        var (journal, site) = await NewAsync();
        await using var _ = site;
        await journal.RecordAsync(
            new Draft("edit")
                .Add(new MovementSession { Day = journal.Today.PlusDays(-3), Minutes = 5 })
                .Add(
                    new MovementSession
                    {
                        Day = journal.Today.PlusDays(-2),
                        Minutes = 5,
                        Next = NextDay.NotSure,
                    }
                )
        );
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/movement");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = tap, Exact = true }).ClickAsync();
            await Expect(visit.Page.GetByText("Saved.")).ToBeVisibleAsync();
            await Expect(visit.Page.GetByText("was the next day or two worse than usual?")).ToHaveCountAsync(0);
        });
        var asked = (await journal.AllAsync<MovementSession>()).Single(s => s.Day == journal.Today.PlusDays(-3));
        Assert.Equal(next, asked.Next);
    }

    [Fact]
    public async Task A_session_without_minutes_says_so_and_is_no_dose_and_the_plan_rests_in_a_flare()
    {
        var (journal, site) = await NewAsync();
        await using var _ = site;
        await LiveThreeWeeksAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/movement/session");
            await page.GetByLabel("None of these").CheckAsync();
            await Expect(page.GetByText("Your plan says")).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Radio, new() { Name = "Walking and the like" }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Save the session" }).ClickAsync();
            await Expect(
                    page.GetByText("1 session is written down. Of 1 session the minutes are not told; that is not 0.")
                )
                .ToBeVisibleAsync();
            await visit.GoAsync("/doses");
            await Expect(page.GetByText(new Words(new ContentFolder())["doses.none"])).ToBeVisibleAsync();
            await visit.GoAsync("/treatments");
            await Expect(page.GetByText("by session").First).ToBeVisibleAsync();
            await journal.RecordAsync(new Draft("flare").Add(new Flare { Start = journal.Today }));
            foreach (var path in new[] { "/movement", "/movement/plan" })
            {
                await visit.GoAsync(path);
                await Expect(page.GetByText("Your plan rests")).ToBeVisibleAsync();
                await Expect(page.GetByText("minutes: 3 ×")).ToHaveCountAsync(0);
            }
            await Expect(page.GetByText("There is a flare, or it is just over")).ToBeVisibleAsync();
            await visit.GoAsync("/movement/session");
            await page.GetByLabel("None of these").CheckAsync();
            await Expect(page.GetByText("Your plan says")).ToHaveCountAsync(0);
        });
    }

    [Fact]
    public async Task Numbers_of_the_rules_are_said_as_content_has_them_and_a_long_session_is_kept_as_it_was()
    {
        var (journal, site) = await NewAsync();
        await using var _ = site;
        var rules = site.Services.GetRequiredService<Inomya.Movement.MovementRules>();
        var long1 = new MovementSession { Day = journal.Today.PlusDays(-9), Minutes = 95 };
        var draft = new Draft("edit").Add(long1);
        for (var n = 0; n < 3; n++)
            draft.Add(new MovementSession { Day = journal.Today.PlusDays(-8 - n), Minutes = 95 });
        await journal.RecordAsync(
            draft.Add(
                new MovementPlan
                {
                    Day = journal.Today,
                    BadDayMinutes = 60,
                    Sessions = 3,
                }
            )
        );
        var plan = System.Net.WebUtility.HtmlDecode(await site.Http.GetStringAsync("/movement/plan"));
        // 95 minutes a week over four weeks were written down before: more than a plan else starts with
        Assert.Contains("with 95 minutes a week", plan, StringComparison.Ordinal);
        Assert.Contains($"A plan starts with at most {rules.StartWeek} here, unless", plan, StringComparison.Ordinal);
        var (pain, function) = (rules.Curve["pain"], rules.Curve["function"]);
        Assert.Contains(
            $"pain fell from {pain[0].Minutes} minutes a week on, most at {pain[^1].Minutes}. Daily life got better from {function[0].Minutes}, most at {function[^1].Minutes}.",
            plan,
            StringComparison.Ordinal
        );
        Assert.Contains("95 minutes", await site.Http.GetStringAsync("/movement"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_with_no_network_is_sent_once_there_is_one()
    {
        var (journal, site) = await NewAsync();
        await using var _ = site;
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await OfflineTests.WithKeptPagesAsync(visit);
            await page.GotoAsync("/movement/session");
            await page.GetByLabel("None of these").CheckAsync();
            await page.GetByRole(AriaRole.Radio, new() { Name = "Strength" }).CheckAsync();
            await page.GetByLabel("How long?").FillAsync("6");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save the session" }).ClickAsync();
            await Expect(page.GetByText("Kept on this device", new() { Exact = true })).ToBeVisibleAsync();
            Assert.Empty(await journal.AllAsync<MovementSession>());
            await page.Context.SetOfflineAsync(false);
            await Expect(page.Locator("#unsent")).ToBeHiddenAsync();
        });
        Assert.Equal(MovementKind.Strength, Assert.Single(await journal.AllAsync<MovementSession>()).Kind);
        Assert.Single(await journal.AllAsync<Intake>());
    }

    [Fact]
    public async Task Exercises_are_narrowed_by_kind_position_part_and_what_hurts_today()
    {
        var (journal, site) = await NewAsync();
        await using var _ = site;
        await journal.RecordAsync(
            new Draft("checkin").Add(
                new Entry
                {
                    Measure = "pain",
                    Region = "upper_leg_left",
                    Value = 1,
                    Day = journal.Today,
                    Source = "checkin",
                }
            )
        );
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/movement/exercises");
            var all = await page.Locator(".exercises li").CountAsync();
            Assert.True(all >= 44);
            await page.GetByLabel("Find an exercise").FillAsync("clam");
            await Expect(page.Locator(".exercises li:visible")).ToHaveCountAsync(1);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Stretching" })).ToBeHiddenAsync();
            await visit.GoAsync("/movement/exercises?kind=strength&position=lying");
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Bridge" })).ToBeVisibleAsync();
            Assert.InRange(await page.Locator(".exercises li").CountAsync(), 3, 8);
            await visit.GoAsync("/movement/exercises?region=neck");
            Assert.InRange(await page.Locator(".exercises li").CountAsync(), 2, 8);
            await visit.GoAsync("/movement/exercises?spare=1");
            await page.GetByText("Show fewer").ClickAsync();
            await Expect(page.GetByText("Marked today: Legs")).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Bridge" })).ToHaveCountAsync(0);
            Assert.InRange(await page.Locator(".exercises li").CountAsync(), 5, all - 10);
        });
    }

    [Fact]
    public async Task Chosen_exercises_stand_on_one_sheet_with_drawings_and_steps()
    {
        var (_, site) = await NewAsync();
        await using var used = site;
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/movement/exercises");
            foreach (var name in new[] { "Bridge", "Wall push-up" })
                await page.GetByRole(AriaRole.Checkbox, new() { Name = $"On my sheet: {name}" }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Make a sheet to print" }).ClickAsync();
            await Expect(page.Locator(".exercise-sheet")).ToHaveCountAsync(2);
            await Expect(page.Locator(".exercise-sheet svg[role=img][aria-label]")).ToHaveCountAsync(4);
            await visit.AssertAccessibleAsync();
            await visit.AssertReflowsAsync();
        });
    }

    [Fact]
    public async Task The_clock_of_a_session_fills_in_the_minutes()
    {
        var (_, site) = await NewAsync();
        await using var used = site;
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await page.Clock.InstallAsync();
            await visit.GoAsync("/movement/session");
            await page.GetByLabel("None of these").CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
            await page.Clock.FastForwardAsync("07:10");
            await Expect(page.GetByText("7 minutes so far")).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
            await Expect(page.GetByLabel("How long?")).ToHaveValueAsync("7");
        });
    }
}
