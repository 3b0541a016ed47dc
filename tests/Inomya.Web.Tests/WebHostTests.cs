using System.Net;
using System.Text;
using Inomya.Journals;
using Inomya.Web.Hosting;
using Inomya.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Inomya.Web.Tests;

/// <summary>What the host promises, asked over HTTP without a browser.</summary>
public class WebHostTests
{
    [Fact]
    public async Task The_first_page_sets_the_cookie_of_forms_and_later_pages_keep_it()
    {
        await using var site = await DemoSite.StartOwnAsync();
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = new(site.Url) };
        using var first = await client.GetAsync("/questionnaires");
        var set = Assert.Single(first.Headers.GetValues("Set-Cookie"), c =>
            c.StartsWith("inomya-form=", StringComparison.Ordinal)
        );
        using var later = new HttpRequestMessage(HttpMethod.Get, "/checkin");
        later.Headers.Add("Cookie", set.Split(';')[0]);
        using var second = await client.SendAsync(later);
        Assert.False(second.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Alive_says_only_that_it_is_alive()
    {
        await using var site = await Site.StartAsync();
        var answer = await site.Http.GetAsync("/alive");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/design")]
    [InlineData("/look")]
    [InlineData("/nowhere")]
    [InlineData("/assets/nothing.css")]
    [InlineData("/boom")]
    public async Task Every_answer_carries_the_protective_headers(string path)
    {
        await using var site = await Site.StartAsync(routes: app => app.MapGet("/boom", () =>
            {
                throw new InvalidOperationException();
            }));
        var headers = (await site.Http.GetAsync(path)).Headers;
        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("no-referrer", headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Equal("same-origin", headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Equal("DENY", headers.GetValues("X-Frame-Options").Single());
        Assert.Contains("geolocation=()", headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.True(headers.CacheControl!.NoStore);
        Assert.False(headers.Contains("Server"));
    }

    [Fact]
    public void The_content_policy_allows_no_inline_code_and_no_other_host()
    {
        Assert.DoesNotContain("unsafe", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none';", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/design")]
    [InlineData("/look")]
    [InlineData("/nowhere")]
    public async Task No_page_has_inline_style_or_script(string path)
    {
        await using var site = await Site.StartAsync();
        var html = await (await site.Http.GetAsync(path)).Content.ReadAsStringAsync();
        Assert.DoesNotMatch("(?i)\\sstyle=|<style|\\son\\w+=|<script(?![^>]*\\ssrc=)|javascript:", html);
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("evil.example:5080", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.NoContent)]
    [InlineData("127.0.0.1:5080", HttpStatusCode.NoContent)]
    [InlineData("[::1]:5080", HttpStatusCode.NoContent)]
    public async Task A_strange_host_name_is_refused(string host, HttpStatusCode expected)
    {
        await using var site = await Site.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/alive") { Headers = { Host = host } };
        Assert.Equal(expected, (await site.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public void Without_being_told_it_is_reachable_from_this_machine_alone() =>
        Assert.Equal("http://127.0.0.1:5080", new WebSettings().Urls);

    [Fact]
    public async Task An_address_that_leads_nowhere_gets_a_kind_page()
    {
        await using var site = await Site.StartAsync();
        var answer = await site.Http.GetAsync("/nowhere");
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("This page is not here", html, StringComparison.Ordinal);
        Assert.Contains("</html>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_of_ours_shows_no_detail_and_logs_no_value()
    {
        var log = new LogBook();
        await using var site = await Site.StartAsync(
            services => services.AddSingleton<ILoggerProvider>(log),
            app => app.MapGet("/boom/{word}", (string word) =>
                {
                    throw new InvalidOperationException($"pain was {word}");
                })
        );
        var answer = await site.Http.GetAsync("/boom/secret-seven?note=secret-eight");
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Something went wrong", html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", html, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", html, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_gives_its_reason()
    {
        await using var site = await Site.StartAsync(routes: app =>
            app.MapGet("/refuse", (HttpContext context) => context.Refuse("shell.error.old-form"))
        );
        var answer = await site.Http.GetAsync("/refuse");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("open for a long time", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_from_elsewhere_changes_nothing()
    {
        await using var site = await Site.StartAsync();
        using var form = new FormUrlEncodedContent([new("theme", "dark"), new("size", "100"), new("_handler", "look")]);
        var answer = await site.Http.PostAsync("/look", form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], c =>
            c.StartsWith(PageContext.Cookie, StringComparison.Ordinal)
        );
        Assert.Contains("open for a long time", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("night.150.en", "data-theme=\"night\" data-size=\"150\"")]
    [InlineData("dark.100.en", "data-theme=\"dark\" data-size=\"100\"")]
    [InlineData("\"><script>.9.xx", "data-theme=\"auto\" data-size=\"100\"")]
    [InlineData("night.150.zz", "lang=\"en\"")]
    public async Task The_first_byte_of_a_page_has_the_chosen_look(string cookie, string expected)
    {
        await using var site = await Site.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/look")
        {
            Headers = { { "Cookie", $"{PageContext.Cookie}={cookie}" } },
        };
        Assert.Contains(
            expected,
            await (await site.Http.SendAsync(request)).Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Pages_are_packed()
    {
        await using var site = await Site.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/look")
        {
            Headers = { { "Accept-Encoding", "br" } },
        };
        Assert.Equal(["br"], (await site.Http.SendAsync(request)).Content.Headers.ContentEncoding);
    }

    /// <summary>Keeps what is logged.</summary>
    private sealed class LogBook : ILoggerProvider, ILogger
    {
        private readonly StringBuilder _text = new();

        public string Text => _text.ToString();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            lock (_text)
                _text.AppendLine(formatter(state, exception)).AppendLine(exception?.ToString());
        }

        public void Dispose() { }
    }

    [Fact]
    public async Task A_page_asked_for_while_the_journal_is_still_opening_waits_for_it()
    {
        var opening = new TaskCompletionSource<(JournalStore, Guid)>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        await using var site = await Site.StartAsync(services => services.AddJournal(opening.Task));
        string[] paths = [.. EveryPageTests.Pages.Select(p => p.Data).Where(p => p != "/nowhere")];
        var asked = paths.Select(path => site.Http.GetAsync(new Uri(path, UriKind.Relative))).ToList();
        var journal = await DemoJournal.NewAsync(empty: true);
        opening.SetResult((journal.Store, journal.Person.Id));
        var answers = await Task.WhenAll(asked);
        Assert.Empty(
            paths
                .Zip(answers)
                // who has no visit before them is led to where one is made
                .Where(a =>
                    !a.Second.IsSuccessStatusCode
                    && a.Second.Headers.Location?.ToString().EndsWith("/visit", StringComparison.Ordinal) != true
                )
                .Select(a => $"{a.First} {(int)a.Second.StatusCode}")
        );
    }
}
