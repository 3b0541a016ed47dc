using System.Net.Http.Json;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Programmes;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Testing;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests.Food;

/// <summary>Food and drink by tags, in few taps; and put away entirely where an eating disorder is known.</summary>
public class FoodPagesTests(Browser browser)
{
    private const string AwayText = "We put all of this away for you";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_meal_is_noted_by_its_tags_and_can_be_taken_back(bool scripts)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                await page.GotoAsync("/food");
                await SaveMealAsync(page);
                await Expect(page.GetByText("Tick at least one thing that was in it.").First).ToBeVisibleAsync();
                await page.GetByLabel("Fish", new() { Exact = true }).CheckAsync();
                await page.GetByLabel("Vegetables", new() { Exact = true }).CheckAsync();
                await page.GetByLabel("Your own name for it").FillAsync("Stew");
                await SaveMealAsync(page);
                await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
                var meal = Assert.Single(await journal.MealsAsync(journal.Today, journal.Today));
                Assert.Equal(("fish vegetables", "Stew"), (meal.Tags, meal.Name));
                await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
                await Expect(page.GetByText("Nothing noted yet.")).ToBeVisibleAsync();
            },
            scripts: scripts
        );
        Assert.Empty(await journal.MealsAsync(journal.Today, journal.Today));
    }

    private static Task SaveMealAsync(IPage page) =>
        page.Locator("form")
            .Filter(new() { HasText = "Your own name for it" })
            .GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true })
            .ClickAsync();

    [Fact]
    public async Task A_glass_of_water_and_yesterdays_meals_are_one_tap_each_on_the_page()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var yesterday = journal.Today.PlusDays(-1);
        await journal.RecordAsync(
            new Draft("meal")
                .Add(
                    new Meal
                    {
                        Day = yesterday,
                        Tags = "dairy whole-grain",
                        Name = "Porridge",
                    }
                )
                .Add(new Meal { Day = yesterday, Tags = "fish" })
        );
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/relieve");
            await page.GetByRole(AriaRole.Link, new() { Name = "Food and drink" }).First.ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "The same 2 meals as yesterday" }).ClickAsync();
            await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Water", Exact = true }).ClickAsync();
            await Expect(page.GetByText("1 glass of water noted today.")).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Coffee", Exact = true }).ClickAsync();
            await Expect(page.GetByText("About 95 mg of caffeine noted today.")).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Porridge", Exact = true }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take out: ") })).ToHaveCountAsync(5);
            await visit.AssertAccessibleAsync();
        });
        Assert.Equal(3, (await journal.MealsAsync(journal.Today, journal.Today)).Count);
        var drinks = await journal.DrinksAsync(journal.Today, journal.Today);
        Assert.Equal(["water", "coffee"], drinks.Select(d => d.What));
        Assert.All(drinks, d => Assert.NotNull(d.At));
    }

    [Fact]
    public async Task With_no_network_meals_and_drinks_wait_and_each_counts_once()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await OfflineTests.WithKeptPagesAsync(visit);
            await page.GotoAsync("/food");
            await page.GetByRole(AriaRole.Button, new() { Name = "Water", Exact = true }).ClickAsync();
            await Expect(page.GetByText("1 thing is kept on this device")).ToBeVisibleAsync();
            await page.GetByLabel("Fruit", new() { Exact = true }).CheckAsync();
            await SaveMealAsync(page);
            await Expect(page.GetByText("2 things are kept on this device")).ToBeVisibleAsync();
            Assert.Empty(await journal.DrinksAsync(journal.Today, journal.Today));
            await page.Context.SetOfflineAsync(false);
            await Expect(page.Locator("#unsent")).ToBeHiddenAsync();
        });
        Assert.Equal("water", Assert.Single(await journal.DrinksAsync(journal.Today, journal.Today)).What);
        Assert.Equal("fruit", Assert.Single(await journal.MealsAsync(journal.Today, journal.Today)).Tags);
    }

    [Theory]
    [InlineData(null, "female", "about 2 litres a day")]
    [InlineData("heart failure", "female", "a question for your doctor")]
    [InlineData("kidney disease", "male", "a question for your doctor")]
    public async Task An_amount_to_drink_is_a_guide_with_its_source_or_a_question_for_the_doctor(
        string? condition,
        string sex,
        string said
    )
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await journal.UpdatePersonAsync(journal.Person with { Sex = sex });
        if (condition is not null)
            await TellAsync(journal, condition);
        await using var site = await Site.OfAsync(journal);
        var page = await site.Http.GetStringAsync("/food");
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains("10.2903/j.efsa.2010.1459", page, StringComparison.Ordinal);
        if (condition is not null)
            Assert.DoesNotContain("litres a day", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_week_is_scored_without_alcohol_and_held_against_ones_own_weeks()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var draft = new Draft("food-week");
        for (var n = 1; n <= 3; n++)
            draft.Add(
                new FoodWeek
                {
                    Day = journal.Today.PlusDays(-7 * n),
                    Answers =
                        "olive-oil-main=yes olive-oil=yes vegetables=yes fruit=yes meat=yes butter=no sweet-drinks=no legumes=no fish=no sweets=no nuts=no white-meat=no sofrito=no",
                }
            );
        await journal.RecordAsync(draft);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/food/score");
            await Expect(page.GetByText("wine", new() { Exact = false })).ToHaveCountAsync(1); // that it is left out
            foreach (var question in await page.Locator("main fieldset.yes-no").AllAsync())
                await question.GetByRole(AriaRole.Radio, new() { Name = "Yes", Exact = true }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Expect(page.GetByText("13 of 13")).ToBeVisibleAsync();
            await Expect(page.GetByText("Your usual is 5, from 3 weeks.")).ToBeVisibleAsync();
        });
        // a question that was left open leaves no sum
        await using var second = await Site.OfAsync(await DemoJournal.NewAsync(empty: true));
        await browser.VisitAsync(second, async visit =>
        {
            await visit.GoAsync("/food/score");
            await visit
                .Page.Locator("main fieldset.yes-no")
                .First.GetByRole(AriaRole.Radio, new() { Name = "No", Exact = true })
                .CheckAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Expect(visit.Page.GetByText("there is no sum for that week")).ToBeVisibleAsync();
        });
    }

    private static Task TellAsync(Journal journal, string condition) =>
        journal.RecordAsync(new Draft("edit").Add(new HistoryItem { Kind = HistoryKind.Condition, Text = condition }));

    private static Task AnswerAsync(Journal journal, bool yes)
    {
        var content = new ContentFolder();
        return new GateBook(journal, Gates.Read(content), new MedicineCatalogue(content)).AnswerAsync(
            new Dictionary<string, bool> { ["eating-disorder"] = yes }
        );
    }

    [Theory]
    [InlineData("eating disorder", null)]
    [InlineData("Anorexia", null)]
    [InlineData(null, true)]
    public async Task With_an_eating_disorder_there_is_no_way_in_by_any_door(string? condition, bool? answer)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await journal.RecordAsync(new Draft("experiment").Add(await TrialAsync(journal)));
        if (condition is not null)
            await TellAsync(journal, condition);
        if (answer is { } yes)
            await AnswerAsync(journal, yes);
        await using var site = await Site.OfAsync(journal);
        foreach (
            var page in new[]
            {
                "/",
                "/relieve",
                "/search",
                "/journal",
                "/experiments",
                "/findings",
                "/weekly-review",
                "/programmes",
            }
        )
        {
            var answered = await site.Http.GetAsync(page);
            if (answered.StatusCode == System.Net.HttpStatusCode.NotFound)
                continue; // a room that is not there yet
            var text = await answered.Content.ReadAsStringAsync();
            Assert.DoesNotContain("href=\"/food", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Your food test", text, StringComparison.Ordinal);
        }
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/search");
            foreach (var asked in new[] { "food", "calories", "gluten", "fodmap", "weight", "comida" })
            {
                await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync(asked);
                await Expect(
                        visit.Page.Locator(
                            "main :is(a[href^='/food'], a[href*='food-and'], a[href*='a-food'], a[href*='fodmap'], a[href*='diet'], a[href*='weight-loss'])"
                        )
                    )
                    .ToHaveCountAsync(0);
            }
            foreach (
                var address in new[]
                {
                    "/food",
                    "/food/score",
                    "/food/trial",
                    "/guide/food-and-pain",
                    "/evidence/weight-loss",
                    "/programmes/food",
                }
            )
            {
                await visit.GoAsync(address);
                await Expect(visit.Page.GetByText(AwayText)).ToBeVisibleAsync();
                await Expect(visit.Page.GetByText("Tell someone who treats you")).ToBeVisibleAsync();
                await Expect(visit.Page.Locator("main form")).ToHaveCountAsync(0);
                await Expect(visit.Page.Locator("main a[href^='/food']")).ToHaveCountAsync(0);
                await visit.AssertAccessibleAsync();
            }
            await Expect(
                    visit
                        .Page.Locator(condition is null ? "a[href='/programmes/gates/food']" : "a[href='/allergies']")
                        .First
                )
                .ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task What_is_read_about_food_and_weight_is_closed_by_address_and_no_list_or_link_leads_there()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var loss = new Treatment { Name = "Weight loss", Kind = TreatmentKind.Diet };
        await journal.RecordAsync(new Draft("treatment").Add(loss));
        await TellAsync(journal, "eating disorder");
        await using var site = await Site.OfAsync(journal);
        var guide = new Inomya.Guide.GuideShelf(new ContentFolder()).In("en").Articles;
        var food = guide.Where(a => a.Topic == "food").Select(a => $"/guide/{a.Id}").ToList();
        List<string> closed = [.. food, .. new MeasureCatalogue(new ContentFolder()).Food.PutAwayPages];
        Assert.True(closed.Count > 5);
        foreach (var address in closed)
        {
            var answer = await site.Http.GetAsync(address);
            Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
            var text = System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Contains(AwayText, text, StringComparison.Ordinal);
            Assert.Contains("names an eating disorder", text, StringComparison.Ordinal);
            Assert.Contains("id=\"crisis\"", text, StringComparison.Ordinal);
        }
        var others = guide.Where(a => a.Topic != "food").Select(a => $"/guide/{a.Id}");
        string[] lists = ["/guide", "/evidence", "/evidence/magnesium", "/risk-factors", "/search", "/what-helped"];
        foreach (var page in lists.Concat(others).Append($"/treatments/{loss.Id}").Append("/guide/offline-list"))
        {
            var text = await site.Http.GetStringAsync(page);
            Assert.All(closed, address => Assert.DoesNotContain($"\"{address}\"", text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Nothing_about_weight_is_among_the_risks_while_it_is_put_away_and_what_was_said_stays()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var said = new Mark
        {
            Id = Mark.IdOf(MarkKind.Risk, "weight"),
            Kind = MarkKind.Risk,
            Subject = "weight",
            Answer = "applies",
            Day = journal.Today,
        };
        await journal.RecordAsync(new Draft("mark").Add(said));
        await using var site = await Site.OfAsync(journal);
        string[] told =
        [
            "body weight above",
            "More weight and little movement",
            "Weight has many causes",
            "risk.weight",
        ];
        Assert.Contains(told[0], await site.Http.GetStringAsync("/risk-factors"), StringComparison.Ordinal);
        await TellAsync(journal, "eating disorder");
        var page = await site.Http.GetStringAsync("/risk-factors");
        Assert.All(told, text => Assert.DoesNotContain(text, page, StringComparison.Ordinal));
        await browser.VisitAsync(
            site,
            async visit =>
            {
                await visit.GoAsync("/risk-factors");
                await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = false }).ClickAsync();
                await visit.Page.WaitForLoadStateAsync();
            },
            scripts: false
        );
        Assert.Equal("applies", (await journal.FindAsync<Mark>(said.Id))?.Answer);
    }

    [Fact]
    public async Task A_test_of_a_diet_is_refused_before_the_questions_and_put_away_with_food()
    {
        var journal = await DemoJournal.NewAsync(clock: new FakeClock(DemoSite.Now));
        var diet = new Treatment { Name = "Without milk", Kind = TreatmentKind.Diet };
        await journal.RecordAsync(new Draft("treatment").Add(diet));
        await using var site = await Site.OfAsync(journal);
        var address = $"/experiments/new?treatment={diet.Id}";
        const string refused = "What was eaten is not tested from block to block.";
        Assert.Contains(refused, await site.Http.GetStringAsync(address), StringComparison.Ordinal);
        var gates = Gates.Read(new ContentFolder());
        await new GateBook(journal, gates, new MedicineCatalogue(new ContentFolder())).AnswerAsync(
            gates.Of("food.elimination").ToDictionary(g => g.Id, _ => false)
        );
        var open = await site.Http.GetStringAsync(address);
        Assert.DoesNotContain(refused, open, StringComparison.Ordinal);
        Assert.Contains("Without milk", open, StringComparison.Ordinal);
        await TellAsync(journal, "eating disorder");
        Assert.Contains(AwayText, await site.Http.GetStringAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_lets_go_of_what_is_put_away_before_it_could_show_it_with_no_network()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        Assert.Equal("[]", await site.Http.GetStringAsync("/put-away"));
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await OfflineTests.WithKeptPagesAsync(visit);
            await page.Context.SetOfflineAsync(false);
            foreach (var kept in new[] { "/programmes/food", "/programmes/food/caffeine", "/programmes/skills" })
                await visit.GoAsync(kept);
            await TellAsync(journal, "eating disorder");
            await OfflineTests.WithKeptPagesAsync(visit);
            foreach (var (kept, isThere) in new[] { ("food", false), ("food/caffeine", false), ("skills", true) })
                Assert.Equal(
                    isThere,
                    await page.EvaluateAsync<bool>(
                        "async path => Boolean(await (await caches.open('inomya-pages')).match(path))",
                        $"/programmes/{kept}"
                    )
                );
            await page.GotoAsync("/programmes/food/caffeine");
            await Expect(page.GetByText("affeine")).ToHaveCountAsync(0);
        });
    }

    [Fact]
    public async Task A_time_after_midnight_is_of_the_night_that_ends_the_day()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        var day = journal.Today.PlusDays(-2);
        foreach (var time in new[] { "00:30", "14:00" })
            await site.Http.PostAsJsonAsync(
                "/outbox",
                new
                {
                    fields = new[]
                    {
                        new[] { "_handler", "drink" },
                        ["what", "coffee"],
                        ["day", $"{day:uuuu-MM-dd}"],
                        ["time", time],
                        ["submission", $"{Guid.NewGuid()}"],
                    },
                }
            );
        var drinks = await journal.DrinksAsync(day, day);
        Assert.Equal(2, drinks.Count);
        Assert.All(drinks, d => Assert.Equal(day, journal.Days.DayOf(d.At!.Value)));
    }

    private static async Task<Experiment> TrialAsync(Journal journal)
    {
        var content = new ContentFolder();
        var other = await DemoJournal.NewAsync(empty: true);
        await new Inomya.Food.FoodTrialBook(
            other,
            new MeasureCatalogue(content),
            Inomya.Food.FoodTrialRules.Read(content)
        ).LockAsync("dairy", "pain", 21, "rule", null);
        return (await other.AllAsync<Experiment>())[0] with { Id = Guid.CreateVersion7() };
    }

    [Fact]
    public async Task Whoever_takes_the_condition_away_has_it_all_back()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await TellAsync(journal, "eating disorder");
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/food");
            await page.GetByRole(AriaRole.Link, new() { Name = "change your conditions" }).ClickAsync();
            await page.GetByLabel("Eating disorder", new() { Exact = false }).UncheckAsync();
            await page.Locator("form")
                .Filter(new() { HasText = "Eating disorder" })
                .GetByRole(AriaRole.Button)
                .ClickAsync();
            await visit.GoAsync("/relieve");
            await Expect(page.Locator("main a[href='/food']")).ToBeVisibleAsync();
            await visit.GoAsync("/food");
            await Expect(page.GetByText("Note a meal")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task Without_it_every_way_in_is_there()
    {
        await using var site = await Site.OfAsync(await DemoJournal.NewAsync(empty: true));
        foreach (var page in new[] { "/relieve", "/search" })
            Assert.Contains("href=\"/food\"", await site.Http.GetStringAsync(page), StringComparison.Ordinal);
    }
}
