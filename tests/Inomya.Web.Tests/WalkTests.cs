using Inomya.Journals;
using Inomya.Web;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using NodaTime.Text;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests;

/// <summary>What a person does from end to end, in a real browser, with scripts and without.</summary>
public class WalkTests(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Check_in_see_it_on_the_day_import_a_file_read_the_finding_print_the_report(bool scripts)
    {
        var journal = await DemoJournal.NewAsync();
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                await visit.GoAsync("/");
                await page.Locator("main a[href='/checkin']").First.ClickAsync();
                await RateAsync(page, "How strong was your pain today?", "7");
                await page.GetByLabel("A note").FillAsync("Rain all day.");
                await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
                await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
                await Expect(page.GetByText("7 of 10").First).ToBeVisibleAsync();
                await Expect(page.GetByText("Rain all day.")).ToBeVisibleAsync();

                await visit.GoAsync("/import");
                await page.GetByLabel("File", new() { Exact = true })
                    .SetInputFilesAsync(
                        new FilePayload
                        {
                            Name = "days.csv",
                            MimeType = "text/csv",
                            Buffer = "date,pain,stress\n2020-01-01,3,4\n2020-01-02,11,5\nyesterday,3,4\n"u8.ToArray(),
                        }
                    );
                await page.GetByRole(AriaRole.Button, new() { Name = "Read the file" }).ClickAsync();
                await Expect(page.GetByText("3 would be added")).ToBeVisibleAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Take it in" }).ClickAsync();
                await Expect(page.GetByText("3 added, 0 already there, 0 corrected")).ToBeVisibleAsync();
                await Expect(page.GetByText("2 rows could not be taken in").First).ToBeVisibleAsync();
                await Expect(page.GetByRole(AriaRole.Row, new() { Name = "3 pain 11 outside the scale" }))
                    .ToBeVisibleAsync();

                await visit.GoAsync("/findings");
                await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Did too much" })).ToBeVisibleAsync();
                await Expect(page.GetByText("the next day").First).ToBeVisibleAsync();
                await page.GetByRole(AriaRole.Link, new() { Name = "Report for your doctor" }).ClickAsync();
                await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "How far to trust this" }))
                    .ToBeVisibleAsync();
                await visit.GoAsync("/report?for=employer");
                await Expect(page).ToHaveTitleAsync("Report: Employer");
                Assert.True((await page.PdfAsync(new() { PreferCSSPageSize = true, Tagged = true })).Length > 10_000);
            },
            scripts: scripts
        );
    }

    [Fact]
    public async Task A_bad_day_is_one_tap_and_can_be_undone()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "It is a bad day" }).ClickAsync();
            await Expect(visit.Page.GetByText("A bad day is recorded")).ToBeVisibleAsync();
            Assert.Equal("bad_day", Assert.Single(await journal.EntriesAsync(journal.Today, journal.Today)).Measure);

            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
            await Expect(visit.Page.GetByText("Undone.")).ToBeVisibleAsync();
            Assert.Empty(await journal.EntriesAsync(journal.Today, journal.Today));
        });
    }

    [Fact]
    public async Task Same_as_yesterday_takes_over_what_was_rated_and_nothing_else()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var yesterday = journal.Today.PlusDays(-1);
        await journal.RecordAsync(
            new Draft("checkin", day: yesterday)
                .Add(Pain(6, yesterday))
                .Add(
                    new Note
                    {
                        Day = yesterday,
                        Text = "only yesterday",
                        Source = "checkin",
                    }
                )
        );
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Same as yesterday" }).ClickAsync();
            await Expect(visit.Page.GetByText("6 of 10")).ToBeVisibleAsync();
        });
        Assert.Equal(6, Assert.Single(await journal.EntriesAsync(journal.Today, journal.Today)).Value);
        Assert.Empty(await journal.NotesAsync(journal.Today, journal.Today));
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_entry()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/checkin");
            await RateAsync(visit.Page, "How strong was your pain today?", "5");
            // two taps before the first answer is there: the page sends the same form twice
            var body = await visit.Page.EvaluateAsync<string>(
                """
                async () => {
                  const form = document.querySelector('form[data-keep]');
                  const send = () => fetch(form.action || location.href, { method: 'POST', body: new FormData(form) });
                  return (await Promise.all([send(), send(), send()])).map(r => r.status).join();
                }
                """
            );
            Assert.Equal("200,200,200", body);
        });
        Assert.Equal(5, Assert.Single(await journal.EntriesAsync(journal.Today, journal.Today)).Value);
    }

    [Fact]
    public async Task A_form_left_half_filled_is_there_again_after_a_reload_and_gone_once_saved()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/checkin");
            await RateAsync(visit.Page, "How tired were you?", "8");
            await visit.Page.GetByLabel("A note").FillAsync("half a thought");
            await visit.Page.ReloadAsync();
            await Expect(visit.Page.GetByLabel("A note")).ToHaveValueAsync("half a thought");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Expect(visit.Page.GetByText("8 of 10")).ToBeVisibleAsync();
            await visit.GoAsync("/checkin");
            await Expect(visit.Page.GetByText("We kept what you had typed")).ToHaveCountAsync(0);
        });
    }

    [Fact]
    public async Task A_wrong_number_is_named_and_nothing_typed_is_lost()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/checkin");
            await RateAsync(visit.Page, "How strong was your pain today?", "5");
            await visit.Page.GetByLabel("About how many hours did you sleep?").FillAsync("30");
            await visit.Page.GetByLabel("A note").FillAsync("still here");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Expect(visit.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("too high or too low");
            await Expect(visit.Page.GetByLabel("About how many hours did you sleep?")).ToHaveValueAsync("30");
            await Expect(visit.Page.GetByLabel("A note")).ToHaveValueAsync("still here");
            Assert.Empty(await journal.EntriesAsync(journal.Today, journal.Today));

            await visit.Page.GetByLabel("About how many hours did you sleep?").FillAsync("7,5");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Expect(visit.Page.GetByText("7.5 hours")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task A_past_day_can_be_filled_in_and_a_day_to_come_cannot()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var lastWeek = journal.Today.PlusDays(-7);
            await visit.GoAsync($"/checkin/{LocalDatePattern.Iso.Format(lastWeek)}");
            await RateAsync(visit.Page, "How strong was your pain today?", "2");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Expect(visit.Page.GetByText("2 of 10")).ToBeVisibleAsync();
            Assert.Single(await journal.EntriesAsync(lastWeek, lastWeek));

            visit.ExpectedStatus = 404;
            await visit.GoAsync($"/checkin/{LocalDatePattern.Iso.Format(journal.Today.PlusDays(1))}");
            await Expect(visit.Page.GetByText("That is not a day that can be filled in.")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task A_table_that_nobody_knows_is_taken_in_once_its_columns_are_named()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await ChooseAsync(
                visit,
                "Day;ouch;coffee;walk\n01.02.2020;3,5;0;yes\n02.02.2020;0;2;no\n13.02.2020;4;1;\n"
            );
            var ouch = visit.Page.GetByRole(AriaRole.Group, new() { Name = "ouch" });
            await ouch.GetByRole(AriaRole.Combobox).SelectOptionAsync("pain");
            await ouch.GetByRole(AriaRole.Checkbox).CheckAsync();
            await visit
                .Page.GetByRole(AriaRole.Group, new() { Name = "coffee" })
                .GetByRole(AriaRole.Combobox)
                .SelectOptionAsync("caffeine");
            var walk = visit.Page.GetByRole(AriaRole.Group, new() { Name = "walk" });
            await walk.GetByRole(AriaRole.Combobox).SelectOptionAsync("own");
            await walk.GetByText("Words in this column").ClickAsync();
            await walk.GetByLabel("yes", new() { Exact = true }).FillAsync("1");
            await walk.GetByLabel("no", new() { Exact = true }).FillAsync("0");
            await PressAsync(visit, "Look at it first");
            await Expect(visit.Page.GetByText("8 would be added")).ToBeVisibleAsync();
            await Expect(visit.Page.GetByRole(AriaRole.Row, new() { Name = "3.5" })).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();
            Assert.Empty(await journal.AllAsync<Entry>());
            await PressAsync(visit, "Take it in");
            await Expect(visit.Page.GetByText("8 added")).ToBeVisibleAsync();
        });
        Assert.Equal([3.5, 4.0], (await journal.PointsAsync(null, null)).Single(c => c.Measure == "pain").Values);
        Assert.Equal([1.0, 0.0], (await journal.PointsAsync(null, null)).Single(c => c.Measure == "own_walk").Values);
    }

    [Fact]
    public async Task Days_that_could_be_two_are_asked_about_and_nothing_of_a_bad_file_is_our_fault()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await ChooseAsync(visit, "Date,Pain\n03/04/2020,4\n04/05/2020,6\n");
            await visit
                .Page.GetByRole(AriaRole.Group, new() { Name = "Pain" })
                .GetByRole(AriaRole.Combobox)
                .SelectOptionAsync("pain");
            await PressAsync(visit, "Look at it first");
            await Expect(visit.Page.GetByText("The days could be read in two ways")).ToBeVisibleAsync();
            await visit.Page.GetByLabel("How are the days written?").SelectOptionAsync("d/M/yyyy");
            await PressAsync(visit, "Look at it first");
            await PressAsync(visit, "Take it in");
            await Expect(visit.Page.GetByText("2 added")).ToBeVisibleAsync();

            await ChooseAsync(visit, "Date,Pain\n46095,4\n");
            await PressAsync(visit, "Look at it first");
            await Expect(visit.Page.GetByText("days as a table program counts them")).ToBeVisibleAsync();
            await ChooseAsync(visit, "Date,Pain\n2026-03-14,\"never closed\n2026-03-15,4\n");
            await Expect(visit.Page.GetByText("opens at line 2 is never closed")).ToBeVisibleAsync();
        });
        Assert.Equal([new(2020, 4, 3), new(2020, 5, 4)], (await journal.AllAsync<Entry>()).Select(e => e.Day).Order());
    }

    [Fact]
    public async Task A_table_larger_than_the_page_holds_is_refused_in_words()
    {
        var folder = Directory.CreateTempSubdirectory("inomya-large-");
        var file = Path.Combine(folder.FullName, "large.csv");
        await File.WriteAllLinesAsync(
            file,
            Enumerable.Repeat($"2026-01-01,{new string('x', 1000)}", 66_000).Prepend("date,what")
        );
        await using var site = await Site.OfAsync(await DemoJournal.NewAsync(empty: true));
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/import");
            await visit.Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(file);
            await PressAsync(visit, "Read the file");
            await Expect(visit.Page.GetByText("This file is larger than 60 MB.")).ToBeVisibleAsync();
        });
        folder.Delete(recursive: true);
    }

    private static async Task ChooseAsync(Visit visit, string table)
    {
        await visit.GoAsync("/import");
        await visit
            .Page.GetByLabel("File", new() { Exact = true })
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "mine.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(table),
                }
            );
        await PressAsync(visit, "Read the file");
    }

    private static Task PressAsync(Visit visit, string button) =>
        visit.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    private static Entry Pain(double value, NodaTime.LocalDate day) =>
        new()
        {
            Measure = "pain",
            Value = value,
            ScaleLow = 0,
            ScaleTop = 10,
            Unit = "{score}",
            Day = day,
            Source = "checkin",
        };

    private static Task RateAsync(IPage page, string question, string step) =>
        page.GetByRole(AriaRole.Group, new() { Name = question })
            .GetByRole(AriaRole.Radio, new() { Name = step, Exact = true })
            .CheckAsync();
}
