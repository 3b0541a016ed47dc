using System.Net;
using System.Text.RegularExpressions;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Testing;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests.SupportPacks;

/// <summary>Help near one: by country, others' words as others' words, old as old, and not one call from our side.</summary>
public partial class SupportPageTests(Browser browser, DemoSite demo)
{
    private const string Theirs = """
        country: GB
        maintained-by: "Example <b>Association</b>"
        expires: 2025-09-10
        entries:
          - id: evening-group
            kind: group
            name: "<script>alert(1)</script> Evening group"
            what:
              en: "Meets on Tuesdays."
            address: https://group.example/evening
            languages: [en]
            scope: region
            region: "Anyshire"
            costs: free
            source: "our own board"
            checked: 2025-06-01
            verified: seen
          - id: rumour
            kind: group
            name: "Group of hearsay"
            what:
              en: "Somebody said that there is one."
            address: https://rumour.example
            languages: [en]
            scope: country
            costs: unknown
            source: "nobody"
            checked: 2025-06-01
            verified: memory
        """;

    [Theory]
    [InlineData("en", "Associations", "How to tell good advice from bad")]
    [InlineData("es", "Asociaciones", "Cómo distinguir un buen consejo de uno malo")]
    public async Task On_a_phone_everyone_can_read_it_and_nothing_leaves_the_page(
        string language,
        string kind,
        string advice
    )
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                // what VisitAsync holds against a visit: any request to another host
                await visit.GoAsync("/support?country=GB");
                var page = visit.Page;
                await Expect(page.GetByRole(AriaRole.Heading, new() { Name = kind }).First).ToBeVisibleAsync();
                await Expect(page.GetByRole(AriaRole.Heading, new() { Name = advice })).ToBeVisibleAsync();
                await visit.AssertAccessibleAsync();
                await visit.AssertReflowsAsync();
                await visit.AssertBigTargetsAsync("main");
                await visit.ScreenshotAsync($"support-{language}");
                await AssertOpenedByThePersonAloneAsync(page);
            },
            look: $"light.100.{language}"
        );
    }

    /// <summary>Others' addresses stand in links only, which tell them nothing of where one came from.</summary>
    private static async Task AssertOpenedByThePersonAloneAsync(IPage page)
    {
        var outside = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('main a[href^=\"http\"]')].map(a => a.rel)"
        );
        Assert.True(outside.Length > 10);
        Assert.All(outside, rel => Assert.Contains("noreferrer", rel, StringComparison.Ordinal));
        var entries = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.support-item a[href^=\"http\"]')].map(a => a.rel)"
        );
        Assert.All(entries, rel => Assert.Contains("noopener", rel, StringComparison.Ordinal));
        Assert.Empty(
            await page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('[src], link[href], [srcset], [ping], iframe')].filter(e => /^https?:/.test(e.getAttribute('src') ?? e.getAttribute('href') ?? 'https:')).map(e => e.outerHTML)"
            )
        );
    }

    [Fact]
    public async Task Whose_country_is_not_known_is_asked_without_scripts_and_the_answer_is_not_kept()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                await visit.GoAsync("/support");
                await Expect(page.GetByText("No country is known for you.")).ToBeVisibleAsync();
                await Expect(page.GetByText("Pain Alliance Europe")).ToBeVisibleAsync();
                await page.GetByLabel("Which country?").SelectOptionAsync("Spain");
                await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
                await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "CONFESQ" })).ToBeVisibleAsync();
            },
            scripts: false
        );
        Assert.Null((await journal.Store.OfAsync(journal.Person.Id)).Country);
        Assert.Empty(await journal.ChangesAsync());
    }

    [Fact]
    public async Task A_country_that_nobody_looked_up_is_said_to_be_one_with_how_to_look_for_oneself()
    {
        var site = await demo.StartAsync();
        var page = await PageAsync(site, "/support?country=JP");
        Assert.Contains("Nothing was checked for this country", page, StringComparison.Ordinal);
        Assert.Matches(@"<details[^>]* open[^>]*>\s*<summary>How to look for yourself", page);
        Assert.DoesNotContain(
            "Nothing was checked",
            await PageAsync(site, "/support?country=GB"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_kind_of_which_nothing_was_found_is_named()
    {
        var page = await PageAsync(await demo.StartAsync(), "/support?country=AR");
        Assert.Contains("found and read: Associations, Services, Groups, Online.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_an_association_stands_beside_ours_with_its_name_and_its_age()
    {
        await using var site = await WithPacksAsync(("example.yaml", Theirs));
        var page = await PageAsync(site, "/support?country=GB");
        Assert.Contains("From the list of Example <b>Association</b>,", page, StringComparison.Ordinal);
        Assert.Contains("That was 14 months ago, so parts may no longer hold.", page, StringComparison.Ordinal);
        Assert.Contains("Fibromyalgia Action UK", page, StringComparison.Ordinal);
        Assert.Single(Marked().Matches(page));
        // old is shown all the same, and what nobody looked up is not
        Assert.Contains("Meets on Tuesdays.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("hearsay", page, StringComparison.Ordinal);
        Assert.DoesNotContain("rumour", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_wrote_is_text_and_never_part_of_the_page()
    {
        await using var site = await WithPacksAsync(("example.yaml", Theirs));
        var raw = await site.Http.GetStringAsync("/support?country=GB");
        Assert.DoesNotContain("<script>alert", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Association", raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_list_is_refused_with_its_line_and_the_page_is_whole()
    {
        await using var site = await WithPacksAsync(
            ("broken.yaml", Theirs.Replace("kind: group", "kind: club", StringComparison.Ordinal)),
            ("good.yaml", Theirs)
        );
        var page = await PageAsync(site, "/support?country=GB");
        Assert.Contains(
            "broken.yaml, line 6: \"kind\" is none of the words that may stand here",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("Meets on Tuesdays.", page, StringComparison.Ordinal);
        Assert.Contains("Fibromyalgia Action UK", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_is_put_right_is_shown_at_the_next_look()
    {
        var folder = Directory.CreateTempSubdirectory("inomya-packs-").FullName;
        var file = Path.Combine(folder, "example.yaml");
        await File.WriteAllTextAsync(file, Theirs.Replace("kind: group", "kind: club", StringComparison.Ordinal));
        await using var site = await WithFolderAsync(folder);
        Assert.Contains(
            "example.yaml, line 6: ",
            await PageAsync(site, "/support?country=GB"),
            StringComparison.Ordinal
        );
        await File.WriteAllTextAsync(file, Theirs);
        Assert.Contains("Meets on Tuesdays.", await PageAsync(site, "/support?country=GB"), StringComparison.Ordinal);
    }

    private static async Task<Site> WithPacksAsync(params (string Name, string Text)[] packs)
    {
        var folder = Directory.CreateTempSubdirectory("inomya-packs-").FullName;
        foreach (var (name, text) in packs)
            await File.WriteAllTextAsync(Path.Combine(folder, name), text);
        return await WithFolderAsync(folder);
    }

    private static async Task<Site> WithFolderAsync(string folder)
    {
        var journal = await DemoJournal.NewAsync(empty: true, new FakeClock(Instant.FromUtc(2026, 11, 22, 12, 0)));
        return await Site.StartAsync(
            services => services.AddJournal(journal.Store, journal.Person.Id),
            folder: folder,
            settings: usual => usual with { SupportFolder = folder }
        );
    }

    private static async Task<string> PageAsync(Site site, string path) =>
        WebUtility.HtmlDecode(await site.Http.GetStringAsync(path));

    [GeneratedRegex("It is not ours")]
    private static partial Regex Marked();
}
