using System.Net;
using System.Text;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests.Work;

/// <summary>A letter from ticks to the file that leaves: what is not seen does not go.</summary>
public class LetterPagesTests(Browser browser)
{
    /// <summary>What stands in the journal and has no business in a letter.</summary>
    private static readonly string[] Planted = ["Plantaginosis", "Secretamine", "gloomword", "panicword"];

    private static async Task<Journal> JournalAsync()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await journal.LiveInAsync("GB");
        var medicine = new Treatment { Name = Planted[1], Purpose = Planted[0] };
        var draft = new Draft("edit")
            .Add(medicine)
            .Add(new Course { TreatmentId = medicine.Id, Start = journal.Today.PlusDays(-60) })
            .Add(new HistoryItem { Kind = HistoryKind.Family, Text = Planted[0] })
            .Add(
                new Note
                {
                    Day = journal.Today,
                    Text = Planted[2],
                    Source = "checkin",
                }
            )
            .Add(
                new Worksheet
                {
                    Kind = "own-words",
                    Fields = Worksheet.Write([("text", Planted[3])]),
                    Day = journal.Today,
                }
            );
        for (var ago = 0; ago < 40; ago++)
            draft.Add(Rated(journal, "function", 5, ago)).Add(Rated(journal, "mood", 2, ago));
        await journal.RecordAsync(draft);
        return journal;
    }

    private static Entry Rated(Journal journal, string measure, double value, int ago) =>
        new()
        {
            Measure = measure,
            Value = value,
            ScaleLow = 0,
            ScaleTop = 10,
            Unit = "{score}",
            Day = journal.Today.PlusDays(-ago),
            Source = "checkin",
        };

    private static async Task<string> DownloadAsync(IPage page, string button)
    {
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync()
        );
        Assert.StartsWith("letter-", download.SuggestedFilename, StringComparison.Ordinal);
        return await download.PathAsync();
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [Fact]
    public async Task A_letter_goes_from_ticks_to_an_edited_file_that_holds_what_was_seen_and_nothing_else()
    {
        var journal = await JournalAsync();
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/work");
            await page.GetByRole(AriaRole.Link, new() { Name = "Write a letter" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
            await Expect(page.GetByText("Choose a letter.").First).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Radio, new() { Name = "Ask for changes at work" }).CheckAsync();
            await page.GetByRole(AriaRole.Checkbox, new() { Name = "Sitting for long" }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();

            await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "No, leave it out" })).ToBeCheckedAsync();
            await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "United Kingdom" })).ToBeCheckedAsync();
            await visit.AssertAccessibleAsync();
            await visit.AssertReflowsAsync();
            // nothing of the days goes in unless it is chosen, and the choice says all that goes in
            await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Nothing" })).ToBeCheckedAsync();
            await page.GetByRole(AriaRole.Radio, new() { Name = "how single activities went" }).CheckAsync();
            await page.GetByRole(AriaRole.Checkbox, new() { Name = "to take short breaks when I need them" })
                .CheckAsync();
            // to name it without words is asked about, and nothing ticked is lost
            await page.GetByRole(AriaRole.Radio, new() { Name = "Yes, with these words" }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Make the draft" }).ClickAsync();
            await Expect(page.GetByText("Write the words, or choose to leave it out.").First).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "to take short breaks when I need them" }))
                .ToBeCheckedAsync();
            await page.GetByRole(AriaRole.Radio, new() { Name = "No, leave it out" }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Make the draft" }).ClickAsync();

            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your letter" })).ToBeVisibleAsync();
            Assert.DoesNotContain("?", page.Url, StringComparison.Ordinal); // nothing ticked is in the address
            await visit.AssertAccessibleAsync();
            await visit.AssertReflowsAsync();
            await page.GetByLabel("Part 3 of").FillAsync("My own first words.");
            var pdf = await DownloadAsync(page, "Save as PDF");
            // what is in the boxes counts, and not what was kept with the file before
            await page.GetByLabel("Add something").FillAsync("One thing more.");
            await page.GetByText("Other ways").ClickAsync();
            var text = await File.ReadAllTextAsync(await DownloadAsync(page, "Save as text"));
            Assert.Equal(await ShownAsync(page), Bare(text));
            Assert.Equal("%PDF", Encoding.ASCII.GetString((await File.ReadAllBytesAsync(pdf))[..4]));
            foreach (
                var part in new[]
                {
                    "My own first words.",
                    "One thing more.",
                    "short breaks",
                    "40 of 90 days",
                    "Equality Act 2010",
                }
            )
                Assert.Contains(part, text, StringComparison.Ordinal);
            Assert.All(Planted.Append("Mood"), word =>
                Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase)
            );
        });
        // what left is what is kept
        var kept = Assert.Single(await journal.AllAsync<LetterDraft>());
        Assert.Contains("One thing more.", kept.Text, StringComparison.Ordinal);
        Assert.True((await journal.VersionsAsync<LetterDraft>(kept.Id)).Count >= 2);
    }

    /// <summary>What stands in the boxes.</summary>
    private static async Task<string> ShownAsync(IPage page) =>
        Bare(
            await page.EvaluateAsync<string>(
                "() => [...document.querySelectorAll('[data-letter] input[name=title], [data-letter] textarea')].map(box => box.value).join(' ')"
            )
        );

    [Theory]
    [InlineData("GB")]
    [InlineData("DE")]
    public async Task What_a_law_says_of_sick_notes_stands_with_the_notice_that_it_is_no_advice(string country)
    {
        await using var site = await Site.OfAsync(await DemoJournal.NewAsync(empty: true));
        var words = new Words(new ContentFolder());
        var page = WebUtility.HtmlDecode(await site.Http.GetStringAsync($"/work?country={country}"));
        var after = page[page.IndexOf(words[$"work.law.{country}.sick-note"], StringComparison.Ordinal)..];
        Assert.Contains(words["work.law.notice"], after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ideas_are_found_by_ticks_without_a_script_and_nothing_ticked_is_kept_or_in_the_address()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                await visit.GoAsync("/work");
                await page.GetByText("What is hard?").First.ClickAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Show ideas" }).ClickAsync();
                await Expect(page.GetByText("Tick at least one thing that is hard.").First).ToBeVisibleAsync();
                await page.GetByRole(AriaRole.Checkbox, new() { Name = "Sitting for long" }).CheckAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Show ideas" }).ClickAsync();
                await Expect(page.GetByText("Job Accommodation Network").First).ToBeVisibleAsync();
                Assert.DoesNotContain("pain", page.Url, StringComparison.Ordinal);
                await visit.GoAsync("/work");
                await page.GetByText("What is hard?").First.ClickAsync();
                await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Sitting for long" }))
                    .Not.ToBeCheckedAsync();
            },
            scripts: false
        );
        Assert.Empty(await journal.ChangesAsync());
    }

    private static async Task<LetterDraft> LetterAsync(Journal journal)
    {
        var letter = new LetterDraft
        {
            Day = journal.Today,
            Letter = "adjustments",
            Language = "en",
            Title = "Plantaginosis at work",
            Text = "First.\n\nSecond.",
        };
        await journal.RecordAsync(new Draft("letter").Add(letter));
        return (await journal.FindAsync<LetterDraft>(letter.Id))!;
    }

    [Fact]
    public async Task A_letter_that_is_gone_is_a_page_that_is_not_there_and_what_was_typed_comes_back_with_it()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var letter = await LetterAsync(journal);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            visit.ExpectedStatus = 404;
            var page = visit.Page;
            IPage[] tabs = [page, await page.Context.NewPageAsync(), await page.Context.NewPageAsync()];
            foreach (var tab in tabs)
                await tab.GotoAsync($"/work/letter/{letter.Id}");
            await page.GetByLabel("Part 1 of").FillAsync("My own first words.");
            var removed = await journal.RecordAsync(new Draft("delete").Remove(letter));
            foreach (var (tab, button) in tabs.Zip(["Save", "Save as PDF", "Delete this letter"]))
            {
                var answer = await tab.RunAndWaitForResponseAsync(
                    () => tab.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync(),
                    r => r.Request.Method == "POST"
                );
                Assert.Equal(404, answer.Status);
            }
            Assert.Equal(404, (await page.GotoAsync($"/work/letter/{letter.Id}"))!.Status);
            await Expect(page.Locator("h1")).ToBeVisibleAsync();
            await journal.UndoAsync(removed.Id);
            await visit.GoAsync($"/work/letter/{letter.Id}");
            await Expect(page.GetByLabel("Part 1 of")).ToHaveValueAsync("My own first words.");
        });
    }

    /// <summary>A phone that can share files, and remembers which.</summary>
    private const string Sharing = """
        window.shared = [];
        navigator.canShare = () => true;
        navigator.share = async given => { window.shared.push(...given.files.map(file => file.name)); };
        """;

    [Fact]
    public async Task A_letter_is_shared_under_a_neutral_name_and_a_page_in_its_place_is_not_shared()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var letter = await LetterAsync(journal);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await page.AddInitScriptAsync(Sharing);
            await page.RouteAsync("**/file.pdf", route =>
                route.FulfillAsync(new() { ContentType = "text/html", Body = "<p>Sign in</p>" })
            );
            await visit.GoAsync($"/work/letter/{letter.Id}");
            var share = page.Locator("[data-letter-share]");
            await share.ClickAsync();
            await Expect(page.Locator("[data-letter-said]")).Not.ToBeEmptyAsync();
            Assert.Empty(await page.EvaluateAsync<string[]>("() => window.shared"));
            await page.UnrouteAsync("**/file.pdf");
            await share.ClickAsync();
            await page.WaitForFunctionAsync("() => window.shared.length > 0");
            var name = Assert.Single(await page.EvaluateAsync<string[]>("() => window.shared"));
            Assert.Matches(@"^letter-\d{4}-\d\d-\d\d\.pdf$", name);
        });
    }
}
