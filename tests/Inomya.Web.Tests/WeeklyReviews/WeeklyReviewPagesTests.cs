using System.Globalization;
using Inomya.Checkins;
using Inomya.Content;
using Inomya.Experiments;
using Inomya.Journals;
using Inomya.Vocabulary;
using Inomya.Web.Tests.Support;
using Inomya.WeeklyReviews;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Testing;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests.WeeklyReviews;

/// <summary>The look back at a week, and the app asking less; each with one tap and the way back.</summary>
public class WeeklyReviewPagesTests(Browser browser)
{
    /// <summary>A Sunday.</summary>
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0);

    private static async Task<(Journal Journal, FakeClock Clock)> WithDaysAsync(bool steady = false, int days = 35)
    {
        var clock = new FakeClock(Noon);
        var journal = await DemoJournal.NewAsync(empty: true, clock);
        var random = new Random(3);
        var draft = new Draft("checkin");
        for (var ago = days; ago > 0; ago--)
        {
            var day = journal.Today.PlusDays(-ago);
            draft.Add(Rated(day, "pain", steady ? 4 : 2 + random.Next(6)));
            draft.Add(Rated(day, "function", ago <= 7 ? 1 + ago % 3 : 6 + ago % 2));
            draft.Add(Rated(day, "stress", 3));
        }
        await journal.RecordAsync(draft);
        return (journal, clock);
    }

    private static Entry Rated(LocalDate day, string measure, double value) =>
        new()
        {
            Measure = measure,
            Value = value,
            ScaleLow = 0,
            ScaleTop = 10,
            Unit = "{score}",
            Day = day,
            Source = Checkin.Source,
        };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_question_is_dropped_with_one_tap_and_is_back_with_one(bool scripts)
    {
        var (journal, _) = await WithDaysAsync();
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                await page.GotoAsync("/weekly-review");
                await Expect(page.Locator(".usual li").First).ToContainTextAsync("Getting things done");
                await Expect(page.Locator(".usual li").First).ToContainTextAsync("worse than usual");
                await Expect(page.Locator(".usual li").First).ToContainTextAsync("6 this week, 28 before");
                await page.GetByRole(AriaRole.Button, new() { Name = "Ask no more: Stress" }).ClickAsync();
                await Expect(page.GetByText("Not asked any more: Stress.")).ToBeVisibleAsync();
                Assert.DoesNotContain(
                    "stress",
                    (await journal.SettingsAsync())[Tracked.Setting],
                    StringComparison.Ordinal
                );
                await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
                await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ask no more: Stress" }))
                    .ToBeVisibleAsync();
            },
            scripts: scripts
        );
        Assert.Contains("stress", (await journal.SettingsAsync())[Tracked.Setting], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steady_pain_is_asked_once_a_week_with_one_tap_and_daily_again_with_one()
    {
        var (journal, _) = await WithDaysAsync(steady: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/weekly-review");
            await Expect(page.GetByText("Your pain was steady")).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Ask once a week" }).First.ClickAsync();
            await Expect(page.GetByText("You are asked once a week.")).ToBeVisibleAsync();
            await visit.GoAsync("/");
            await Expect(page.GetByText("Nothing to fill in today")).ToBeVisibleAsync();
            await visit.GoAsync("/weekly-review");
            await page.GetByRole(AriaRole.Button, new() { Name = "Ask every day" }).ClickAsync();
            await Expect(page.GetByText("You are asked every day.")).ToBeVisibleAsync();
        });
        Assert.Equal(Rhythm.Daily, Rhythm.Of(await journal.SettingsAsync()));
    }

    [Fact]
    public async Task What_got_done_is_asked_first_and_the_numbers_are_hidden_where_that_is_wished()
    {
        var (journal, _) = await WithDaysAsync();
        await journal.RecordAsync(new Draft("checkin").Add(Rated(journal.Today, "pain", 5)));
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/weekly-review");
            await page.GetByRole(AriaRole.Button, new() { Name = "Ask what I got done first" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Hide the numbers" }).ClickAsync();
            await Expect(page.Locator(".usual .big")).ToHaveCountAsync(0);
            await visit.GoAsync("/");
            await Expect(page.GetByText("Your numbers are hidden here.")).ToBeVisibleAsync();
            await Expect(page.Locator("main .usual")).ToHaveCountAsync(0);
            await Expect(page.Locator("#fortnight")).ToHaveCountAsync(0);
            await visit.GoAsync("/checkin");
            await Expect(page.Locator("main fieldset").First).ToContainTextAsync("How much of what you wanted to do");
            await visit.GoAsync("/weekly-review");
            await page.GetByRole(AriaRole.Button, new() { Name = "Show the numbers" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Ask pain first" }).ClickAsync();
            await visit.GoAsync("/");
            await Expect(page.Locator("main .usual")).ToHaveCountAsync(1);
        });
    }

    [Fact]
    public async Task Today_says_that_a_week_is_full_on_one_day_in_seven_and_never_after_not_now()
    {
        var (journal, clock) = await WithDaysAsync();
        var plan = new FlarePlan { FirstHour = "Rest." };
        await journal.RecordAsync(new Draft("plan").Add(plan));
        await using var site = await Site.OfAsync(journal);
        var said = 0;
        for (var n = 0; n < 35; n++)
        {
            // in the first two weeks there are first steps, and never two things to do
            var today = await site.Http.GetStringAsync("/");
            if (today.Contains("A week is full.", StringComparison.Ordinal))
                said += n < 14 ? 100 : 1;
            await journal.RecordAsync(new Draft("checkin").Add(Rated(journal.Today, "pain", 3 + n % 3)));
            clock.Advance(Duration.FromDays(1));
        }
        Assert.Equal(3, said);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/");
            await visit
                .Page.Locator("form")
                .Filter(new() { Has = visit.Page.GetByRole(AriaRole.Link, new() { Name = "Look back" }) })
                .GetByRole(AriaRole.Button)
                .ClickAsync();
            await Expect(visit.Page.GetByText("A week is full.")).ToHaveCountAsync(0);
        });
        clock.Advance(Duration.FromDays(6));
        Assert.DoesNotContain("A week is full.", await site.Http.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "Being asked every day seems to make your weeks worse.")]
    [InlineData(0, "It makes no difference that matters.")]
    public async Task Whether_tracking_harms_is_drawn_locked_asked_accordingly_and_told(double harm, string answer)
    {
        var (journal, clock) = await WithDaysAsync();
        await using var site = await Site.StartAsync(services =>
            services.AddJournal(journal.Store, journal.Person.Id).AddSingleton(new SeedSource(() => 20_261_122))
        );
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/weekly-review/tracking");
            await page.GetByRole(AriaRole.Button, new() { Name = "Draw the order and begin tomorrow" }).ClickAsync();
            await Expect(page.GetByText("It begins on")).ToBeVisibleAsync();
            var plan = new TrackingTrial(Assert.Single(await journal.AllAsync<Experiment>())).Plan;
            for (var block = 0; block < plan.Daily.Count; block++)
            {
                clock.Reset(plan.EndOf(block).PlusDays(-3).At(new LocalTime(12, 0)).InUtc().ToInstant());
                await visit.GoAsync("/");
                await Expect(page.GetByText("Nothing to fill in today")).ToHaveCountAsync(plan.Daily[block] ? 0 : 1);
                if (!plan.Daily[block])
                    await Expect(page.Locator("main .scale")).ToHaveCountAsync(0);
                clock.Reset(plan.EndOf(block).At(new LocalTime(12, 0)).InUtc().ToInstant());
                if (block == 0)
                {
                    await visit.GoAsync("/");
                    await Expect(page.Locator("#tracking-today")).ToContainTextAsync("three short questions are due");
                    await Expect(page.Locator("#tracking-today a")).ToHaveAttributeAsync("href", "/questionnaires/peg");
                }
                await PegAsync(journal, 5 + (plan.Daily[block] ? harm : 0) + (block % 4 is 0 or 3 ? 0.1 : 0));
            }
            await visit.GoAsync("/weekly-review/tracking");
            await Expect(page.GetByText("PEG score was")).ToHaveCountAsync(0); // no peeking
            clock.Advance(Duration.FromDays(2));
            await visit.GoAsync("/weekly-review/tracking");
            await Expect(page.GetByText(answer)).ToBeVisibleAsync();
            await Expect(page.GetByText("from 6 pairs")).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();
            await visit.GoAsync("/");
            await Expect(page.Locator("#tracking-today")).ToHaveCountAsync(0);
        });
    }

    private static Task PegAsync(Journal journal, double score) =>
        journal.RecordAsync(
            new Draft("questionnaire").Add(
                new Response
                {
                    Instrument = "peg",
                    Version = "1.0.0",
                    Day = journal.Today,
                    Completed = true,
                    Json = """{"resourceType":"QuestionnaireResponse","item":[]}""",
                    Scores = $$$"""{"PEG": {"PEG": {{{score.ToString(CultureInfo.InvariantCulture)}}}}}""",
                    Source = "questionnaire",
                }
            )
        );

    /// <summary>Five questions of one's own, each answered on every day.</summary>
    private static async Task AddOwnQuestionsAsync(Journal journal)
    {
        var random = new Random(4);
        var draft = new Draft("checkin");
        for (var question = 1; question <= 5; question++)
        {
            draft.Add(
                new OwnMeasure
                {
                    Measure = $"own_{question}",
                    Name = $"Habit {question}",
                    Kind = MeasureKind.YesNo,
                    Role = MeasureRole.Binary,
                    Asked = true,
                }
            );
            for (var ago = 90; ago > 0; ago--)
                draft.Add(
                    new Entry
                    {
                        Measure = $"own_{question}",
                        Value = random.Next(2),
                        Unit = "1",
                        Day = journal.Today.PlusDays(-ago),
                        Source = Checkin.Source,
                    }
                );
        }
        await journal.RecordAsync(draft);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Half_of_my_own_questions_are_asked_with_the_reason_and_the_others_can_be_answered(bool scripts)
    {
        var (journal, _) = await WithDaysAsync(days: 90);
        await AddOwnQuestionsAsync(journal);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                await page.GotoAsync("/weekly-review");
                await page.GetByRole(AriaRole.Button, new() { Name = "Ask half of them" }).ClickAsync();
                await Expect(page.GetByText("3 of 5 questions of your own are asked each day")).ToBeVisibleAsync();
                await page.GotoAsync("/checkin");
                var left = page.Locator("details", new() { HasText = "Not asked today" }).Last;
                await Expect(left.Locator("fieldset")).ToHaveCountAsync(2);
                await Expect(page.Locator("fieldset.yes-no .hint")).ToHaveCountAsync(3);
                await left.Locator("summary").First.ClickAsync();
                await left.GetByRole(AriaRole.Radio, new() { Name = "Yes" }).First.CheckAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).First.ClickAsync();
                await page.WaitForURLAsync("**/days/**");
                await page.GotoAsync("/weekly-review");
                await page.GetByRole(AriaRole.Button, new() { Name = "Ask all" }).ClickAsync();
                await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ask half of them" })).ToBeVisibleAsync();
            },
            scripts: scripts
        );
        Assert.Single(await journal.EntriesAsync(journal.Today, journal.Today), e =>
            e.Measure.StartsWith("own_", StringComparison.Ordinal) && e.Value == 1
        );
    }
}
