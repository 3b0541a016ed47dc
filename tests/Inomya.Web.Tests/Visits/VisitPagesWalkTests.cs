using System.IO.Compression;
using System.Text;
using Inomya.Journals;
using Inomya.Vocabulary;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Testing;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests.Visits;

/// <summary>
/// The whole way of a visit in a real browser: prepared, struck out, taken along, brought back and asked back.
/// </summary>
public class VisitPagesWalkTests(Browser browser)
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0);

    private static async Task<Journal> PlantedAsync(NodaTime.IClock clock)
    {
        var journal = await DemoJournal.NewAsync(empty: true, clock);
        var treatment = new Treatment { Name = "Plantedol" };
        var draft = new Draft("edit")
            .Add(treatment)
            .Add(new Course { TreatmentId = treatment.Id, Start = journal.Today.PlusDays(-30) })
            .Add(new Allergy { Name = "Plantedin", Reaction = "rash" })
            .Add(
                new Note
                {
                    Day = journal.Today,
                    Text = "planted note",
                    Source = "checkin",
                }
            );
        for (var ago = 0; ago < 60; ago++)
            draft.Add(PainOf(journal.Today.PlusDays(-ago), 3 + (ago % 5)));
        await journal.RecordAsync(draft);
        return journal;
    }

    private static Entry PainOf(LocalDate day, double value) =>
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

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Report(IPage page) => page.Locator("article.report");

    private static async Task<byte[]> FileAsync(IPage page, string button)
    {
        var file = await page.RunAndWaitForDownloadAsync(() => Button(page, button).ClickAsync());
        return await File.ReadAllBytesAsync((await file.PathAsync())!);
    }

    private static async Task OpenAsync(IPage page, string summary) =>
        await page.Locator("summary").Filter(new() { HasText = summary }).First.ClickAsync();

    [Fact]
    public async Task A_visit_is_prepared_seen_struck_out_taken_along_brought_back_and_asked_back()
    {
        var clock = new FakeClock(Noon);
        var journal = await PlantedAsync(clock);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await PrepareAsync(visit);
            await StrikeOutAsync(visit);
            await TakeAlongAsync(visit, journal);
            await BringBackAsync(visit);
            clock.Advance(Duration.FromDays(3));
            await AnswerAsync(visit);
        });
        var notes = Assert.Single(await journal.AllAsync<VisitNotes>());
        Assert.Equal(("That it stays", "Is it the medicine?"), (notes.Worry, notes.FirstQuestion));
        Assert.Contains("Mine: I sleep less.", notes.Changed, StringComparison.Ordinal);
        Assert.Equal(
            [("A test or a referral was asked for: blood", true), ("Walk a little", true)],
            (await journal.AllAsync<Agreement>()).Select(a => (a.Text, a.State == AgreementState.Open)).Order()
        );
    }

    private static async Task PrepareAsync(Support.Visit visit)
    {
        var page = visit.Page;
        await visit.GoAsync("/care");
        await page.GetByRole(AriaRole.Link, new() { Name = "Prepare a visit" }).ClickAsync();
        await Button(page, "Go on").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync(); // with whom, and when
        await page.GetByLabel("With whom?").FillAsync("Dr Vega");
        await page.GetByLabel("Day", new() { Exact = true }).FillAsync("2026-11-30");
        await Button(page, "Go on").ClickAsync();
        var changed = page.GetByLabel("What changed since the last visit");
        await Expect(changed).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("Pain \\(0-10\\), average"));
        await changed.FillAsync("Mine: I sleep less.\nMine: I walk more.");
        await page.GetByLabel("What worries me most").FillAsync("That it stays");
        await page.GetByLabel("Question 1").FillAsync("Is it the medicine?");
        await page.ReloadAsync(); // nothing typed is lost
        await Expect(changed).ToHaveValueAsync("Mine: I sleep less.\nMine: I walk more.");
        await Button(page, "Save").ClickAsync();
        await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Your own words. They go on the page as yours.")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
    }

    private static async Task StrikeOutAsync(Support.Visit visit)
    {
        var page = visit.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "See the pages" }).ClickAsync();
        await Expect(Report(page)).ToContainTextAsync("My greatest worry: That it stays");
        await Expect(Report(page).Locator("#section-changed")).ToContainTextAsync("in my own words");
        await Expect(Report(page)).ToContainTextAsync("Plantedol");
        await Expect(page.GetByText("planted note")).ToHaveCountAsync(0);
        await OpenAsync(page, "Strike out in: Medicines");
        await page.Locator("#section-medicines").GetByLabel("Plantedol").First.CheckAsync();
        await OpenAsync(page, "Strike out in: Who");
        await page.Locator("#section-who").GetByLabel("Allergies").CheckAsync();
        await OpenAsync(page, "Strike out in: What changed");
        await page.Locator("#section-changed").GetByLabel("Mine: I walk more.").CheckAsync();
        await Button(page, "Show without what is ticked").Last.ClickAsync();
        await Expect(page.GetByText("lines struck out")).ToBeVisibleAsync();
        foreach (var word in (string[])["Plantedol", "Plantedin", "I walk more"])
            await Expect(Report(page).GetByText(word)).ToHaveCountAsync(0);
        await Expect(Report(page)).ToContainTextAsync("Mine: I sleep less.");
        await visit.AssertAccessibleAsync();
        await visit.AssertReflowsAsync();
        await visit.AssertBigTargetsAsync();
    }

    private static async Task TakeAlongAsync(Support.Visit visit, Journal journal)
    {
        var page = visit.Page;
        await OpenAsync(page, "Other files");
        var text = Encoding.UTF8.GetString(await FileAsync(page, "Plain text"));
        Assert.Contains("Mine: I sleep less.", text, StringComparison.Ordinal);
        var word = await WordAsync(page);
        foreach (var planted in (string[])["Plantedol", "Plantedin", "I walk more", "planted note"])
        {
            Assert.DoesNotContain(planted, text, StringComparison.Ordinal);
            Assert.DoesNotContain(planted, word, StringComparison.Ordinal);
        }
        // what is private is chosen for these pages and is not there the next time
        await OpenAsync(page, "Who reads it");
        await page.GetByLabel("My notes").CheckAsync();
        await Button(page, "Show the pages").ClickAsync();
        await Expect(Report(page)).ToContainTextAsync("planted note");
        // the journal changes in between: no file of what was not shown
        await journal.RecordAsync(new Draft("edit").Add(new Allergy { Name = "Afterwardsin" }));
        await journal.RecordAsync(new Draft("edit").Add(PainOf(journal.Today.PlusDays(-70), 10)));
        await Button(page, "Save as PDF").ClickAsync();
        await Expect(page.GetByText("Please look again")).ToBeVisibleAsync();
        await Expect(Report(page)).ToContainTextAsync("planted note");
        Assert.Equal("%PDF"u8.ToArray(), (await FileAsync(page, "Save as PDF"))[..4]);
        Assert.DoesNotContain("notes", new Uri(page.Url).Query, StringComparison.Ordinal);
        await visit.GoAsync(new Uri(page.Url).AbsolutePath);
        await Expect(page.GetByText("planted note")).ToHaveCountAsync(0);
        await Expect(page.GetByLabel("My notes")).Not.ToBeCheckedAsync();
        await Expect(Report(page).GetByText("Plantedol")).ToHaveCountAsync(0); // what is struck out stays so
    }

    private static async Task<string> WordAsync(IPage page)
    {
        using var bytes = new MemoryStream(await FileAsync(page, "Word, to edit"));
        await using var zip = new ZipArchive(bytes, ZipArchiveMode.Read);
        var all = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            all.Append(await reader.ReadToEndAsync());
        }
        return all.ToString();
    }

    private static async Task BringBackAsync(Support.Visit visit)
    {
        var page = visit.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "In the visit" }).ClickAsync();
        await page.GetByLabel("A test or a referral was asked for", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("What, or when (A test or a referral was asked for)").FillAsync("blood");
        await page.GetByLabel("What else we agreed").FillAsync("Walk a little");
        await page.GetByLabel("Day of the next visit").FillAsync("2027-01-12");
        await Button(page, "Save").ClickAsync();
        await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "All that was agreed" }).ClickAsync();
        await Expect(page.GetByText("A test or a referral was asked for: blood").First).ToBeVisibleAsync();
        await Expect(page.Locator(".doors").GetByRole(AriaRole.Link, new() { Name = "Dr Vega" })).ToHaveCountAsync(2);
    }

    private static async Task AnswerAsync(Support.Visit visit)
    {
        var page = visit.Page;
        await visit.GoAsync("/");
        await Expect(page.GetByText("this was agreed. How is it?")).ToHaveCountAsync(1);
        await Button(page, "Not yet").ClickAsync();
        await Expect(page.GetByText("this was agreed. How is it?")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_typed_with_no_network_is_sent_later_and_the_card_speaks_without_one()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var visit = new Appointment { With = "Dr Vega", Day = journal.Today.PlusDays(3) };
        await journal.RecordAsync(new Draft("edit").Add(visit));
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async window =>
        {
            var page = window.Page;
            await OfflineTests.WithKeptPagesAsync(window);
            await page.Context.SetOfflineAsync(false);
            await window.GoAsync($"/visit/{visit.Id}");
            await window.GoAsync($"/visit/{visit.Id}/in");
            await page.Context.SetOfflineAsync(true);
            await page.GotoAsync($"/visit/{visit.Id}");
            await page.GetByLabel("What worries me most").FillAsync("the stairs");
            await Button(page, "Save").ClickAsync();
            await Expect(page.GetByText("Kept on this device", new() { Exact = true })).ToBeVisibleAsync();
            await page.GotoAsync($"/visit/{visit.Id}/in");
            await page.GetByLabel("What else we agreed").FillAsync("Swim");
            await Button(page, "Save").ClickAsync();
            await Expect(page.GetByText("2 things are kept on this device")).ToBeVisibleAsync();
            await page.GotoAsync("/card");
            await page.Locator("#in-de").GetByRole(AriaRole.Link, new() { Name = "I lose my words" }).ClickAsync();
            await Expect(page.Locator("#fog-de p")).ToBeVisibleAsync();
            Assert.True(await FillsTheScreenAsync(page, "#fog-de"));
            await page.Locator("#fog-de").GetByRole(AriaRole.Link, new() { Name = "Close" }).ClickAsync();
            await Expect(page.Locator("#fog-de p")).ToBeHiddenAsync();
            await page.Context.SetOfflineAsync(false);
            await Expect(page.Locator("#unsent")).ToBeHiddenAsync();
        });
        Assert.Equal("the stairs", Assert.Single(await journal.AllAsync<VisitNotes>()).Worry);
        Assert.Equal("Swim", Assert.Single(await journal.AllAsync<Agreement>()).Text);
    }

    private static Task<bool> FillsTheScreenAsync(IPage page, string card) =>
        page.EvaluateAsync<bool>(
            """
            card => {
              const box = document.querySelector(card).getBoundingClientRect();
              return box.width >= innerWidth && box.height >= innerHeight && box.top === 0;
            }
            """,
            card
        );

    [Fact]
    public async Task A_large_sentence_is_for_everyone_and_in_Spanish_too()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(
            site,
            async visit =>
            {
                await visit.GoAsync("/phrases");
                await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Enseñar en grande" }).First.ClickAsync();
                await Expect(visit.Page.Locator(".spoken:target p")).ToBeVisibleAsync();
                foreach (var theme in Looks.Themes)
                {
                    await visit.WearAsync(theme);
                    await visit.AssertAccessibleAsync(coloursOnly: theme != Looks.Themes[0]);
                }
                await visit.AssertReflowsAsync();
            },
            look: "light.100.es"
        );
    }
}
