using System.Net.Http.Json;
using Inomya.Content;
using Inomya.Experiments;
using Inomya.Food;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Programmes;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Testing;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests.Food;

/// <summary>One food left out and brought back, from the questions before it to the answer, with a clock that is set.</summary>
public class FoodTrialPagesTests(Browser browser)
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0);
    private static readonly ContentFolder Content = new();

    private static async Task<(Journal Journal, FakeClock Clock)> NewAsync(bool answered = true)
    {
        var clock = new FakeClock(Noon);
        var journal = await DemoJournal.NewAsync(empty: true, clock);
        if (answered)
            await AnswerAsync(journal);
        return (journal, clock);
    }

    private static Task AnswerAsync(Journal journal, string? yes = null)
    {
        var gates = Gates.Read(Content);
        return new GateBook(journal, gates, new MedicineCatalogue(Content)).AnswerAsync(
            gates.Of("food.elimination").ToDictionary(g => g.Id, g => g.Id == yes)
        );
    }

    [Fact]
    public async Task Until_every_question_is_answered_nothing_can_be_left_out()
    {
        var (journal, _) = await NewAsync(answered: false);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/food/trial");
            await Expect(visit.Page.GetByText("Leaving food out is not for everyone.")).ToBeVisibleAsync();
            await Expect(visit.Page.Locator("main form[method=post] fieldset")).ToHaveCountAsync(0);
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Go to the questions" }).ClickAsync();
            await Expect(visit.Page.GetByText("coeliac").First).ToBeVisibleAsync();
            await AnswerAsync(journal, yes: "pregnancy");
            await visit.GoAsync("/food/trial");
            await Expect(visit.Page.GetByText("This part is closed for now.")).ToBeVisibleAsync();
            await Expect(visit.Page.GetByText("What do you want to leave out?")).ToHaveCountAsync(0);
            await visit.AssertAccessibleAsync();
            await AnswerAsync(journal);
            await visit.GoAsync("/food/trial");
            await Expect(visit.Page.GetByText("What do you want to leave out?")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task Without_the_coeliac_test_gluten_is_not_offered_and_others_are()
    {
        var (journal, _) = await NewAsync(answered: false);
        await AnswerAsync(journal, yes: "coeliac-test");
        await using var site = await Site.OfAsync(journal);
        var page = await site.Http.GetStringAsync("/food/trial");
        Assert.Contains("value=\"sweeteners\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"gluten\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"fructans\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "Worth keeping out for now: Milk and cheese.")]
    [InlineData(0, "Back to your usual food: Milk and cheese made no clear difference.")]
    public async Task From_the_lock_through_every_phase_to_the_answer_that_is_true(double harm, string answer)
    {
        var (journal, clock) = await NewAsync();
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/food/trial");
            await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^Milk and cheese") }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Lock the plan and begin tomorrow" }).ClickAsync();
            await Expect(page.GetByText("It begins on")).ToBeVisibleAsync();
            var trial = Assert.Single(await journal.AllAsync<Experiment>());
            var plan = new FoodTrial(trial).Plan;
            for (var day = plan.Start; day <= plan.End; day = day.PlusDays(1))
            {
                clock.Reset(day.At(new LocalTime(12, 0)).InUtc().ToInstant());
                var on = plan.On(day);
                if (on is { Phase: FoodPhase.Challenge, Day: 1 })
                    await AnswerAsync(journal); // some questions are asked again after four weeks
                if (on.Day == 1)
                    await LookAsync(visit, on);
                else
                    await KeepAsync(journal, trial.Id, day);
                await RateAsync(journal, day, on.Phase is FoodPhase.Removal or FoodPhase.Washout ? 4 : 4 + harm);
            }
            await visit.GoAsync("/food/trial");
            await Expect(page.GetByText("Time 1 with it")).ToHaveCountAsync(0); // no peeking
            clock.Advance(Duration.FromDays(1));
            await visit.GoAsync("/");
            await Expect(page.Locator("#food-today")).ToHaveCountAsync(0);
            await visit.GoAsync("/food/trial");
            await Expect(page.GetByText(answer)).ToBeVisibleAsync();
            await Expect(page.GetByText("Keep nothing out for good on your own")).ToBeVisibleAsync();
            await Expect(page.GetByText($"Days that count: {plan.Days}. Days that do not: 0")).ToBeVisibleAsync();
            await Expect(page.GetByText("This answer is old now.")).ToHaveCountAsync(0);
            await visit.AssertAccessibleAsync();
            clock.Advance(Duration.FromDays(60));
            // the questions have grown old too: to eat a little of it is said to nobody before they are answered again
            await visit.GoAsync("/food/trial");
            await Expect(page.GetByText("Do not try it out on your own")).ToHaveCountAsync(harm > 0 ? 1 : 0);
            await Expect(page.GetByText("eat a little of it")).ToHaveCountAsync(0);
            await AnswerAsync(journal);
            await visit.GoAsync("/food/trial");
            await Expect(page.GetByText("eat a little of it")).ToHaveCountAsync(harm > 0 ? 1 : 0);
        });
    }

    private static async Task LookAsync(Visit visit, FoodDay on)
    {
        var card = visit.Page.Locator("#food-today");
        await visit.GoAsync("/");
        await Expect(card)
            .ToContainTextAsync(
                on.Phase switch
                {
                    FoodPhase.Baseline => "Eat as usual.",
                    FoodPhase.Challenge => "Today a small portion",
                    FoodPhase.Removal => "Leave it out: Milk and cheese. Day 1 of 21.",
                    _ => "Leave it out again: Milk and cheese.",
                }
            );
        await card.GetByRole(AriaRole.Button, new() { Name = "As it says" }).ClickAsync();
        await Expect(visit.Page.Locator("#food-today")).ToContainTextAsync("Recorded: as it says.");
    }

    private static Task KeepAsync(Journal journal, Guid trial, LocalDate day) =>
        new FoodTrialBook(journal, new MeasureCatalogue(Content), FoodTrialRules.Read(Content)).KeepAsync(
            trial,
            day,
            Adherence.AsSaid,
            $"{day:uuuu-MM-dd}"
        );

    private static Task RateAsync(Journal journal, LocalDate day, double pain) =>
        journal.RecordAsync(
            new Draft("checkin", day: day).Add(
                new Entry
                {
                    Measure = "pain",
                    Value = pain,
                    ScaleLow = 0,
                    ScaleTop = 10,
                    Unit = "{score}",
                    Day = day,
                    Source = "checkin",
                }
            )
        );

    [Theory]
    [InlineData("pregnancy", "Your food test rests.", "leaving food out is not for you right now")]
    [InlineData(null, "Eat as usual for now.", "Some questions must be answered again")]
    public async Task In_the_middle_of_it_a_yes_is_told_nothing_of_what_to_eat_and_an_old_answer_means_the_usual_food(
        string? yes,
        string what,
        string said
    )
    {
        var (journal, clock) = await NewAsync();
        var book = new FoodTrialBook(journal, new MeasureCatalogue(Content), FoodTrialRules.Read(Content));
        await book.LockAsync("dairy", "pain", 21, "rule", "one");
        clock.Advance(Duration.FromDays(yes is null ? 40 : 20));
        if (yes is not null)
            await AnswerAsync(journal, yes);
        await using var site = await Site.OfAsync(journal);
        var today = await site.Http.GetStringAsync("/");
        Assert.Contains(what, today, StringComparison.Ordinal);
        Assert.Equal(yes is null, today.Contains("Eat as usual", StringComparison.Ordinal));
        Assert.Contains(said, today, StringComparison.Ordinal);
        Assert.DoesNotContain("Leave it out", today, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3.0)]
    [InlineData(0.0)]
    public async Task Who_is_barred_is_told_what_it_showed_and_nothing_of_what_to_eat(double? harm)
    {
        var (journal, clock) = await NewAsync();
        var book = new FoodTrialBook(journal, new MeasureCatalogue(Content), FoodTrialRules.Read(Content));
        await book.LockAsync("dairy", "pain", 21, "rule", "one");
        var trial = (await book.CurrentAsync())!;
        for (var day = trial.Plan.Start; day <= trial.Plan.End; day = day.PlusDays(1))
        {
            clock.Reset(day.At(new LocalTime(12, 0)).InUtc().ToInstant());
            if (harm is not { } worse)
                continue;
            await KeepAsync(journal, trial.Experiment.Id, day);
            await RateAsync(
                journal,
                day,
                trial.Plan.On(day).Phase is FoodPhase.Removal or FoodPhase.Washout ? 4 : 4 + worse
            );
        }
        clock.Advance(Duration.FromDays(1));
        await using var site = await Site.OfAsync(journal);
        var instructs = harm is null or 0 ? "Back to your usual food" : "Worth keeping out for now";
        await AnswerAsync(journal);
        Assert.Contains(instructs, await site.Http.GetStringAsync("/food/trial"), StringComparison.Ordinal);
        await AnswerAsync(journal, yes: "pregnancy");
        var page = await site.Http.GetStringAsync("/food/trial");
        Assert.DoesNotContain(instructs, page, StringComparison.Ordinal);
        Assert.Contains("is best decided with a dietitian or doctor", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_test_gives_no_answer_and_another_test_waits_for_its_end()
    {
        var (journal, clock) = await NewAsync();
        var book = new FoodTrialBook(journal, new MeasureCatalogue(Content), FoodTrialRules.Read(Content));
        await book.LockAsync("dairy", "pain", 21, "rule", "one");
        clock.Advance(Duration.FromDays(5));
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/experiments/new");
            await Expect(page.Locator("main a[href='/food/trial']")).ToBeVisibleAsync();
            await visit.GoAsync("/weekly-review/tracking");
            await Expect(page.GetByText("Another test goes on.")).ToBeVisibleAsync();
            await visit.GoAsync("/food/trial");
            await page.GetByText("Stop this test").ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Stop the test" }).ClickAsync();
            await Expect(page.GetByText("It was stopped early, so it gives no answer.")).ToBeVisibleAsync();
            await visit.GoAsync("/");
            await Expect(page.Locator("#food-today")).ToHaveCountAsync(0);
        });
    }

    [Fact]
    public async Task A_day_said_with_no_network_is_recorded_once_there_is_one()
    {
        var (journal, clock) = await NewAsync();
        var book = new FoodTrialBook(journal, new MeasureCatalogue(Content), FoodTrialRules.Read(Content));
        await book.LockAsync("dairy", "pain", 21, "rule", "one");
        clock.Advance(Duration.FromDays(1));
        await using var site = await Site.OfAsync(journal);
        var trial = (await book.CurrentAsync())!;
        var fields = new[]
        {
            new[] { "_handler", "food-day" },
            ["experiment", $"{trial.Experiment.Id}"],
            ["day", $"{trial.Plan.Start:uuuu-MM-dd}"],
            ["kept", "AsSaid"],
            ["submission", "once"],
            ["to", "/"],
        };
        foreach (var _ in (int[])[1, 2])
            await site.Http.PostAsJsonAsync("/outbox", new { fields });
        Assert.Single(await journal.AllAsync<ExperimentDay>());
    }
}
