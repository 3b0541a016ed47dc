using System.Net;
using System.Net.Http.Json;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Treatments;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Web.Tests.Treatments;

/// <summary>Adding, changing and taking medicines, in a browser.</summary>
public class MedicinePagesTests(Browser browser)
{
    private static readonly LocalDate Today = new(2026, 11, 22);

    [Fact]
    public async Task A_medicine_is_found_while_typing_and_saved_with_its_times_and_the_check_speaks_at_once()
    {
        var (site, journal) = await StartAsync();
        await using var _ = site;
        await AddAsync(journal, "oxycodone", new DoseSchedule());
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/treatments/add");
            await visit.Page.GetByLabel("Name").PressSequentiallyAsync("lyri");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Lyrica" }).First.ClickAsync();
            await Assertions.Expect(visit.Page.GetByLabel("Name")).ToHaveValueAsync("Lyrica");
            await visit.Page.GetByLabel("One dose", new() { Exact = true }).FillAsync("75");
            await visit.Page.GetByLabel("Unit", new() { Exact = true }).FillAsync("mg");
            await visit.Page.GetByLabel("At what times?").FillAsync("8am, 20:30");
            await visit.AssertAccessibleAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

            await Assertions.Expect(visit.Page.GetByText("slow breathing").First).ToBeVisibleAsync();
            await Assertions
                .Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Lyrica" }).First)
                .ToContainTextAsync("75 mg, 2 times a day at 08:00, 20:30");
            await visit.AssertAccessibleAsync();
            await visit.ScreenshotAsync("medicine-added");
        });
        var course = Assert.Single(await journal.AllAsync<Course>(), c => c.Schedule.FirstDose == 75);
        Assert.Equal([new LocalTime(8, 0), new LocalTime(20, 30)], course.Schedule.Times);
    }

    [Fact]
    public async Task What_is_wrong_is_named_at_its_field_and_what_was_typed_stays()
    {
        var (site, journal) = await StartAsync();
        await using var _ = site;
        await AddAsync(journal, "duloxetine", new DoseSchedule());
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/treatments/add");
            await visit.Page.GetByLabel("Name").FillAsync("Duloxetine");
            await visit.Page.GetByLabel("One dose", new() { Exact = true }).FillAsync("60");
            await visit.Page.GetByLabel("At what times?").FillAsync("25:00");
            await visit.Page.GetByLabel("Until").FillAsync("2026-11-01");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            var errors = visit.Page.Locator("#errors");
            await Assertions.Expect(errors).ToContainTextAsync("A dose needs a unit");
            await Assertions.Expect(errors).ToContainTextAsync("Write times like");
            await Assertions.Expect(errors).ToContainTextAsync("The last day is before the first");
            await Assertions.Expect(visit.Page.GetByLabel("At what times?")).ToHaveValueAsync("25:00");

            await visit.Page.GetByLabel("Unit", new() { Exact = true }).FillAsync("mg");
            await visit.Page.GetByLabel("At what times?").FillAsync("8");
            await visit.Page.GetByLabel("Until").FillAsync("");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Assertions
                .Expect(visit.Page.Locator("#errors"))
                .ToContainTextAsync("You already take this in that time");
            Assert.Single(await journal.AllAsync<Course>());
        });
    }

    [Fact]
    public async Task Without_a_script_the_search_button_finds_and_a_name_that_is_not_on_the_list_can_be_checked_and_saved()
    {
        var (site, journal) = await StartAsync();
        await using var _ = site;
        await browser.VisitAsync(
            site,
            async visit =>
            {
                await visit.GoAsync("/treatments/add");
                await visit.Page.GetByLabel("Name").FillAsync("Cymb");
                await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Look for this name" }).ClickAsync();
                await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Cymbalta" }).ClickAsync();
                await Assertions.Expect(visit.Page.GetByLabel("Name")).ToHaveValueAsync("Cymbalta");

                await visit.Page.GetByLabel("Name").FillAsync("Grandmother's tea");
                await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Check it first" }).ClickAsync();
                await Assertions.Expect(visit.Page.GetByText("is not on our list").First).ToBeVisibleAsync();
                Assert.Empty(await journal.AllAsync<Course>());
                await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
                await Assertions
                    .Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Grandmother's tea" }).First)
                    .ToBeVisibleAsync();
            },
            scripts: false
        );
    }

    [Fact]
    public async Task The_doses_of_a_day_are_noted_with_one_tap_or_each_by_itself()
    {
        var (site, journal) = await StartAsync();
        await using var _ = site;
        await AddAsync(journal, "duloxetine", new DoseSchedule { Times = [new(8, 0), new(20, 0)] });
        await AddAsync(journal, "paracetamol", new DoseSchedule { MostPerDay = 1 }, needed: true);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/doses");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Left out: 20:00 duloxetine" }).ClickAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "All taken as planned" }).ClickAsync();
            await Assertions.Expect(visit.Page.GetByText("All of it is noted")).ToBeVisibleAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "I took one" }).ClickAsync();
            await Assertions.Expect(visit.Page.GetByText("You wrote down at most 1")).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();
            await visit.ScreenshotAsync("doses");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
            await Assertions.Expect(visit.Page.GetByText("Taken 0 times on this day")).ToBeVisibleAsync();
        });
        var intakes = await journal.IntakesAsync(Today, Today);
        Assert.Equal(
            [(1, IntakeStatus.Taken), (2, IntakeStatus.Skipped)],
            intakes.Select(i => (i.Slot!.Value, i.Status)).Order()
        );
    }

    [Fact]
    public async Task All_taken_means_what_is_due_on_the_day_and_adds_nothing_to_what_was_noted_dose_by_dose()
    {
        var (site, journal) = await StartAsync();
        await using var _ = site;
        var (_, weekly) = await AddAsync(
            journal,
            "methotrexate",
            new DoseSchedule { Weekdays = [Today.PlusDays(1).DayOfWeek] }
        );
        var (duloxetine, twice) = await AddAsync(
            journal,
            "duloxetine",
            new DoseSchedule { Times = [new(8, 0), new(20, 0)] }
        );
        await AddAsync(journal, "magnesium", new DoseSchedule());
        await journal.RecordAsync(
            new Draft("intake").Add(
                new Intake
                {
                    TreatmentId = duloxetine.Id,
                    CourseId = twice.Id,
                    Day = Today,
                    Slot = 2,
                    Status = IntakeStatus.Skipped,
                    Source = DayDoses.Source,
                }
            )
        );
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/checkin");
            await Assertions.Expect(visit.Page.GetByText("methotrexate")).ToHaveCountAsync(0);
            await Assertions
                .Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Noted dose by dose: duloxetine" }))
                .ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();
            await visit.ScreenshotAsync("checkin-by-dose");
            await visit.Page.GetByLabel("All taken as planned").CheckAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Assertions.Expect(visit.Page.GetByText("Saved.")).ToBeVisibleAsync();
            await visit.GoAsync("/");
            await Assertions.Expect(visit.Page.GetByText("Doses: all recorded")).ToBeVisibleAsync();
        });
        // a page kept from before still has the button
        await site.Http.PostAsJsonAsync(
            "/outbox",
            new
            {
                fields = new string[][]
                {
                    ["_handler", "taken"],
                    ["day", "2026-11-22"],
                    ["submission", Guid.NewGuid().ToString()],
                },
            },
            TestContext.Current.CancellationToken
        );
        var intakes = await journal.IntakesAsync(Today, Today);
        Assert.Equal(2, intakes.Count);
        Assert.DoesNotContain(intakes, i => i.CourseId == weekly.Id);
        Assert.Equal(IntakeStatus.Skipped, Assert.Single(intakes, i => i.CourseId == twice.Id).Status);
    }

    [Fact]
    public async Task A_weekly_medicine_entered_as_daily_is_asked_back_and_kept_when_it_is_said_to_be_right()
    {
        var (site, journal) = await StartAsync();
        await using var _ = site;
        await browser.VisitAsync(
            site,
            async visit =>
            {
                await visit.GoAsync("/treatments/add");
                await visit.Page.GetByLabel("Name").FillAsync("methotrexate");
                await visit.Page.GetByLabel("One dose", new() { Exact = true }).FillAsync("15");
                await visit.Page.GetByLabel("Unit", new() { Exact = true }).FillAsync("mg");
                await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
                await Assertions.Expect(visit.Page.GetByText("Usual is once a week")).ToBeVisibleAsync();
                await visit.AssertAccessibleAsync();
                await visit.ScreenshotAsync("dose-asked-back");
                Assert.Empty(await journal.AllAsync<Course>());
                await visit.Page.GetByLabel("Yes, it is as my pack or my doctor says").CheckAsync();
                await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
                await Assertions.Expect(visit.Page.GetByText("Ask today").First).ToBeVisibleAsync();
            },
            Screen.Narrow
        );
        Assert.Equal(15, Assert.Single(await journal.AllAsync<Course>()).Schedule.FirstDose);
    }

    [Fact]
    public async Task Before_one_more_is_recorded_the_page_says_when_the_last_was_and_the_tap_still_works()
    {
        var (site, journal) = await StartAsync();
        await using var _ = site;
        await AddAsync(journal, "ibuprofen", new DoseSchedule(), needed: true);
        await browser.VisitAsync(
            site,
            async visit =>
            {
                await visit.GoAsync("/doses");
                await visit.Page.GetByRole(AriaRole.Button, new() { Name = "I took one" }).ClickAsync();
                await Assertions
                    .Expect(visit.Page.GetByText("The labels we read say at least 4 hours between two"))
                    .ToBeVisibleAsync();
                await visit.AssertAccessibleAsync();
                await visit.ScreenshotAsync("dose-too-soon");
                await visit.Page.GetByRole(AriaRole.Button, new() { Name = "I took one" }).ClickAsync();
                await Assertions.Expect(visit.Page.GetByText("Taken 2 times on this day")).ToBeVisibleAsync();
                await visit.GoAsync("/checkin");
                await Assertions
                    .Expect(visit.Page.GetByText("dose by dose").Or(visit.Page.GetByText("ibuprofen")).First)
                    .ToBeVisibleAsync();
            },
            Screen.Narrow
        );
        Assert.Equal(2, (await journal.IntakesAsync(Today, Today)).Count);
    }

    [Fact]
    public async Task A_dose_changes_from_a_day_on_and_the_course_before_is_kept_with_its_reason()
    {
        var (site, journal) = await StartAsync();
        await using var _ = site;
        var (treatment, course) = await AddAsync(journal, "duloxetine", new DoseSchedule { Times = [new(8, 0)] });
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync($"/treatments/{treatment.Id}/change/{course.Id}");
            await Assertions.Expect(visit.Page.GetByLabel("One dose", new() { Exact = true })).ToHaveValueAsync("60");
            await visit.Page.GetByLabel("One dose", new() { Exact = true }).FillAsync("200");
            await visit.Page.GetByLabel("Why the one before ended").FillAsync("Not enough");
            await visit.AssertAccessibleAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Assertions.Expect(visit.Page.GetByText("200 mg").First).ToBeVisibleAsync();
            await Assertions.Expect(visit.Page.GetByText("ended: Not enough")).ToBeVisibleAsync();
            await Assertions.Expect(visit.Page.GetByText("new thing").First).ToBeVisibleAsync(); // above the label's most
            await visit.AssertAccessibleAsync();
            await visit.ScreenshotAsync("treatment");
        });
        Assert.Equal(
            [(60, Today.PlusDays(-1)), (200, (LocalDate?)null)],
            (await journal.AllAsync<Course>()).OrderBy(c => c.Start).Select(c => (c.Schedule.FirstDose!.Value, c.End))
        );
    }

    [Fact]
    public async Task Stock_side_effects_and_sessions_are_noted_on_the_page_of_a_treatment()
    {
        var (site, journal) = await StartAsync();
        await using var _ = site;
        var (medicine, _) = await AddAsync(journal, "duloxetine", new DoseSchedule { Times = [new(8, 0)] });
        var (massage, _) = await AddAsync(
            journal,
            "Massage",
            new DoseSchedule { EveryDays = 7 },
            kind: TreatmentKind.Therapy
        );
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync($"/treatments/{medicine.Id}");
            await visit.Page.GetByText("Count what is left").ClickAsync();
            await visit.Page.GetByLabel("How many are left today?").FillAsync("10");
            await visit
                .Page.Locator("form", new() { HasText = "How many make one dose?" })
                .GetByRole(AriaRole.Button, new() { Name = "Save" })
                .ClickAsync();
            await Assertions.Expect(visit.Page.GetByText("That lasts through 1 Dec 2026")).ToBeVisibleAsync();
            await Assertions.Expect(visit.Page.GetByText("Ask for a new pack by 24 Nov 2026")).ToBeVisibleAsync();
            await visit.Page.GetByText("Note a side effect").ClickAsync();
            await visit.Page.GetByLabel("What did you notice?").FillAsync("Dry mouth");
            await visit.Page.GetByLabel("How bad").FillAsync("4");
            await visit
                .Page.Locator("form", new() { HasText = "What did you notice?" })
                .GetByRole(AriaRole.Button, new() { Name = "Save" })
                .ClickAsync();
            await Assertions.Expect(visit.Page.GetByText("Dry mouth (4 of 10)")).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();

            await visit.GoAsync($"/treatments/{massage.Id}");
            await visit.Page.GetByLabel("Minutes").FillAsync("45");
            await visit.Page.GetByLabel("What it cost").FillAsync("40");
            await visit.Page.GetByLabel("Money").FillAsync("eur");
            await visit
                .Page.Locator("form", new() { HasText = "What it cost" })
                .GetByRole(AriaRole.Button, new() { Name = "Save" })
                .ClickAsync();
            await Assertions.Expect(visit.Page.GetByText("22 Nov 2026 · 45 min · 40 EUR")).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();
            await visit.AssertReflowsAsync();
        });
        Assert.Equal(
            (40m, "EUR"),
            Assert.Single((await journal.AllAsync<Cost>()).Select(c => (c.Amount!.Value, c.Currency)))
        );
    }

    [Fact]
    public async Task An_allergy_and_a_pregnancy_are_told_at_once_where_they_matter()
    {
        var (site, journal) = await StartAsync();
        await using var _ = site;
        await AddAsync(journal, "Tonmya", new DoseSchedule());
        await AddAsync(journal, "naproxen", new DoseSchedule());
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/allergies");
            await visit.Page.GetByLabel("To what?").FillAsync("Aleve");
            await visit
                .Page.Locator("form", new() { HasText = "To what?" })
                .GetByRole(AriaRole.Button, new() { Name = "Save" })
                .ClickAsync();
            await Assertions.Expect(visit.Page.GetByText("You noted that you must not have Aleve")).ToBeVisibleAsync();
            await visit.Page.GetByLabel("Pregnant", new() { Exact = true }).CheckAsync();
            await visit
                .Page.Locator("form", new() { HasText = "Heart block" })
                .GetByRole(AriaRole.Button, new() { Name = "Save" })
                .ClickAsync();
            await Assertions.Expect(visit.Page.Locator(".notice").GetByText("Tonmya").First).ToBeVisibleAsync();
            await Assertions.Expect(visit.Page.GetByLabel("Pregnant", new() { Exact = true })).ToBeCheckedAsync();
            await visit.AssertAccessibleAsync();
            await visit.ScreenshotAsync("allergies");
        });
    }

    [Fact]
    public async Task The_search_needs_the_page_it_stands_on_and_no_name_is_ever_in_an_address()
    {
        var (site, _) = await StartAsync();
        await using var __ = site;
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (
                await site.Http.PostAsync("/treatments/find", new FormUrlEncodedContent([new("name", "lyrica")]))
            ).StatusCode
        );
        Assert.NotEqual(HttpStatusCode.OK, (await site.Http.GetAsync("/treatments/find?name=lyrica")).StatusCode);
    }

    [Fact]
    public async Task Two_hundred_medicines_fit_the_pages()
    {
        var (site, journal) = await StartAsync();
        await using var _ = site;
        var draft = new Draft("medicine");
        foreach (var name in Enumerable.Range(1, 200).Select(n => $"Medicine {n}"))
        {
            var treatment = new Treatment { Name = name };
            draft
                .Add(treatment)
                .Add(
                    new Course
                    {
                        TreatmentId = treatment.Id,
                        Start = Today.PlusDays(-9),
                        Schedule = new() { Times = [new(8, 0)] },
                    }
                );
        }
        await journal.RecordAsync(draft);
        foreach (var path in (string[])["/treatments", "/doses", "/medicines"])
        {
            var answer = await site.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("Medicine 200", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private static async Task<(Site Site, Journal Journal)> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("inomya-medicines-").FullName;
        var store = await JournalStore.OpenAsync(JournalPlace.InFolder(folder), new FakeClock(DemoSite.Now));
        var person = await store.AddPersonAsync("Ana", "Europe/Madrid");
        var site = await Site.StartAsync(services => services.AddJournal(store, person.Id), folder: folder);
        return (site, await store.OfAsync(person.Id));
    }

    private static async Task<(Treatment, Course)> AddAsync(
        Journal journal,
        string name,
        DoseSchedule schedule,
        bool needed = false,
        TreatmentKind kind = TreatmentKind.Medicine
    )
    {
        var treatment = new Treatment { Name = name, Kind = kind };
        var course = new Course
        {
            TreatmentId = treatment.Id,
            Start = Today.PlusDays(-30),
            Schedule = schedule with { FirstDose = 60, Unit = "mg", AsNeeded = needed },
        };
        await journal.RecordAsync(new Draft("medicine", null, Today).Add(treatment).Add(course));
        return (treatment, course);
    }
}
