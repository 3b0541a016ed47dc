using System.Text.RegularExpressions;
using Inomya.Backups;
using Inomya.Journals;
using Inomya.Web.Backups;
using Inomya.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests.Backups;

/// <summary>Backups that are made by themselves, set up by a person and told to a person.</summary>
public partial class BackupPlanTests(Browser browser)
{
    private static async Task<(Site Site, Journal Journal, string Data, string Copies)> StartAsync()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        return (
            await Site.OfAsync(journal),
            journal,
            Path.GetDirectoryName(journal.Store.Place.File)!,
            Directory.CreateTempSubdirectory("inomya-copies-").FullName
        );
    }

    /// <summary>As if it had been chosen on the page so many days ago.</summary>
    private static BackupPlan Plan(Site site, string data, string copies, int daysAgo)
    {
        var plan = new BackupPlan
        {
            Every = BackupEvery.Daily,
            Folder = copies,
            Key = site.Services.GetRequiredService<BackupSecrets>().Protect(BackupKey.NewRecoveryKey().OnPaper()),
            IsOnPaper = true,
            Since = SystemClock.Instance.GetCurrentInstant() - Duration.FromDays(daysAgo),
        };
        new FolderPlace(copies, plan.Id).Choose();
        plan.Write(data);
        return plan;
    }

    private static string[] CopiesIn(string folder) => Directory.GetFiles(folder, "*.backup");

    [Fact]
    public async Task A_person_makes_a_key_chooses_a_folder_and_has_a_copy_that_the_paper_opens()
    {
        var (site, _, data, copies) = await StartAsync();
        await using var _ = site;
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/backup/plan");
            await Expect(page.GetByText("First your recovery key")).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Recovery key" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Make a recovery key" }).ClickAsync();
            var paper = (await page.Locator(".secret").InnerTextAsync()).Trim();
            Assert.Matches(Paper(), paper);
            await Expect(page.GetByText("nobody can open your copies")).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();
            await visit.ScreenshotAsync("backup-key");
            await page.GetByLabel("The last 4 letters").FillAsync("0000");
            await page.GetByRole(AriaRole.Button, new() { Name = "I have it on paper" }).ClickAsync();
            await Expect(page.Locator("#errors")).ToContainTextAsync("not how the key ends");
            await page.GetByLabel("The last 4 letters").FillAsync(paper[^4..].ToLowerInvariant());
            await page.GetByRole(AriaRole.Button, new() { Name = "I have it on paper" }).ClickAsync();

            await page.GetByLabel("Every day").CheckAsync();
            await page.GetByLabel("Into which folder?").FillAsync(Path.Combine(copies, "not-there"));
            await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Expect(page.Locator("#errors")).ToContainTextAsync("is not there");
            await page.GetByLabel("Into which folder?").FillAsync(copies);
            await visit.ScreenshotAsync("backup-plan");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Expect(page.GetByText("Every day at 03:00")).ToBeVisibleAsync();

            await page.GetByRole(AriaRole.Button, new() { Name = "Make one now" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = copies })).ToBeVisibleAsync();
            await Backup.VerifyAsync(Assert.Single(CopiesIn(copies)), BackupKey.FromPaper(paper), data);

            await page.GetByRole(AriaRole.Button, new() { Name = "Try the newest one out" }).ClickAsync();
            await Expect(page.GetByText("20 of 20 pages and 5 of 5 counts were the same")).ToBeVisibleAsync();
            Assert.False(Path.Exists(Path.Combine(data, "drill")));
            await visit.AssertAccessibleAsync();
            await visit.AssertReflowsAsync();
            await visit.ScreenshotAsync("backup-state");
            Assert.DoesNotContain(paper, await page.ContentAsync(), StringComparison.Ordinal);
        });
        // the key is nowhere in the open beside the journal
        Assert.DoesNotMatch(Paper(), await File.ReadAllTextAsync(Path.Combine(data, "backup-plan.json")));
    }

    [Fact]
    public async Task A_run_that_was_missed_is_made_up_for_at_the_start_once_and_by_itself()
    {
        var (site, _, data, copies) = await StartAsync();
        await using var _ = site;
        Plan(site, data, copies, daysAgo: 3);
        await site.Services.GetRequiredService<BackupSchedule>().ApplyAsync();
        await UntilAsync(() => BackupLog.Read(data).GoodAt is not null);
        Assert.Single(CopiesIn(copies));
        // a further start finds nothing that was missed
        await site.Services.GetRequiredService<BackupSchedule>().ApplyAsync();
        Assert.True(
            BackupSchedule.DueAt(BackupPlan.Read(data), BackupLog.Read(data), DateTimeZone.Utc)
                > SystemClock.Instance.GetCurrentInstant()
        );
    }

    [Theory]
    // switched on at noon, never made: the next night
    [InlineData(BackupEvery.Daily, "2026-11-10T12:00:00Z", null, "2026-11-11T02:00:00Z")]
    // switched on before the hour of the same day
    [InlineData(BackupEvery.Daily, "2026-11-10T01:00:00Z", null, "2026-11-10T02:00:00Z")]
    [InlineData(BackupEvery.Daily, "2026-11-01T12:00:00Z", "2026-11-10T02:00:05Z", "2026-11-11T02:00:00Z")]
    // made by hand in the evening: that day's night is made too
    [InlineData(BackupEvery.Daily, "2026-11-01T12:00:00Z", "2026-11-10T20:00:00Z", "2026-11-11T02:00:00Z")]
    [InlineData(BackupEvery.Weekly, "2026-11-01T12:00:00Z", "2026-11-10T02:00:05Z", "2026-11-17T02:00:00Z")]
    // an older run from before it was switched off and on again does not count
    [InlineData(BackupEvery.Weekly, "2026-11-20T12:00:00Z", "2026-11-10T02:00:05Z", "2026-11-21T02:00:00Z")]
    // the clock goes on by an hour on 29 March: three in the morning is still three
    [InlineData(BackupEvery.Daily, "2026-03-01T12:00:00Z", "2026-03-28T02:00:05Z", "2026-03-29T01:00:00Z")]
    public void It_is_due_at_the_hour_of_the_person(BackupEvery every, string since, string? good, string due) =>
        Assert.Equal(
            At(due),
            BackupSchedule.DueAt(
                new BackupPlan { Every = every, Since = At(since) },
                new BackupLog { GoodAt = good is null ? null : At(good) },
                DateTimeZoneProviders.Tzdb["Europe/Madrid"]
            )
        );

    [Fact]
    public async Task A_run_that_failed_is_told_on_the_page_with_place_cause_and_age()
    {
        var (site, _, data, copies) = await StartAsync();
        await using var _ = site;
        Plan(site, data, copies, daysAgo: 1);
        var runs = site.Services.GetRequiredService<BackupRuns>();
        Assert.Null((await runs.RunAsync()).Failure);
        Directory.Delete(copies, recursive: true);
        Assert.NotNull((await runs.RunAsync()).Failure);
        var page = await site.Http.GetStringAsync("/backup");
        Assert.Contains($"The folder {copies} is not there", page, StringComparison.Ordinal);
        Assert.Contains("0 days ago", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_cannot_be_read_is_told_on_each_page_and_nothing_is_written_over_it()
    {
        var (site, _, data, copies) = await StartAsync();
        await using var _ = site;
        Assert.Empty(CopiesIn(copies));
        var file = Path.Combine(data, "backup-plan.json");
        await File.WriteAllTextAsync(file, "{");
        foreach (var path in (string[])["/backup", "/backup/key", "/backup/plan"])
            Assert.Contains("cannot be read", await site.Http.GetStringAsync(path), StringComparison.Ordinal);
        Assert.Equal("{", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task One_place_that_fails_keeps_no_other_from_its_copy_and_is_told()
    {
        var (site, _, data, copies) = await StartAsync();
        await using var _ = site;
        await using var store = await S3Store.StartAsync();
        var secrets = site.Services.GetRequiredService<BackupSecrets>();
        var settings = new S3Settings(
            store.Url,
            S3Store.Bucket,
            "",
            "us-east-1",
            S3Store.AccessKey,
            secrets.Protect("a")
        );
        (Plan(site, data, copies, daysAgo: 1) with { Store = settings }).Write(data);
        store.BreaksUploads = true;
        var log = await site.Services.GetRequiredService<BackupRuns>().RunAsync();
        Assert.Equal("store-no-answer", log.Failure!.Why);
        Assert.NotNull(log.GoodAt);
        Assert.Single(CopiesIn(copies));
        store.BreaksUploads = false;
        log = await site.Services.GetRequiredService<BackupRuns>().RunAsync();
        Assert.Null(log.Failure);
        Assert.Equal(2, log.Places.Count);
        // sealed: it begins as a backup does and holds no page of SQLite
        var there = store.Objects.Single(o => o.Key.EndsWith(".backup", StringComparison.Ordinal)).Value;
        Assert.Equal("INOMYABK"u8.ToArray(), there[..8]);
    }

    [Fact]
    public async Task A_copy_in_the_folder_is_put_back_without_typing_a_key()
    {
        var (site, journal, data, copies) = await StartAsync();
        await using var _ = site;
        Plan(site, data, copies, daysAgo: 0);
        await site.Services.GetRequiredService<BackupRuns>().RunAsync();
        await journal.RecordAsync(
            new Draft("checkin", null, journal.Today).Add(
                new Note
                {
                    Day = journal.Today,
                    Text = "later",
                    Source = "checkin",
                }
            )
        );
        using var client = new HttpClient { BaseAddress = new Uri(site.Url) };
        var form = (await MalformedTests.FormsAsync(client, "/backup")).Single(f =>
            f.Fields.Any(x => x.Name == "copy")
        );
        var copy = Path.GetFileName(Assert.Single(CopiesIn(copies)));
        using var sent = new FormUrlEncodedContent(
            form.Fields.Where(f => f.Name is "_handler" or "__RequestVerificationToken")
                .Select(f => KeyValuePair.Create(f.Name, f.Value))
                .Append(new("copy", $"{copies}|{copy}"))
                .Append(new("sure", "yes"))
        );
        using var answer = await client.PostAsync(new Uri("/backup", UriKind.Relative), sent);
        Assert.Contains("It is back", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var restored = await (await JournalStore.OpenAsync(JournalPlace.InFolder(data), SystemClock.Instance)).OfAsync(
            journal.Person.Id
        );
        Assert.Empty(await restored.NotesAsync(journal.Today, journal.Today));
    }

    private static Instant At(string text) => NodaTime.Text.InstantPattern.General.Parse(text).Value;

    /// <summary>What is waited for happens in the background; a test that waits in vain is ended from outside.</summary>
    private static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("([0-9A-Z]{4}-){13}[0-9A-Z]{4}")]
    private static partial Regex Paper();
}
