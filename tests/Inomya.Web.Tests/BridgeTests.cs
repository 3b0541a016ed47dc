using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Web.Tests.Support;

namespace Inomya.Web.Tests;

/// <summary>A device sends what it measured: let in by its key, counted once, seen on a page, and let in no more.</summary>
public class BridgeTests
{
    private const string Walk = """
        {"timestamp":"2026-06-02T06:10:00Z","app_version":"1.9.0",
         "steps":[{"count":412,"start_time":"2026-06-01T07:00:00Z","end_time":"2026-06-01T07:15:00Z"}]}
        """;

    private static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(
        Site site,
        string? token,
        string body,
        string scheme = "Bearer"
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ingest");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue(scheme, token);
        using var answer = await site.Http.SendAsync(request);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    private static async Task<(Journal Journal, Site Site, string Token)> LetInAsync()
    {
        var journal = await DemoJournal.NewAsync();
        var token = await new BridgeBook(journal).AddAsync(Guid.CreateVersion7(), "Ana's phone");
        return (journal, await Site.OfAsync(journal), token.ToString()!);
    }

    [Fact]
    public async Task What_comes_twice_is_kept_once()
    {
        var (journal, site, token) = await LetInAsync();
        await using var _ = site;
        var (status, first) = await SendAsync(site, token, Walk);
        var (_, again) = await SendAsync(site, token, Walk);
        Assert.Equal(
            (HttpStatusCode.OK, 1, 0),
            (status, first.GetProperty("added").GetInt32(), again.GetProperty("added").GetInt32())
        );
        Assert.Equal(1, again.GetProperty("same").GetInt32());
        var day = new NodaTime.LocalDate(2026, 6, 1);
        Assert.Contains(await journal.DevicePointsAsync(day, day), p => p.Measure == "steps");
        Assert.Equal(2, Assert.Single(await new BridgeBook(journal).AllAsync()).Arrivals);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("inomya_")]
    [InlineData("inomya_AAAA")]
    [InlineData("something else")]
    public async Task Without_its_key_nothing_is_taken_and_nothing_is_told(string? token)
    {
        var (journal, site, _) = await LetInAsync();
        await using var __ = site;
        var before = (await journal.ChangesAsync()).Count;
        var (status, _) = await SendAsync(site, token, Walk);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal(before, (await journal.ChangesAsync()).Count);
    }

    [Fact]
    public async Task A_key_that_differs_by_one_sign_is_of_another_person_or_was_revoked_opens_nothing()
    {
        var (journal, site, token) = await LetInAsync();
        await using var _ = site;
        var read = BridgeToken.Read(token)!.Value;
        var wrong = token[..^1] + (token[^1] == 'A' ? 'B' : 'A');
        var other = BridgeToken.New(Guid.CreateVersion7(), read.Bridge).ToString();
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(site, wrong, Walk)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(site, other, Walk)).Status);
        await new BridgeBook(journal).RevokeAsync(read.Bridge);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(site, token, Walk)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"hello\":1}")]
    [InlineData("day,pain\n2026-06-01,4\n")]
    public async Task What_is_none_of_the_forms_is_refused_in_words_and_never_our_fault(string body)
    {
        var (_, site, token) = await LetInAsync();
        await using var __ = site;
        var (status, told) = await SendAsync(site, token, body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(told.GetProperty("reason").GetString()!.Length > 10);
    }

    [Fact]
    public async Task The_key_is_shown_once_and_kept_nowhere()
    {
        var journal = await DemoJournal.NewAsync();
        var token = (await new BridgeBook(journal).AddAsync(Guid.CreateVersion7(), "Ana's phone")).ToString()!;
        await using var site = await Site.OfAsync(journal);
        Assert.DoesNotContain(
            BridgeToken.Read(token)!.Value.Secret,
            await site.Http.GetStringAsync("/bridges"),
            StringComparison.Ordinal
        );
        foreach (var setting in await journal.SettingsAsync())
            Assert.DoesNotContain(BridgeToken.Read(token)!.Value.Secret, setting.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_lets_one_in()
    {
        var journal = await DemoJournal.NewAsync();
        var (book, id) = (new BridgeBook(journal), Guid.CreateVersion7());
        Assert.NotNull(await book.AddAsync(id, "phone"));
        Assert.Null(await book.AddAsync(id, "phone"));
        Assert.Single(await book.AllAsync());
    }

    private static async Task<HttpStatusCode> SendNothingAsync(Site site, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ingest");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await site.Http.SendAsync(request);
        return answer.StatusCode;
    }

    [Fact]
    public async Task A_device_that_runs_wild_is_slowed_and_another_is_not()
    {
        var (journal, site, token) = await LetInAsync();
        await using var _ = site;
        var other = (await new BridgeBook(journal).AddAsync(Guid.CreateVersion7(), "watch")).ToString()!;
        // at once, so that a slow machine does not spread them over minutes
        var answers = await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => SendNothingAsync(site, token)));
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(site, other, Walk)).Status);
    }
}
