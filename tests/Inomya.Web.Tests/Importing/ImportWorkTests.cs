using System.Net;
using System.Text;
using Inomya.Journals;
using Inomya.Web.Hosting;
using Inomya.Web.Importing;
using Inomya.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests.Importing;

/// <summary>A file is brought in while the person does something else: whole or not at all, and never twice.</summary>
public class ImportWorkTests(Browser browser)
{
    private const string Table = "date,pain,stress\n2020-01-01,3,4\n2020-01-02,11,5\nyesterday,3,4\n";

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);

    private static string NewFolder() => Directory.CreateTempSubdirectory("inomya-bring-").FullName;

    private static Task<Site> SiteAsync(Journal journal, string data) =>
        Site.StartAsync(services => services.AddJournal(journal.Store, journal.Person.Id), data: data);

    /// <summary>A site whose journal is still being opened, so that an import has begun and cannot end.</summary>
    private static Task<Site> WaitingSiteAsync(string data) =>
        Site.StartAsync(
            services => services.AddJournal(new TaskCompletionSource<(JournalStore, Guid)>().Task),
            data: data
        );

    private static async Task<FileImport> SentAsync(Site site, Guid person, bool keep = false)
    {
        var uploads = site.Services.GetRequiredService<Uploads>();
        var id = await uploads.KeepAsync(new MemoryStream(Encoding.UTF8.GetBytes(Table)));
        return new FileImport
        {
            Id = id,
            Person = person,
            At = 1,
            File = "days.csv",
            KeepsFile = keep,
        };
    }

    private static Task BringAsync(Site site, FileImport import) =>
        site.Services.GetRequiredService<ImportWork>().Bring(import.Id, import)!;

    private static ImportFolder FolderOf(Site site) => site.Services.GetRequiredService<ImportFolder>();

    private static async Task<FileImport> EndedAsync(Site site, Guid id)
    {
        var folder = FolderOf(site);
        using var patience = new CancellationTokenSource(Long);
        while (folder.Find(id) is { Stage: ImportStage.Waiting or ImportStage.Running })
            await Task.Delay(20, patience.Token);
        return folder.Find(id)!;
    }

    private static async Task<int> EntriesAsync(Journal journal) =>
        (await journal.EntriesAsync(new(2020, 1, 1), new(2020, 1, 3))).Count;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_came_of_it_stays_on_the_page_until_it_was_read(bool scripts)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await SiteAsync(journal, NewFolder());
        await browser.VisitAsync(
            site,
            async visit =>
            {
                await BringOnPageAsync(visit.Page);
                await visit.GoAsync("/");
                await visit.GoAsync("/import");
                await Expect(visit.Page.GetByText("days.csv: 3 added, 0 already there, 0 corrected."))
                    .ToBeVisibleAsync();
                await Expect(visit.Page.GetByRole(AriaRole.Row, new() { Name = "3 pain 11 outside the scale" }))
                    .ToBeVisibleAsync();
                await visit.Page.GetByRole(AriaRole.Button, new() { Name = "I have read it: days.csv" }).ClickAsync();
                await Expect(visit.Page.GetByText("days.csv")).ToHaveCountAsync(0);
            },
            scripts: scripts
        );
        Assert.Equal(3, await EntriesAsync(journal));
    }

    private static async Task BringOnPageAsync(IPage page, bool keep = false)
    {
        await page.GotoAsync("/import");
        await page.GetByLabel("File", new() { Exact = true })
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "days.csv",
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes(Table),
                }
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Read the file" }).ClickAsync();
        if (keep)
            await page.GetByLabel("Keep the file here as it is").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "I have read it" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_whole_of_it_is_taken_back_with_one_tap_and_the_page_says_so()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await SiteAsync(journal, NewFolder());
        await browser.VisitAsync(site, async visit =>
        {
            await BringOnPageAsync(visit.Page);
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
            await Expect(visit.Page.GetByText("This was taken back.")).ToBeVisibleAsync();
            await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToHaveCountAsync(0);
        });
        Assert.Equal(0, await EntriesAsync(journal));
    }

    [Fact]
    public async Task A_restart_in_the_middle_begins_it_again_and_it_is_there_once()
    {
        var (journal, data) = (await DemoJournal.NewAsync(empty: true), NewFolder());
        Guid id;
        await using (var site = await WaitingSiteAsync(data))
        {
            var import = await SentAsync(site, journal.Person.Id);
            id = import.Id;
            Assert.False(BringAsync(site, import).IsCompleted);
        }
        await using var again = await SiteAsync(journal, data);
        var ended = await EndedAsync(again, id);
        Assert.Equal((ImportStage.Done, 3, 2), (ended.Stage, ended.Added, ended.Told!.RefusedCount));
        Assert.Equal(3, await EntriesAsync(journal));
        Assert.False(File.Exists(FolderOf(again).FileOf(id)));
    }

    [Fact]
    public async Task What_was_written_before_the_app_ended_is_not_written_twice_and_can_be_undone()
    {
        var (journal, data) = (await DemoJournal.NewAsync(empty: true), NewFolder());
        FileImport import;
        await using (var site = await WaitingSiteAsync(data))
        {
            import = await SentAsync(site, journal.Person.Id);
            _ = BringAsync(site, import);
        }
        // the journal had taken it in, and the app ended before it could say so
        await using (var other = await SiteAsync(journal, NewFolder()))
        {
            await other.Services.GetRequiredService<Uploads>().KeepAsync(new MemoryStream());
            var uploads = other.Services.GetRequiredService<Uploads>();
            File.Copy(Path.Combine(data, "uploads", "imports", $"{import.Id:N}"), uploads.PathOf(import.Id));
            await BringAsync(other, import);
        }
        var before = (await journal.ChangesAsync()).Count;
        await using var again = await SiteAsync(journal, data);
        var ended = await EndedAsync(again, import.Id);
        Assert.Equal((ImportStage.Done, 0, 3), (ended.Stage, ended.Added, ended.Same));
        Assert.Equal(before, (await journal.ChangesAsync()).Count);
        await journal.UndoAsync(ended.Change!.Value);
        Assert.Equal(0, await EntriesAsync(journal));
    }

    [Fact]
    public async Task One_that_ends_the_app_each_time_is_left_alone_and_told_with_one_tap_to_repeat()
    {
        var (journal, data) = (await DemoJournal.NewAsync(empty: true), NewFolder());
        FileImport import;
        await using (var site = await WaitingSiteAsync(data))
        {
            import = await SentAsync(site, journal.Person.Id);
            _ = BringAsync(site, import);
        }
        var state = Path.Combine(data, "uploads", "imports", $"{import.Id:N}.json");
        var text = await File.ReadAllTextAsync(state);
        Assert.Contains("\"Starts\":0", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(
            state,
            text.Replace("\"Starts\":0", "\"Starts\":2", StringComparison.Ordinal)
                .Replace("\"Waiting\"", "\"Running\"", StringComparison.Ordinal)
        );
        await using var again = await SiteAsync(journal, data);
        Assert.Equal(ImportStage.BrokenOff, (await EndedAsync(again, import.Id)).Stage);
        await browser.VisitAsync(again, async visit =>
        {
            await visit.GoAsync("/import");
            await Expect(visit.Page.GetByText("closed in the middle of it, twice")).ToBeVisibleAsync();
            Assert.Equal(0, await EntriesAsync(journal));
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
            await Expect(visit.Page.GetByText("3 added")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task One_that_was_stopped_leaves_nothing()
    {
        var (journal, data) = (await DemoJournal.NewAsync(empty: true), NewFolder());
        var opening = new TaskCompletionSource<(JournalStore, Guid)>();
        await using var site = await Site.StartAsync(services => services.AddJournal(opening.Task), data: data);
        var import = await SentAsync(site, journal.Person.Id);
        var work = BringAsync(site, import);
        await site.Services.GetRequiredService<ImportWork>().Cancel(import.Id).WaitAsync(Long);
        await work;
        opening.SetResult((journal.Store, journal.Person.Id));
        Assert.Equal(ImportStage.Cancelled, FolderOf(site).Find(import.Id)!.Stage);
        Assert.Equal(0, await EntriesAsync(journal));
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/import");
            await Expect(visit.Page.GetByText("You stopped it.")).ToBeVisibleAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "I have read it: days.csv" }).ClickAsync();
            await Expect(visit.Page.GetByText("days.csv")).ToHaveCountAsync(0);
        });
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(data, "uploads", "imports")));
    }

    [Fact]
    public async Task Another_persons_file_is_not_shown_and_its_buttons_do_nothing()
    {
        var (journal, data) = (await DemoJournal.NewAsync(empty: true), NewFolder());
        await using var site = await SiteAsync(journal, data);
        var other = await journal.Store.AddPersonAsync("Ben", "Europe/Madrid");
        await BringAsync(site, await SentAsync(site, other.Id, keep: true));
        var page = await site.Http.GetStringAsync(new Uri("/import", UriKind.Relative));
        Assert.DoesNotContain("days.csv", page, StringComparison.Ordinal);
        var theirs = Assert.Single(site.Services.GetRequiredService<KeptFiles>().Of(other.Id));
        using var answer = await site.Http.GetAsync(new Uri($"/import/kept/{theirs.Id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_file_is_kept_only_if_the_person_says_so_closed_to_others_and_can_be_deleted()
    {
        var (journal, data) = (await DemoJournal.NewAsync(empty: true), NewFolder());
        await using var site = await SiteAsync(journal, data);
        var folder = Path.Combine(data, "kept-files");
        await browser.VisitAsync(site, async visit =>
        {
            await BringOnPageAsync(visit.Page);
            Assert.False(Directory.Exists(folder));
            await journal.UndoAsync((await journal.ChangesAsync())[0].Id);
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "I have read it" }).ClickAsync();
            await BringOnPageAsync(visit.Page, keep: true);
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "I have read it" }).ClickAsync();
            var link = visit.Page.GetByRole(AriaRole.Link, new() { Name = "days.csv" });
            var kept = await visit.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
            Assert.Equal("days.csv", kept.SuggestedFilename);
            Assert.Equal(Table, await File.ReadAllTextAsync(await kept.PathAsync()));
            Assert.All(Directory.EnumerateFiles(folder).Prepend(folder), path =>
                Assert.NotEqual(true, PrivateFile.IsOpenToOthers(path))
            );
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Delete the file days.csv" }).ClickAsync();
            await Expect(link).ToHaveCountAsync(0);
        });
        Assert.Empty(Directory.EnumerateFiles(folder));
        Assert.Equal(3, await EntriesAsync(journal));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_in_words()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await SiteAsync(journal, NewFolder());
        var uploads = site.Services.GetRequiredService<Uploads>();
        var id = await uploads.KeepAsync(new MemoryStream("%PDF-1.7\n"u8.ToArray()));
        var import = new FileImport
        {
            Id = id,
            Person = journal.Person.Id,
            At = 1,
            File = "noise.csv",
        };
        await BringAsync(site, import);
        Assert.Equal(ImportStage.Refused, FolderOf(site).Find(id)!.Stage);
        var page = await site.Http.GetStringAsync(new Uri("/import", UriKind.Relative));
        Assert.Contains("This is a PDF", page, StringComparison.Ordinal);
    }
}
