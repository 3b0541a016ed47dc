using Inomya.Journals;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Web.Tests.Medicines;

/// <summary>The medicine check and the evidence cards, in a browser.</summary>
public class MedicineCheckPagesTests(Browser browser)
{
    private static readonly LocalDate Today = new(2026, 11, 22);

    [Fact]
    public async Task A_finding_is_ticked_off_with_a_note_and_comes_back_when_the_list_changes()
    {
        var (site, journal) = await StartAsync();
        await using var _ = site;
        await TakeAsync(journal, "Lyrica", 150, 2);
        await TakeAsync(journal, "oxycodone", 10, 2);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/medicines");
            var card = visit.Page.Locator("section.card", new() { HasText = "Lyrica + oxycodone" }).First;
            await Assertions.Expect(card).ToContainTextAsync("slow breathing");
            await Assertions.Expect(card).ToContainTextAsync("Checked against a source");
            await visit.ScreenshotAsync("medicine-check");

            await card.GetByText("I have dealt with this").ClickAsync();
            await card.GetByLabel("Your note").FillAsync("My doctor knows");
            await card.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await visit.Page.GetByText("Dealt with", new() { Exact = true }).ClickAsync();
            await Assertions.Expect(visit.Page.GetByText("Your note: My doctor knows")).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();

            await TakeAsync(journal, "magnesium", 100, 1);
            await visit.GoAsync("/medicines");
            await Assertions.Expect(visit.Page.GetByText("My doctor knows")).ToHaveCountAsync(0);
            await Assertions
                .Expect(visit.Page.Locator("section.card", new() { HasText = "Lyrica + oxycodone" }).First)
                .ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task Without_a_medicine_it_says_so_and_never_that_all_is_safe()
    {
        var (site, _) = await StartAsync();
        await using var __ = site;
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/medicines");
            await Assertions.Expect(visit.Page.GetByText("No medicine or supplement")).ToBeVisibleAsync();
            await Assertions.Expect(visit.Page.GetByText("No finding does not mean it is safe")).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();
        });
    }

    [Fact]
    public async Task A_card_shows_guidelines_that_disagree_side_by_side()
    {
        var (site, _) = await StartAsync();
        await using var __ = site;
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/evidence");
            await visit.ScreenshotAsync("evidence");
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Pregabalin" }).ClickAsync();
            var table = visit.Page.GetByRole(AriaRole.Table);
            await Assertions.Expect(table).ToContainTextAsync("weakly for");
            await Assertions.Expect(table).ToContainTextAsync("advises against");
            await visit.ScreenshotAsync("evidence-pregabalin");
            await visit.AssertAccessibleAsync();
        });
    }

    [Theory]
    [InlineData("/medicines")]
    [InlineData("/evidence")]
    [InlineData("/evidence/pregabalin")]
    public async Task A_page_full_of_findings_fits_a_narrow_screen_at_double_text_size(string path)
    {
        var (site, journal) = await StartAsync();
        await using var _ = site;
        foreach (var name in (string[])["Lyrica", "oxycodone", "sertraline", "ibuprofen"])
            await TakeAsync(journal, name, 100, 1);
        await browser.VisitAsync(
            site,
            async visit =>
            {
                await visit.GoAsync(path);
                await visit.AssertReflowsAsync();
            },
            Screen.Narrow,
            Looks.Cookie("light", 200)
        );
    }

    private static async Task<(Site Site, Journal Journal)> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("inomya-safety-").FullName;
        var store = await JournalStore.OpenAsync(JournalPlace.InFolder(folder), new FakeClock(DemoSite.Now));
        var person = await store.AddPersonAsync("Ana", "Europe/Madrid");
        var site = await Site.StartAsync(services => services.AddJournal(store, person.Id), folder: folder);
        return (site, await store.OfAsync(person.Id));
    }

    private static Task TakeAsync(Journal journal, string name, double dose, double times)
    {
        var treatment = new Treatment { Name = name, Kind = TreatmentKind.Medicine };
        return journal.RecordAsync(
            new Draft("medicine", Guid.NewGuid().ToString(), Today)
                .Add(treatment)
                .Add(
                    new Course
                    {
                        TreatmentId = treatment.Id,
                        Start = Today.PlusDays(-30),
                        Schedule = new()
                        {
                            FirstDose = dose,
                            Unit = "mg",
                            TimesPerDay = times,
                        },
                    }
                )
        );
    }
}
