using System.Data.Common;
using System.Net;
using System.Net.Http.Json;
using Inomya.Journals;
using Inomya.Web.Hosting;
using Inomya.Web.Shell;
using Inomya.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Inomya.Web.Tests;

/// <summary>A file that is damaged, a disk that is full: told as what it is, with what helps.</summary>
public class StorageTroubleTests
{
    private const string Damaged = "The journal file is damaged",
        Safe = "What you saved before is safe",
        Passphrase = "warm blanket and tea";

    [Fact]
    public async Task A_journal_damaged_in_the_middle_is_found_at_the_start_written_to_no_more_and_put_right_by_a_backup()
    {
        var journal = await DemoJournal.NewAsync();
        var place = journal.Store.Place;
        var backup = Path.Combine(Path.GetDirectoryName(place.File)!, "before.backup");
        await Backup.WriteAsync(
            place,
            backup,
            BackupKey.FromPassphrase(Passphrase),
            Path.GetDirectoryName(place.File)!,
            journal.Store.Clock
        );
        await DamageAsync(place.File!, "entries");
        await using var site = await Site.OfAsync(journal);
        await CheckedAsync(site);

        var changes = await CountAsync(place.File!, "changes");
        Assert.Contains(Damaged, await site.Http.GetStringAsync("/look"), StringComparison.Ordinal);
        await AssertSaidAsync(await site.Http.GetAsync("/"));
        using (var refused = await BadDayAsync(site, journal))
            Assert.Equal(HttpStatusCode.InternalServerError, refused.StatusCode);
        Assert.Equal(changes, await CountAsync(place.File!, "changes"));

        await RestoreAsync(site, backup);
        Assert.DoesNotContain(Damaged, await site.Http.GetStringAsync("/"), StringComparison.Ordinal);
        using (var taken = await BadDayAsync(site, journal))
            taken.EnsureSuccessStatusCode();
        Assert.Equal(changes + 1, await CountAsync(place.File!, "changes"));
    }

