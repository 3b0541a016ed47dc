using System.Net;
using Inomya.Journals;
using Inomya.Web.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Inomya.Web.Tests;

/// <summary>What is told to a service manager, and what is believed of a proxy.</summary>
public class HealthTests
{
    private static readonly Uri Live = new("/health/live", UriKind.Relative),
        Ready = new("/health/ready", UriKind.Relative);

    [Fact]
    public async Task It_is_ready_once_the_journal_is_open_and_says_nothing_else()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var opening = new TaskCompletionSource<(JournalStore, Guid)>();
        await using var site = await Site.StartAsync(services => services.AddJournal(opening.Task));
        await AssertAsync(HttpStatusCode.NoContent, site, Live);
        await AssertAsync(HttpStatusCode.ServiceUnavailable, site, Ready);
        opening.SetResult((journal.Store, journal.Person.Id));
        await AssertAsync(HttpStatusCode.NoContent, site, Ready);
    }

    [Fact]
    public async Task With_a_damaged_journal_it_lives_and_is_not_ready()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await AssertAsync(HttpStatusCode.NoContent, site, Ready);
        // 11: the file is no whole database
        journal.Store.Remember(new SqliteException("damaged", 11));
        await AssertAsync(HttpStatusCode.NoContent, site, Live);
        await AssertAsync(HttpStatusCode.ServiceUnavailable, site, Ready);
    }

    [Fact]
    public async Task With_a_table_missing_that_this_version_needs_it_is_not_ready()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await using (var file = new SqliteConnection($"Data Source={journal.Store.Place.File}"))
        {
            await file.OpenAsync();
            await using var older = file.CreateCommand();
            older.CommandText =
                "DELETE FROM __EFMigrationsHistory WHERE MigrationId = (SELECT max(MigrationId) FROM __EFMigrationsHistory)";
            Assert.Equal(1, await older.ExecuteNonQueryAsync());
        }
        await AssertAsync(HttpStatusCode.ServiceUnavailable, site, Ready);
    }

    [Fact]
    public async Task Without_a_journal_it_is_not_ready()
    {
        await using var site = await Site.StartAsync();
        await AssertAsync(HttpStatusCode.ServiceUnavailable, site, Ready);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("10.0.0.9", false)]
    [InlineData("127.0.0.1", true)]
    public async Task Only_a_named_proxy_is_believed(string? named, bool isBelieved)
    {
        await using var site = await Site.StartAsync(settings: usual =>
            usual with
            {
                Proxies = named is null ? [] : [IPAddress.Parse(named)],
            }
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, "/look");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        using var answer = await site.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        Assert.Equal(isBelieved, answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.NoContent)]
    public async Task A_strange_host_is_refused_also_where_a_proxy_tells_it(string host, HttpStatusCode expected)
    {
        await using var site = await Site.StartAsync(settings: usual => usual with { Proxies = [IPAddress.Loopback] });
        using var request = new HttpRequestMessage(HttpMethod.Get, Live);
        request.Headers.Add("X-Forwarded-Host", host);
        Assert.Equal(expected, (await site.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Over_https_the_browser_is_told_to_stay_there()
    {
        await using var alone = await Site.StartAsync(settings: usual => usual with { Proxies = [IPAddress.Loopback] });
        Assert.Equal("max-age=31536000; includeSubDomains", await StayAsync(alone, "/look"));
        await using var shared = await Site.StartAsync(settings: usual =>
            usual with
            {
                Proxies = [IPAddress.Loopback],
                PathBase = "/inomya",
            }
        );
        Assert.Equal("max-age=31536000", await StayAsync(shared, "/inomya/look"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/alive")]
    [InlineData("/assets/inomya.css")]
    public async Task Nothing_is_sent_back_by_TRACE(string path)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        using var request = new HttpRequestMessage(HttpMethod.Trace, path) { Headers = { { "X-Told", "told" } } };
        using var answer = await site.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.DoesNotContain("told", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> StayAsync(Site site, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await site.Http.SendAsync(request);
        return answer.Headers.GetValues("Strict-Transport-Security").Single();
    }

    private static async Task AssertAsync(HttpStatusCode expected, Site site, Uri path)
    {
        using var answer = await site.Http.GetAsync(path);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }
}
