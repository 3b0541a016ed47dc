using Inomya.Content;
using Inomya.Experiments;
using Inomya.Journals;
using Inomya.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Testing;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests.Experiments;

/// <summary>Self-experiments from suspicion to answer, on invented persons whose truth is known.</summary>
public class ExperimentTests(Browser browser)
{
    private const int PastDays = 60;

    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 2, 12, 0);

    /// <summary>One person with a clock of their own and a diary of two months.</summary>
    private sealed class Someone(int seed)
    {
        private readonly Random _random = new(seed);
        private double _carried;

        public FakeClock Clock { get; } = new(Noon);
        public Journal Journal { get; private set; } = null!;

        public static async Task<Someone> NewAsync(int seed)
        {
            var one = new Someone(seed);
            var store = await JournalStore.OpenAsync(
                JournalPlace.InFolder(Directory.CreateTempSubdirectory("inomya-web-").FullName),
                one.Clock
            );
            one.Journal = await store.OfAsync((await store.AddPersonAsync("Ana", "Europe/Madrid")).Id);
            for (var day = one.Journal.Today.PlusDays(-PastDays); day < one.Journal.Today; day = day.PlusDays(1))
                await one.LiveAsync(day, 0);
            return one;
        }

        /// <summary>
        /// A day as it was: pain around 5, each day a little like the one before, and what the thing tested adds.
        /// </summary>
        public Task LiveAsync(LocalDate day, double added)
        {
            _carried =
                0.4 * _carried + 0.9 * (_random.NextDouble() + _random.NextDouble() + _random.NextDouble() - 1.5) * 2;
            var pain = Math.Clamp(Math.Round(5 + _carried + added), 0, 10);
            var draft = new Draft("checkin", day: day).Add(
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
            );
            if (day < Noon.InUtc().Date)
                draft.Add(
                    new Entry
                    {
                        Measure = "caffeine",
                        Value = _random.Next(4),
                        Unit = "{cups}/d",
                        Day = day,
                        Source = "checkin",
                    }
                );
            return Journal.RecordAsync(draft);
        }

        /// <summary>The run as the app sees it today: a look that ended it is part of it.</summary>
        public async Task<ExperimentRun> RunAsync(Guid id) =>
            (
                await new ExperimentBook(
                    Journal,
                    new MeasureCatalogue(new ContentFolder()),
                    DesignRules.Read(new ContentFolder())
                ).FindAsync(id)
            )!;

        public Task<Site> SiteAsync() =>
            Site.StartAsync(services =>
                services.AddJournal(Journal.Store, Journal.Person.Id).AddSingleton(new SeedSource(() => 20_261_122))
            );
    }

    [Theory]
    [InlineData(-2.5, "It probably helps", true, true)]
    [InlineData(-2.5, "It probably helps", false, false)]
    [InlineData(0, "It probably does not help|It cannot be told", true, true)]
    [InlineData(2, "It probably makes it worse", true, true)]
    public async Task From_a_suspicion_in_two_taps_to_the_answer_that_is_true_of_the_person(
        double truth,
        string answers,
        bool scripts,
        bool mayEndEarly
    )
    {
        var someone = await Someone.NewAsync(seed: 7);
        await using var site = await someone.SiteAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                await visit.GoAsync("/experiments/new?factor=caffeine&of=pain&toward=less"); // as the findings page links it
                await Expect(page.GetByText("As little as you can: Cups of coffee or tea").First).ToBeVisibleAsync();
                await Expect(page.GetByText("It may end early.")).ToBeVisibleAsync();
                if (!mayEndEarly)
                {
                    await page.GetByText("Change the plan").ClickAsync();
                    await page.GetByRole(AriaRole.Checkbox, new() { Name = "Always go on to the last day" })
                        .CheckAsync();
                    await page.GetByRole(AriaRole.Button, new() { Name = "Work it out again" }).ClickAsync();
                    await Expect(page.GetByText("It goes on to the last day, whatever it shows.")).ToBeVisibleAsync();
                }
                await page.GetByRole(AriaRole.Button, new() { Name = "Lock it and start tomorrow" }).ClickAsync();
                await Expect(page.GetByText("Your test starts on")).ToBeVisibleAsync();

                var experiment = Assert.Single(await someone.Journal.AllAsync<Experiment>());
                var run = new ExperimentRun(experiment);
                Assert.True(run.IsIntact);
                Assert.Equal(mayEndEarly, run.Protocol.Boundary is not null);
                var keptInBrowser = 0;
                for (var day = run.Protocol.Start; day <= run.Protocol.End; day = day.PlusDays(1))
                {
                    someone.Clock.Reset(day.At(new LocalTime(12, 0)).InUtc().ToInstant());
                    run = await someone.RunAsync(experiment.Id);
                    if (run.PhaseOn(day) == Phase.Ended)
                        break;
                    var at = Period.DaysBetween(run.Protocol.Start, day);
                    if (at is 0 or 10 or 25)
                    {
                        await visit.GoAsync("/");
                        var card = page.Locator("#test-today");
                        await Expect(card)
                            .ToContainTextAsync(
                                run.IsWithOn(day) ? "As little as you can" : "Change nothing about this"
                            );
                        await card.GetByRole(AriaRole.Button, new() { Name = "As it says" }).ClickAsync();
                        await Expect(page.Locator("#test-today")).ToContainTextAsync("Recorded: as it says.");
                        keptInBrowser++;
                    }
                    if (at % 9 != 4)
                        await someone.LiveAsync(day, run.IsWithOn(day) ? truth : 0);
                }
                someone.Clock.Reset(run.Last.At(new LocalTime(12, 0)).InUtc().ToInstant());
                await visit.GoAsync($"/experiments/{experiment.Id}");
                await Expect(
                        page.GetByText(
                            mayEndEarly
                                ? "The numbers stay closed until it ends."
                                : "The numbers stay closed until the end."
                        )
                    )
                    .ToBeVisibleAsync();
                await Expect(page.Locator("#answer")).ToHaveCountAsync(0);
                Assert.Equal(
                    System.Net.HttpStatusCode.NotFound,
                    (await site.Http.GetAsync($"/experiments/{experiment.Id}/result.json")).StatusCode
                );

                someone.Clock.Reset(run.Last.PlusDays(1).At(new LocalTime(12, 0)).InUtc().ToInstant());
                await visit.GoAsync($"/experiments/{experiment.Id}");
                var said = await page.Locator("#answer h2").InnerTextAsync();
                Assert.Contains(said, answers.Split('|'));
                await Expect(page.Locator("#answer")).ToContainTextAsync($"As planned: {keptInBrowser}.");
                if (run.EndedBy is not null)
                    await Expect(page.Locator("#answer")).ToContainTextAsync("It ended early, after pair");
                if (scripts)
                    await visit.AssertAccessibleAsync();
                if (scripts)
                    await visit.AssertReflowsAsync();

                var csv = (await site.Http.GetStringAsync($"/experiments/{experiment.Id}/days.csv")).Split(
                    "\r\n",
                    StringSplitOptions.RemoveEmptyEntries
                );
                Assert.Equal(Period.DaysBetween(run.Protocol.Start, run.Last) + 2, csv.Length);
                Assert.StartsWith("date,block,pair,with,counts,outcome,kept", csv[0], StringComparison.Ordinal);
                Assert.Contains(csv, row => row.EndsWith(",,", StringComparison.Ordinal)); // a day that was not recorded stays empty
                Assert.Equal(
                    experiment.ProtocolHash,
                    Protocol.HashOf(await site.Http.GetStringAsync($"/experiments/{experiment.Id}/protocol.json"))
                );
                using var result = System.Text.Json.JsonDocument.Parse(
                    await site.Http.GetStringAsync($"/experiments/{experiment.Id}/result.json")
                );
                var p = mayEndEarly
                    ? result.RootElement.GetProperty("look").GetProperty("probability_of_improvement")
                    : result.RootElement.GetProperty("effect").GetProperty("randomisation").GetProperty("p");
                Assert.InRange(p.GetDouble(), 0, 1);
            },
            scripts: scripts
        );
    }

    [Fact]
    public async Task A_medicine_is_refused_with_the_reason_and_a_page_for_the_doctor_also_when_it_is_hidden_in_other_words()
    {
        var someone = await Someone.NewAsync(seed: 3);
        var medicine = new Treatment { Name = "Duloxetine", Kind = TreatmentKind.Medicine };
        await someone.Journal.RecordAsync(
            new Draft("medicine")
                .Add(medicine)
                .Add(
                    new Course
                    {
                        TreatmentId = medicine.Id,
                        Start = someone.Journal.Today.PlusDays(-40),
                        Schedule = new() { FirstDose = 30, Unit = "mg" },
                    }
                )
        );
        await using var site = await someone.SiteAsync();
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync($"/treatments/{medicine.Id}");
            await page.GetByRole(AriaRole.Link, new() { NameRegex = new("Test it ?: Duloxetine") }).ClickAsync();
            await Expect(page.GetByText("Only your doctor can plan such a test with you.")).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Lock it and start tomorrow" }))
                .ToHaveCountAsync(0);
            await page.GetByRole(AriaRole.Link, new() { Name = "A page to take to your doctor" }).ClickAsync();
            await Expect(page.GetByText("30 mg")).ToBeVisibleAsync();

            await visit.GoAsync("/experiments/new");
            await page.GetByLabel("What do you want to know?").FillAsync("Do my pills help?");
            await page.GetByLabel("With it: what do you do?").FillAsync("Take my duloxetine at night");
            await page.GetByLabel("Without it: what do you do?").FillAsync("Leave it out");
            await page.GetByRole(AriaRole.Button, new() { Name = "Work it out again" }).ClickAsync();
            await Expect(page.GetByText("Only your doctor can plan such a test with you.")).ToBeVisibleAsync();
            await Expect(page.GetByLabel("What do you want to know?")).ToHaveValueAsync("Do my pills help?");
        });
        Assert.Empty(await someone.Journal.AllAsync<Experiment>());
    }

    [Fact]
    public async Task With_a_helper_the_pages_tell_the_packet_and_nothing_else_until_it_is_stopped()
    {
        var someone = await Someone.NewAsync(seed: 5);
        await using var site = await someone.SiteAsync();
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/experiments/new");
            await page.GetByLabel("What do you want to know?").FillAsync("Does chamomile help?");
            await page.GetByLabel("With it: what do you do?").FillAsync("A cup of chamomile");
            await page.GetByLabel("Without it: what do you do?").FillAsync("A cup of rooibos");
            await page.GetByRole(AriaRole.Checkbox, new() { Name = "A helper prepares it" }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Work it out again" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Lock it and start tomorrow" }).ClickAsync();
            await page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
            var experiment = Assert.Single(await someone.Journal.AllAsync<Experiment>());
            someone.Clock.Advance(Duration.FromDays(1));

            await page.ReloadAsync();
            await Expect(page.Locator("#test-today")).ToContainTextAsync("Open packet 1.");
            Assert.DoesNotContain(
                "chamomile at",
                await page.Locator("#test-today").InnerTextAsync(),
                StringComparison.Ordinal
            );
            Assert.Equal(
                System.Net.HttpStatusCode.NotFound,
                (await site.Http.GetAsync($"/experiments/{experiment.Id}/protocol.json")).StatusCode
            );
            await page.GetByRole(AriaRole.Link, new() { Name = "For your helper only" }).ClickAsync();
            await Expect(page.GetByText("Knowing the list spoils it.")).ToBeVisibleAsync();
            await Expect(page.GetByText("A cup of rooibos")).ToHaveCountAsync(0);

            await visit.GoAsync($"/experiments/{experiment.Id}");
            await page.GetByText("Stop this test").ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Stop it" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("Write why");
            await page.GetByLabel("Why do you stop?").FillAsync("It makes me drowsy");
            await page.GetByRole(AriaRole.Button, new() { Name = "Stop it" }).ClickAsync();
            await Expect(page.GetByText("You stopped because: It makes me drowsy")).ToBeVisibleAsync();
            Assert.Equal(experiment.Protocol, Assert.Single(await someone.Journal.AllAsync<Experiment>()).Protocol);
        });
    }

    [Fact]
    public async Task A_plan_that_cannot_work_says_what_is_wrong_and_keeps_what_was_typed()
    {
        var someone = await Someone.NewAsync(seed: 5);
        await using var site = await someone.SiteAsync();
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/experiments/new?factor=caffeine&of=pain");
            await page.GetByText("Change the plan").ClickAsync();
            await page.GetByLabel("The least change that would matter to you").FillAsync("-1");
            await page.GetByLabel("Days until it works").FillAsync("9");
            await page.GetByRole(AriaRole.Button, new() { Name = "Work it out again" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("Use a number above zero.");
            await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("less than a block has");
            await Expect(page.GetByLabel("Days until it works")).ToHaveValueAsync("9");
        });
    }
}
