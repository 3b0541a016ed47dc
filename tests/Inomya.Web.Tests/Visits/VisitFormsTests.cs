using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Visits;
using Inomya.Web.Offline;
using Inomya.Web.Tests.Support;
using Inomya.Web.Visits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests.Visits;

/// <summary>
/// The forms of a visit in two places, two languages and with no network: nothing is overwritten unseen, and nothing
/// typed is lost.
/// </summary>
public class VisitFormsTests(Browser browser)
{
    private static readonly ContentFolder Content = new();

    private static readonly Words English = new(Content),
        Spanish = new(Content, "es");

    private static async Task<(Journal Journal, Appointment Visit)> VisitAsync()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var visit = new Appointment { With = "Dr Vega", Day = journal.Today.PlusDays(3) };
        await journal.RecordAsync(new Draft("edit").Add(visit));
        return (journal, (await journal.FindAsync<Appointment>(visit.Id))!);
    }

    private static string[][] Form(Appointment visit, string handler, params string[][] fields) =>
        [
            ["_handler", handler],
            ["visit", $"{visit.Id}"],
            ["submission", $"{Guid.NewGuid()}"],
            .. fields,
        ];

    /// <summary>As a device does it with a second form that was filled in on top of one that is not sent yet.</summary>
    private static string[] OnTopOf(string[][] form) =>
        [KeptFields.Seen, JsonSerializer.Serialize(form.Where(f => f[0] is not ("seen" or "submission")))];

    private static async Task<string> SendAsync(Site site, string[][] fields)
    {
        using var answer = await site.Http.PostAsJsonAsync("/outbox", new { fields });
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<string> PageAsync(Site site, string path) =>
        WebUtility.HtmlDecode(await site.Http.GetStringAsync(path));

    /// <summary>The mark in the form of a page as it is now.</summary>
    private static async Task<string[]> SeenAsync(Site site, string path)
    {
        var page = await site.Http.GetStringAsync(path);
        return [KeptFields.Seen, page.Split("name=\"seen\" value=\"")[1].Split('"')[0]];
    }

    [Theory]
    [InlineData(VisitForms.Notes, "worry")]
    [InlineData(VisitForms.Back, "plan")]
    public async Task A_form_of_a_visit_that_is_gone_stays_on_the_device(string handler, string field)
    {
        var (journal, visit) = await VisitAsync();
        await journal.RecordAsync(new Draft("delete").Remove(visit));
        await using var site = await Site.OfAsync(journal);
        Assert.Contains("\"changed\"", await SendAsync(site, Form(visit, handler, [field, "typed"])));
        Assert.Empty(await journal.AllAsync<VisitNotes>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_typed_for_a_visit_that_is_gone_is_shown_and_saved_nowhere(bool scripts)
    {
        var (journal, visit) = await VisitAsync();
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(
            site,
            async window =>
            {
                var page = window.Page;
                await window.GoAsync($"/visit/{visit.Id}");
                await page.GetByLabel("What worries me most").FillAsync("the stairs");
                await journal.RecordAsync(new Draft("delete").Remove(visit));
                await SaveAsync(page);
                await Expect(page.GetByText("This visit is not there any more").First).ToBeVisibleAsync();
                await Expect(page.GetByText("the stairs", new() { Exact = true })).ToBeVisibleAsync();
                if (scripts)
                    await window.AssertAccessibleAsync();
            },
            scripts: scripts
        );
        Assert.Empty(await journal.AllAsync<VisitNotes>());
    }

    private static Task SaveAsync(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

    [Fact]
    public async Task What_was_ticked_for_a_visit_that_is_gone_is_shown()
    {
        var (journal, visit) = await VisitAsync();
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async window =>
        {
            var page = window.Page;
            await window.GoAsync($"/visit/{visit.Id}/in");
            await page.GetByLabel(English["visit.slip.test"], new() { Exact = true }).CheckAsync();
            await page.GetByLabel("What else we agreed").FillAsync("Walk a little");
            await journal.RecordAsync(new Draft("delete").Remove(visit));
            await SaveAsync(page);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = English["visit.slip.test"] }))
                .ToBeVisibleAsync();
            await Expect(page.GetByText("Walk a little")).ToBeVisibleAsync();
        });
        Assert.Empty(await journal.AllAsync<Agreement>());
    }

    [Fact]
    public async Task Pages_of_a_visit_that_is_gone_are_a_page_that_is_not_there()
    {
        var (journal, visit) = await VisitAsync();
        await journal.RecordAsync(new Draft("checkin").Add(PainOf(journal)));
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async window =>
        {
            window.ExpectedStatus = 404;
            var page = window.Page;
            await window.GoAsync($"/visit/{visit.Id}/pages");
            await journal.RecordAsync(new Draft("delete").Remove(visit));
            var answer = await page.RunAndWaitForResponseAsync(() => GoOnAsync(page), r => r.Request.Method == "POST");
            Assert.Equal(404, answer.Status);
            await Expect(page.Locator("h1")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task What_was_ticked_elsewhere_meanwhile_is_not_overwritten_and_the_same_twice_is_no_conflict()
    {
        var (journal, visit) = await VisitAsync();
        await using var site = await Site.OfAsync(journal);
        var stale = await SeenAsync(site, $"/visit/{visit.Id}/in");
        var first = Form(visit, VisitForms.Back, ["ticked", "test"], ["note-test", "blood"], ["plan", "A"], stale);
        Assert.Contains("\"to\"", await SendAsync(site, first));
        // a second device with the page of before
        Assert.Contains("\"conflict\"", await SendAsync(site, Form(visit, VisitForms.Back, ["plan", "B"], stale)));
        var again = first.Select(f => f[0] == "submission" ? ["submission", $"{Guid.NewGuid()}"] : f);
        Assert.Contains("\"to\"", await SendAsync(site, [.. again]));
        Assert.Equal("A", Assert.Single(await journal.AllAsync<VisitNotes>()).Plan);
        Assert.EndsWith(": blood", Assert.Single(await journal.AllAsync<Agreement>()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_the_visit_that_is_old_says_so_and_saves_only_once_it_was_seen()
    {
        var (journal, visit) = await VisitAsync();
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async window =>
        {
            var page = window.Page;
            await window.GoAsync($"/visit/{visit.Id}/in");
            await page.GetByLabel("The plan").FillAsync("mine");
            await new VisitBook(journal).NoteAsync(visit.Id, n => n with { Plan = "theirs" }, null);
            await SaveAsync(page);
            await Expect(page.GetByText("This was changed on another device meanwhile.")).ToBeVisibleAsync();
            await Expect(page.GetByLabel("The plan")).ToHaveValueAsync("mine");
            Assert.Equal("theirs", Assert.Single(await journal.AllAsync<VisitNotes>()).Plan);
            await SaveAsync(page);
            await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        });
        Assert.Equal("mine", Assert.Single(await journal.AllAsync<VisitNotes>()).Plan);
    }

    [Theory]
    [InlineData(VisitForms.Notes, "worry", "")]
    [InlineData(VisitForms.Back, "plan", "/in")]
    public async Task A_second_form_with_no_network_is_taken_on_top_of_the_first(
        string handler,
        string field,
        string page
    )
    {
        var (journal, visit) = await VisitAsync();
        await using var site = await Site.OfAsync(journal);
        var letters = site.Services.GetRequiredService<VisitRules>().Letters;
        var seen = await SeenAsync(site, $"/visit/{visit.Id}{page}");
        var first = Form(visit, handler, [field, new string('a', letters)], seen);
        // what it stands on is longer than any one field may be
        var second = Form(visit, handler, [field, "second"], OnTopOf(first));
        Assert.Contains("\"to\"", await SendAsync(site, first));
        Assert.Contains("\"to\"", await SendAsync(site, second));
        Assert.Contains("\"conflict\"", await SendAsync(site, Form(visit, handler, [field, "third"], OnTopOf(first))));
        var notes = Assert.Single(await journal.AllAsync<VisitNotes>());
        Assert.Equal("second", field == "plan" ? notes.Plan : notes.Worry);
    }

    [Fact]
    public async Task A_field_that_is_too_long_is_not_taken()
    {
        var (journal, visit) = await VisitAsync();
        await using var site = await Site.OfAsync(journal);
        var tooLong = new string('a', site.Services.GetRequiredService<VisitRules>().Letters + 1);
        foreach (var field in VisitForms.Fields)
            Assert.Contains("\"refused\"", await SendAsync(site, Form(visit, VisitForms.Notes, [field, tooLong])));
        foreach (var field in VisitForms.BackFields.Append(VisitForms.NoteField("test")))
            Assert.Contains("\"refused\"", await SendAsync(site, Form(visit, VisitForms.Back, [field, tooLong])));
        Assert.Empty(await journal.AllAsync<VisitNotes>());
    }

    [Fact]
    public async Task What_was_written_beside_a_tick_is_found_in_each_language_and_stays_as_it_was_ticked()
    {
        var (journal, visit) = await VisitAsync();
        var text = $"{Spanish["visit.slip.test"]}: sangre";
        await journal.RecordAsync(
            new Draft("visit").Add(
                new Agreement
                {
                    Id = Agreement.IdOf(visit.Id, "test"),
                    AppointmentId = visit.Id,
                    Text = text,
                    Item = "test",
                    State = AgreementState.Open,
                    Day = journal.Today,
                }
            )
        );
        await using var site = await Site.OfAsync(journal);
        Assert.Contains("value=\"sangre\"", await PageAsync(site, $"/visit/{visit.Id}/in"), StringComparison.Ordinal);
        await SendAsync(site, Form(visit, VisitForms.Back, ["ticked", "test"], ["note-test", "sangre"], ["plan", "A"]));
        Assert.Equal(text, Assert.Single(await journal.AllAsync<Agreement>()).Text);
        await SendAsync(site, Form(visit, VisitForms.Back, ["ticked", "test"], ["note-test", "urine"], ["plan", "A"]));
        Assert.Equal($"{English["visit.slip.test"]}: urine", Assert.Single(await journal.AllAsync<Agreement>()).Text);
    }

    [Fact]
    public async Task What_was_typed_on_top_of_an_older_page_comes_back_with_both_marks_of_that_page()
    {
        var (journal, visit) = await VisitAsync();
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async window =>
        {
            var page = window.Page;
            await window.GoAsync($"/visit/{visit.Id}");
            var marks = await MarksAsync(page);
            await page.GetByLabel("What worries me most").FillAsync("mine");
            await new VisitBook(journal).NoteAsync(visit.Id, n => n with { Worry = "theirs" }, null);
            await journal.RecordAsync(new Draft("checkin").Add(PainOf(journal)));
            await page.ReloadAsync();
            await Expect(page.GetByLabel("What worries me most")).ToHaveValueAsync("mine");
            Assert.Equal(marks, await MarksAsync(page));
            await SaveAsync(page);
            await Expect(page.GetByText("This was changed on another device meanwhile.")).ToBeVisibleAsync();
        });
        Assert.Equal("theirs", Assert.Single(await journal.AllAsync<VisitNotes>()).Worry);
    }

    private static Task<string[]> MarksAsync(IPage page) =>
        page.EvaluateAsync<string[]>(
            "() => ['seen', 'app-text'].map(name => document.querySelector(`[name=${name}]`).value)"
        );

    private static Entry PainOf(Journal journal) =>
        new()
        {
            Measure = "pain",
            Value = 4,
            ScaleLow = 0,
            ScaleTop = 10,
            Unit = "{score}",
            Day = journal.Today,
            Source = "checkin",
        };

    [Fact]
    public async Task Lines_struck_out_in_two_tabs_are_all_out_and_one_brought_back_is_back()
    {
        var (journal, visit) = await VisitAsync();
        await new VisitBook(journal).NoteAsync(
            visit.Id,
            n => n with { Worry = "planted worry", FirstQuestion = "planted question" },
            null
        );
        await journal.RecordAsync(new Draft("checkin").Add(PainOf(journal)));
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async window =>
        {
            var (page, other) = (window.Page, await window.Page.Context.NewPageAsync());
            await page.GotoAsync($"/visit/{visit.Id}/pages");
            await other.GotoAsync($"/visit/{visit.Id}/pages");
            await StrikeAsync(page, "planted worry");
            await StrikeAsync(other, "planted question");
            foreach (var planted in (string[])["planted worry", "planted question"])
                await Expect(Report(other).GetByText(planted)).ToHaveCountAsync(0);
            await other
                .Locator(".strike", new() { HasText = "planted worry" })
                .First.GetByRole(AriaRole.Checkbox)
                .UncheckAsync();
            await GoOnAsync(other);
            await Expect(Report(other).GetByText("planted worry").First).ToBeVisibleAsync();
            await Expect(Report(other).GetByText("planted question")).ToHaveCountAsync(0);
        });
    }

    private static ILocator Report(IPage page) => page.Locator("article.report");

    private static async Task StrikeAsync(IPage page, string text)
    {
        await page.Locator("summary").Filter(new() { HasText = "Strike out in: What" }).First.ClickAsync();
        await page.Locator(".strike", new() { HasText = text }).GetByRole(AriaRole.Checkbox).CheckAsync();
        await GoOnAsync(page);
        await Expect(page.Locator("summary").Filter(new() { HasText = "struck out" }).First).ToBeVisibleAsync();
    }

    private static Task GoOnAsync(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = "Show without what is ticked" }).Last.ClickAsync();

    [Fact]
    public async Task Pages_are_shared_under_a_name_that_says_nothing_of_health()
    {
        var (journal, visit) = await VisitAsync();
        await journal.RecordAsync(new Draft("checkin").Add(PainOf(journal)));
        await using var site = await Site.OfAsync(journal);
        var page = await PageAsync(site, $"/visit/{visit.Id}/pages");
        var name = page.Split("data-name=\"")[1].Split('"')[0];
        Assert.Matches(@"^inomya-\d{4}-\d\d-\d\d$", name);
    }
}
