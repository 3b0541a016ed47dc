using System.Net;
using Inomya.Journals;
using Inomya.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests;

/// <summary>A backup is made, taken along and put back without a command line.</summary>
public class BackupPageTests(Browser browser)
{
    private const string Passphrase = "four words on paper";

    private static Draft Bad(LocalDate day, double pain) =>
        new Draft("checkin", null, day).Add(
            new Entry
            {
                Measure = "pain",
                Value = pain,
                ScaleLow = 0,
                ScaleTop = 10,
                Day = day,
                Source = "checkin",
            }
        );

    private static async Task<string> DownloadAsync(IPage page, string passphrase)
    {
        await page.GotoAsync("/backup");
        await page.GetByLabel("A passphrase that locks it").FillAsync(passphrase);
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Button, new() { Name = "Make and download" }).ClickAsync()
        );
        Assert.EndsWith(".backup", download.SuggestedFilename, StringComparison.Ordinal);
        var file = Path.Combine(Directory.CreateTempSubdirectory("inomya-down-").FullName, download.SuggestedFilename);
        await download.SaveAsAsync(file);
        return file;
    }

    private static async Task RestoreAsync(IPage page, string file, string key)
    {
        await page.GotoAsync("/backup");
        await page.GetByLabel("The backup file").SetInputFilesAsync(file);
        await page.GetByLabel("Its passphrase or recovery key").FillAsync(key);
        await page.GetByLabel("Yes, put it in the place of this journal").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it back" }).ClickAsync();
    }

    [Fact]
    public async Task What_was_lost_after_the_backup_is_back_and_the_journal_that_was_here_is_kept()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await journal.RecordAsync(Bad(journal.Today, 7));
        await using var site = await Site.OfAsync(journal);
        var folder = Path.GetDirectoryName(journal.Store.Place.File)!;
        await browser.VisitAsync(site, async visit =>
        {
            var file = await DownloadAsync(visit.Page, Passphrase);
            await journal.RecordAsync(Bad(journal.Today.PlusDays(-1), 3));
            await RestoreAsync(visit.Page, file, Passphrase);
            await Expect(visit.Page.GetByText("It is back")).ToBeVisibleAsync();
            await visit.Page.GotoAsync($"/days/{journal.Today.PlusDays(-1):uuuu-MM-dd}");
            await Expect(visit.Page.GetByText("Nothing was recorded")).ToBeVisibleAsync();
        });
        var restored = await (
            await JournalStore.OpenAsync(JournalPlace.InFolder(folder), SystemClock.Instance)
        ).OfAsync(journal.Person.Id);
        var kept = Assert.Single(await restored.EntriesAsync(journal.Today.PlusDays(-1), journal.Today));
        Assert.Equal(7, kept.Value);
        Assert.Single(Directory.GetFiles(folder, "*.old"));
        Assert.Empty(Directory.GetFiles(folder, "*.backup"));
        Assert.NotNull(LastBackup.Read(folder));
    }

    [Theory]
    [InlineData("another passphrase", "This is not the key that this backup was made with. Nothing was changed.")]
    public async Task A_wrong_key_changes_nothing_and_says_so(string key, string said)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await journal.RecordAsync(Bad(journal.Today, 7));
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var file = await DownloadAsync(visit.Page, Passphrase);
            await journal.RecordAsync(Bad(journal.Today.PlusDays(-1), 3));
            await RestoreAsync(visit.Page, file, key);
            await Expect(visit.Page.GetByText(said)).ToBeVisibleAsync();
            await visit.Page.GotoAsync("/days");
            await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        });
        Assert.Equal(2, (await journal.EntriesAsync(journal.Today.PlusDays(-1), journal.Today)).Count);
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_refused_in_words()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        var file = Path.Combine(Directory.CreateTempSubdirectory("inomya-down-").FullName, "photo.jpg");
        await File.WriteAllTextAsync(file, "this is a picture");
        await browser.VisitAsync(site, async visit =>
        {
            await RestoreAsync(visit.Page, file, Passphrase);
            await Expect(visit.Page.GetByText("This file is not a backup of Inomya.")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task A_journal_that_is_being_written_is_not_replaced_and_the_page_says_to_try_again()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await journal.RecordAsync(Bad(journal.Today, 7));
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var file = await DownloadAsync(visit.Page, Passphrase);
            await journal.RecordAsync(Bad(journal.Today.PlusDays(-1), 3));
            await using var writer = new SqliteConnection($"Data Source={journal.Store.Place.File};Pooling=False");
            await writer.OpenAsync();
            await using var begun = await writer.BeginTransactionAsync();
            await visit.Page.GotoAsync("/backup");
            await RestoreAsync(visit.Page, file, Passphrase);
            await Expect(visit.Page.GetByText("is being read or written just now")).ToBeVisibleAsync();
        });
        Assert.Equal(2, (await journal.EntriesAsync(journal.Today.PlusDays(-1), journal.Today)).Count);
    }

    [Fact]
    public async Task A_backup_of_a_newer_version_is_refused_in_words_and_the_journal_goes_on()
    {
        var (newer, journal) = (await DemoJournal.NewAsync(empty: true), await DemoJournal.NewAsync(empty: true));
        await journal.RecordAsync(Bad(journal.Today, 7));
        var folder = Path.GetDirectoryName(newer.Store.Place.File)!;
        await using (var db = new SqliteConnection($"Data Source={newer.Store.Place.File};Pooling=False"))
        {
            await db.OpenAsync();
            await using var add = db.CreateCommand();
            add.CommandText = "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231000000_Later', '99.0.0')";
            await add.ExecuteNonQueryAsync();
        }
        var file = Path.Combine(folder, "newer.backup");
        var key = BackupKey.FromPassphrase(Passphrase);
        await Backup.WriteAsync(newer.Store.Place, file, key, folder, SystemClock.Instance);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await RestoreAsync(visit.Page, file, Passphrase);
            await Expect(visit.Page.GetByText("cannot be opened here")).ToBeVisibleAsync();
            await visit.GoAsync("/");
        });
        Assert.Single(await journal.EntriesAsync(journal.Today, journal.Today));
    }

    [Fact]
    public async Task A_short_passphrase_makes_no_backup()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.Page.GotoAsync("/backup");
            await visit.Page.GetByLabel("A passphrase that locks it").FillAsync("short");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Make and download" }).ClickAsync();
            await Expect(visit.Page.GetByText("At least 10 letters are needed.")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task A_passphrase_that_is_typed_is_not_kept_on_the_device()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.Page.GotoAsync("/backup");
            await visit.Page.GetByLabel("A passphrase that locks it").FillAsync(Passphrase);
            await visit.Page.GetByLabel("Its passphrase or recovery key").FillAsync(Passphrase);
            await visit.Page.ReloadAsync();
            var kept = await visit.Page.EvaluateAsync<string>("JSON.stringify({ ...localStorage })");
            Assert.DoesNotContain(Passphrase, kept, StringComparison.Ordinal);
            await Expect(visit.Page.GetByLabel("A passphrase that locks it")).ToHaveValueAsync("");
        });
    }

    [Fact]
    public async Task Where_others_have_journals_too_nobody_takes_theirs_along()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await journal.Store.AddPersonAsync("Ben", "Europe/Madrid");
        await using var site = await Site.OfAsync(journal);
        var page = await site.Http.GetStringAsync("/backup");
        Assert.Contains("Ask them.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Make and download", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_site_cannot_make_one()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        using var form = new FormUrlEncodedContent([new("passphrase", Passphrase)]);
        using var answer = await site.Http.PostAsync("/backup/file", form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