    [Fact]
    public async Task A_journal_that_is_damaged_while_it_is_served_is_written_to_no_more_once_that_is_seen()
    {
        var journal = await DemoJournal.NewAsync();
        await using var site = await Site.OfAsync(journal);
        await CheckedAsync(site);
        await DamageAsync(journal.Store.Place.File!, "entries");
        await AssertSaidAsync(await site.Http.GetAsync("/"));
        var error = await Assert.ThrowsAsync<JournalStorageException>(() => journal.LiveInAsync("ES"));
        Assert.Equal(StorageTrouble.Damaged, StorageTroubles.Of(error));
        Assert.Contains("nothing was changed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_not_even_the_person_can_be_read_the_page_of_backups_is_still_there()
    {
        var journal = await DemoJournal.NewAsync();
        await DamageAsync(journal.Store.Place.File!, "people");
        await using var site = await Site.OfAsync(journal);
        await AssertSaidAsync(await site.Http.GetAsync("/"));
        var page = await site.Http.GetStringAsync("/backup");
        Assert.Contains("type=\"file\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_called_full_and_what_was_there_can_be_read()
    {
        var made = await DemoJournal.NewAsync();
        var file = made.Store.Place.File!;
        JournalPlace.CloseFiles();
        var pages = (int)await AskAsync(file, "PRAGMA page_count");
        var store = await JournalStore.OpenAsync(JournalPlace.InFile(file, new FewPages(pages)), made.Store.Clock);
        var journal = await store.OfAsync(made.Person.Id);
        await using var site = await Site.OfAsync(journal);
        using var answer = await SendAsync(
            site,
            ["_handler", "checkin"],
            ["day", IsoDay.Iso(journal.Today)],
            ["note", new string('x', 1_000_000)],
            ["submission", Guid.NewGuid().ToString()]
        );
        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.StatusCode);
        Assert.Contains("There is no room left", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Damaged, await site.Http.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SqliteError.Corrupt, StorageTrouble.Damaged)]
    [InlineData(SqliteError.NoDatabase, StorageTrouble.Damaged)]
    [InlineData(SqliteError.Full, StorageTrouble.Full)]
    [InlineData(SqliteError.ReadOnly, StorageTrouble.ReadOnly)]
    [InlineData(SqliteError.Busy, StorageTrouble.Away)]
    [InlineData(SqliteError.Constraint, null)]
    public void What_the_file_says_is_told_apart(int code, StorageTrouble? trouble) =>
        Assert.Equal(
            trouble,
            StorageTroubles.Of(new InvalidOperationException("outer", new SqliteException("inner", code)))
        );

    [Theory]
    [InlineData("53100", StorageTrouble.Full)]
    [InlineData("XX001", StorageTrouble.Damaged)]
    [InlineData("25006", StorageTrouble.ReadOnly)]
    [InlineData("57P01", StorageTrouble.Away)]
    [InlineData("23505", null)]
    public void What_a_server_says_is_told_apart(string state, StorageTrouble? trouble) =>
        Assert.Equal(trouble, StorageTroubles.Of(new Npgsql.PostgresException("text", "ERROR", "ERROR", state)));

    [Theory]
    [InlineData(SqliteError.ReadOnly, HttpStatusCode.InternalServerError, "The journal cannot be written")]
    [InlineData(SqliteError.Busy, HttpStatusCode.ServiceUnavailable, "The journal does not answer")]
    [InlineData(SqliteError.Full, HttpStatusCode.InsufficientStorage, "There is no room left")]
    [InlineData(SqliteError.Constraint, HttpStatusCode.InternalServerError, "Something went wrong")]
    public async Task Each_trouble_has_words_of_its_own(int code, HttpStatusCode status, string title)
    {
        await using var site = await Site.StartAsync(routes: app =>
            Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(app, "/boom", () =>
            {
                throw new SqliteException("no", code);
            })
        );
        using var answer = await site.Http.GetAsync("/boom");
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(title, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task CheckedAsync(Site site) =>
        site.Services.GetServices<IHostedService>().OfType<JournalCheck>().Single().ExecuteTask!;

    private static async Task AssertSaidAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var html = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            Assert.Contains(Damaged, html, StringComparison.Ordinal);
            Assert.Contains("href=\"/backup\"", html, StringComparison.Ordinal);
            Assert.DoesNotContain(Safe, html, StringComparison.Ordinal);
        }
    }

    private static Task<HttpResponseMessage> BadDayAsync(Site site, Journal journal) =>
        SendAsync(
            site,
            ["_handler", "quick"],
            ["quick", "bad-day"],
            ["day", IsoDay.Iso(journal.Today)],
            ["submission", Guid.NewGuid().ToString()]
        );

    private static Task<HttpResponseMessage> SendAsync(Site site, params string[][] fields) =>
        site.Http.PostAsJsonAsync("/outbox", new { fields });

    private static async Task RestoreAsync(Site site, string backup)
    {
        using var client = new HttpClient { BaseAddress = new Uri(site.Url) };
        var form = (await MalformedTests.FormsAsync(client, "/backup")).Single(f =>
            f.Fields.Any(x => x.Name == "file")
        );
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in form.Fields.Where(f => f.Name is "_handler" or "__RequestVerificationToken"))
            content.Add(new StringContent(value), name);
        content.Add(new StringContent(Passphrase), "key");
        content.Add(new StringContent("yes"), "sure");
        content.Add(new ByteArrayContent(await File.ReadAllBytesAsync(backup)), "file", "before.backup");
        using var answer = await client.PostAsync(new Uri("/backup", UriKind.Relative), content);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(
            html.Contains("It is back", StringComparison.Ordinal),
            html[html.IndexOf("<main", StringComparison.Ordinal)..]
        );
    }

    /// <summary>Overwrites the first page of a table, as a disk that loses a block does.</summary>
    private static async Task DamageAsync(string file, string table)
    {
        await AskAsync(file, "PRAGMA wal_checkpoint(TRUNCATE)");
        var page = await AskAsync(
            file,
            $"SELECT rootpage FROM sqlite_master WHERE type = 'table' AND name = '{table}'"
        );
        var size = await AskAsync(file, "PRAGMA page_size");
        JournalPlace.CloseFiles();
        await using var open = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        open.Seek((page - 1) * size, SeekOrigin.Begin);
        open.Write(Enumerable.Repeat((byte)0xA5, (int)size).ToArray());
    }

    private static Task<long> CountAsync(string file, string table) => AskAsync(file, $"SELECT count(*) FROM {table}");

    private static async Task<long> AskAsync(string file, string question)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var ask = connection.CreateCommand();
        ask.CommandText = question;
        return (long)(await ask.ExecuteScalarAsync())!;
    }

    private sealed class FewPages(int pages) : DbConnectionInterceptor
    {
        public override async Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            await using var limit = connection.CreateCommand();
            limit.CommandText = $"PRAGMA max_page_count = {pages}";
            await limit.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
