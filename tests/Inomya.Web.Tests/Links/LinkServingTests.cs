using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Inomya.Journals;
using Inomya.Links;
using Inomya.Web.Links;
using Inomya.Web.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Inomya.Web.Tests.Links;

/// <summary>What others get from a link: what is locked, as often and as long as the person said, and nothing else.</summary>
public class LinkServingTests
{
    private static readonly Uri Public = new("http://localhost");
    private static readonly byte[] Plain = Encoding.UTF8.GetBytes("""{"resourceType":"Patient"}""");

    private sealed record Manifest(IReadOnlyList<Dictionary<string, string>> Files);

    [Theory]
    [InlineData(1 << 20)]
    [InlineData(10)]
    public async Task A_manifest_hands_over_what_is_locked_and_the_key_in_the_link_opens_it(int most)
    {
        await using var given = await Given.OutAsync();
        using var answer = await given.AskAsync(most: most);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var file = Assert.Single((await answer.Content.ReadFromJsonAsync<Manifest>())!.Files);
        Assert.Equal(("application/fhir+json", "finalized"), (file["contentType"], file["status"]));
        Assert.Equal(most > 10, file.ContainsKey("embedded"));
        var locked = file.TryGetValue("embedded", out var embedded)
            ? embedded
            : await given.Site.Http.GetStringAsync(new Uri(file["location"]).PathAndQuery);
        Assert.Equal(Plain, Jwe.Unlock(given.Link.Key, locked).Plain);
        Assert.DoesNotContain("Patient", locked, StringComparison.Ordinal);
        Assert.Equal(
            ("no-store", "no-referrer", "*"),
            (
                answer.Headers.CacheControl!.ToString(),
                answer.Headers.GetValues("Referrer-Policy").Single(),
                answer.Headers.GetValues("Access-Control-Allow-Origin").Single()
            )
        );
    }

    [Fact]
    public async Task Each_view_is_recorded_with_who_said_to_have_opened_it()
    {
        await using var given = await Given.OutAsync();
        using var one = await given.AskAsync(recipient: "Dr\u0000 Ana");
        using var two = await given.AskAsync();
        var views = await given.Journal.LinkViewsAsync();
        Assert.Equal(["Dr Ana", "Clinic"], views.Select(v => v.Recipient).Order().Reverse());
        Assert.All(views, v => Assert.Equal(LinkBook.Opened, v.Outcome));
    }

    [Fact]
    public async Task A_direct_link_is_one_file_by_get_and_has_no_manifest()
    {
        await using var given = await Given.OutAsync(direct: true);
        Assert.Equal("U", given.Link.Flag);
        using var answer = await given.Site.Http.GetAsync($"{given.Path}?recipient=Clinic");
        Assert.Equal("application/jose", answer.Content.Headers.ContentType!.MediaType);
        var locked = await answer.Content.ReadAsStringAsync();
        Assert.Equal(Plain, Jwe.Unlock(given.Link.Key, locked).Plain);
        Assert.Equal("Clinic", Assert.Single(await given.Journal.LinkViewsAsync()).Recipient);
        using var manifest = await given.AskAsync();
        Assert.Equal(HttpStatusCode.NotFound, manifest.StatusCode);
    }

    [Fact]
    public async Task A_manifest_link_is_not_opened_by_get()
    {
        await using var given = await Given.OutAsync(passcode: "secret-1");
        Assert.Equal(HttpStatusCode.NotFound, (await given.Site.Http.GetAsync(given.Path)).StatusCode);
    }

    [Fact]
    public async Task Of_five_hundred_wrong_passcodes_at_once_no_more_than_the_cap_are_looked_at()
    {
        await using var given = await Given.OutAsync(passcode: "right-one");
        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => given.StatusAsync($"wrong-{i}")));
        Assert.Equal(LinkBook.Tries, answers.Count(a => a == HttpStatusCode.Unauthorized));
        Assert.Equal(500 - LinkBook.Tries, answers.Count(a => a == HttpStatusCode.NotFound));
        Assert.Equal(HttpStatusCode.NotFound, await given.StatusAsync("right-one"));
        var views = await given.Journal.LinkViewsAsync();
        Assert.Equal(LinkBook.Tries, views.Count(v => v.Outcome == LinkBook.WrongPasscode));
    }

    [Fact]
    public async Task Wrong_passcodes_count_for_the_whole_life_and_right_ones_do_not()
    {
        await using var given = await Given.OutAsync(passcode: "right-one");
        for (var left = LinkBook.Tries - 1; left > 0; left--)
        {
            using var wrong = await given.AskAsync("wrong");
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
            using var said = JsonDocument.Parse(await wrong.Content.ReadAsStringAsync());
            Assert.Equal(left, said.RootElement.GetProperty("remainingAttempts").GetInt32());
            Assert.Equal(HttpStatusCode.OK, await given.StatusAsync("right-one"));
        }
        Assert.Equal(HttpStatusCode.Unauthorized, await given.StatusAsync(null));
        Assert.Equal(HttpStatusCode.Unauthorized, await given.StatusAsync("the last"));
        Assert.Equal(HttpStatusCode.NotFound, await given.StatusAsync("right-one"));
    }

    [Fact]
    public async Task Unknown_ended_expired_and_forged_are_answered_in_the_same_words()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var other = await journal.Store.OfAsync((await journal.Store.AddPersonAsync("other", "UTC")).Id);
        await using var site = await Given.SiteOfAsync(journal);
        var ended = await Given.MakeAsync(journal, LinkBook.Manifest);
        await new LinkBook(journal).EndAsync((await journal.LinksAsync())[0].Id);
        var expired = await Given.MakeAsync(journal, LinkBook.Manifest, lasts: Duration.Zero);
        // the secret of one person under the name of another
        var secret = Base64Url.DecodeFromChars((await Given.MakeAsync(other, LinkBook.Manifest)).Split('/')[^1]);
        var forged = $"/shl/{Base64Url.EncodeToString([.. journal.Person.Id.ToByteArray(), .. secret[16..]])}";
        var said = new List<(HttpStatusCode, string)>();
        foreach (var path in (string[])[ended, expired, forged, "/shl/none", "/shl/none/none"])
        {
            using var answer = path.EndsWith("none/none", StringComparison.Ordinal)
                ? await site.Http.GetAsync(path)
                : await site.Http.PostAsJsonAsync(path, new { recipient = "x" });
            said.Add((answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        }
        Assert.Equal(HttpStatusCode.NotFound, Assert.Single(said.Distinct()).Item1);
        Assert.Empty(await journal.LinkViewsAsync());
    }

    [Fact]
    public async Task An_ended_link_has_lost_what_it_held()
    {
        await using var given = await Given.OutAsync();
        var link = Assert.Single(await given.Journal.LinksAsync());
        Assert.NotNull(await given.Journal.LinkFileAsync(link.Id));
        await new LinkBook(given.Journal).EndAsync(link.Id);
        Assert.Null(await given.Journal.LinkFileAsync(link.Id));
        Assert.Equal(HttpStatusCode.NotFound, await given.StatusAsync(null));
    }

    [Fact]
    public async Task A_ticket_opens_one_file_for_a_while_and_no_other()
    {
        await using var given = await Given.OutAsync();
        using var answer = await given.AskAsync();
        var location = (await answer.Content.ReadFromJsonAsync<Manifest>())!.Files[0]["location"];
        var ticket = location.Split('/')[^1];
        var second = await Given.MakeAsync(given.Journal, LinkBook.Manifest);
        Assert.Equal(HttpStatusCode.OK, (await given.Site.Http.GetAsync($"{given.Path}/{ticket}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await given.Site.Http.GetAsync($"{second}/{ticket}")).StatusCode);
        var id = (await given.Journal.LinksAsync()).Single(l => l.Label == "first").Id.ToString("N");
        var signer = given
            .Site.Services.GetRequiredService<IDataProtectionProvider>()
            .CreateProtector(LinkRoutes.TicketPurpose)
            .ToTimeLimitedDataProtector();
        var over = signer.Protect(id, TimeSpan.FromSeconds(-1));
        Assert.Equal(HttpStatusCode.NotFound, (await given.Site.Http.GetAsync($"{given.Path}/{over}")).StatusCode);
        var fresh = signer.Protect(id, TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await given.Site.Http.GetAsync($"{given.Path}/{fresh}")).StatusCode);
    }

    [Fact]
    public async Task Neither_the_address_nor_the_key_is_anywhere_in_the_storage()
    {
        await using var given = await Given.OutAsync(passcode: "pass-phrase-1");
        using var answer = await given.AskAsync("pass-phrase-1");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var bytes = string.Concat(
            JournalPlace.FilesOf(given.Journal.Store.Place.File!).Where(File.Exists).Select(BytesOf)
        );
        Assert.Contains("Clinic", bytes, StringComparison.Ordinal);
        foreach (
            var secret in (string[])
                [
                    given.Path.Split('/')[^1],
                    Base64Url.EncodeToString(given.Link.Key),
                    Encoding.Latin1.GetString(given.Link.Key),
                    "pass-phrase-1",
                ]
        )
            Assert.DoesNotContain(secret, bytes, StringComparison.Ordinal);
    }

    private static string BytesOf(string file)
    {
        using var read = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var to = new MemoryStream();
        read.CopyTo(to);
        return Encoding.Latin1.GetString(to.ToArray());
    }

    [Fact]
    public async Task Without_a_public_address_nothing_is_served()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var path = await Given.MakeAsync(journal, LinkBook.Manifest);
        await using var site = await Site.OfAsync(journal);
        using var answer = await site.Http.PostAsJsonAsync(path, new { recipient = "x" });
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Through_the_door_nobody_gets_anything_but_links()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var path = await Given.MakeAsync(journal, LinkBook.Manifest);
        var door = $"http://127.0.0.1:{FreePort()}";
        await using var site = await Site.StartAsync(
            services => services.AddJournal(journal.Store, journal.Person.Id),
            settings: usual => usual with { PublicUrl = new Uri("https://out.example"), PublicListen = door }
        );
        using var outside = new HttpClient { BaseAddress = new Uri(door) };
        foreach (
            var room in (string[])["/", "/export", "/links", "/today", "/shlx", "/SHL/a", "/%2e/links", "/shl/../links"]
        )
            Assert.Equal(HttpStatusCode.NotFound, (await outside.GetAsync(room)).StatusCode);
        outside.DefaultRequestHeaders.Host = "out.example";
        using var opened = await outside.PostAsJsonAsync(path, new { recipient = "x" });
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        // a proxy that was led to the wrong address
        using var wrong = new HttpRequestMessage(HttpMethod.Get, "/links") { Headers = { Host = "out.example" } };
        Assert.Equal(HttpStatusCode.NotFound, (await site.Http.SendAsync(wrong)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Http.GetAsync("/links")).StatusCode);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"recipient\":\"\"}")]
    [InlineData("{\"recipient\":5}")]
    [InlineData("null")]
    public async Task A_question_that_is_none_is_refused_and_counts_nothing(string body)
    {
        await using var given = await Given.OutAsync(passcode: "right-one");
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await given.Site.Http.PostAsync(given.Path, content)).StatusCode);
        Assert.Equal(LinkBook.Tries, Assert.Single(await given.Journal.LinksAsync()).TriesLeft);
    }

    [Fact]
    public async Task Somebody_elses_link_is_asked_opened_and_refused_in_words()
    {
        await using var given = await Given.OutAsync(passcode: "right-one");
        using var fetch = new LinkFetch(allowsPlain: true);
        var link = given.Link with { Url = new Uri(new Uri(given.Site.Url), given.Path) };
        Assert.Equal(Plain, Assert.Single(await fetch.OpenAsync(link, "right-one", "me")));
        async Task<LinkProblem> WhyAsync(HealthLink of, LinkFetch by) =>
            (await Assert.ThrowsAsync<LinkException>(() => by.OpenAsync(of, "wrong", "me"))).Why;
        Assert.Equal(LinkProblem.Passcode, await WhyAsync(link, fetch));
        Assert.Equal(
            LinkProblem.WrongKey,
            (
                await Assert.ThrowsAsync<LinkException>(() =>
                    fetch.OpenAsync(link with { Key = Jwe.NewKey() }, "right-one", "me")
                )
            ).Why
        );
        Assert.Equal(
            LinkProblem.Gone,
            await WhyAsync(link with { Url = new Uri(given.Site.Url + "/shl/none") }, fetch)
        );
        Assert.Equal(LinkProblem.NoAnswer, await WhyAsync(link with { Url = new Uri("http://127.0.0.1:1/x") }, fetch));
        using var usual = new LinkFetch();
        Assert.Equal(LinkProblem.NotSafe, await WhyAsync(link, usual));
    }

    /// <summary>A link that was given out, and the site that serves it.</summary>
    private sealed class Given(Site site, Journal journal, string path, HealthLink link) : IAsyncDisposable
    {
        public Site Site => site;
        public Journal Journal => journal;
        public string Path => path;
        public HealthLink Link => link;

        public static async Task<Given> OutAsync(string? passcode = null, bool direct = false)
        {
            var journal = await DemoJournal.NewAsync(empty: true);
            var site = await SiteOfAsync(journal);
            var wish = WishOf("first", passcode, direct, Duration.FromDays(7));
            var made = await new LinkBook(journal).MakeAsync(wish, Plain, "application/fhir+json");
            var link = HealthLink.Read(made!.Written!);
            return new Given(site, journal, link.Url.AbsolutePath, link);
        }

        public static Task<Site> SiteOfAsync(Journal journal) =>
            Site.StartAsync(
                services => services.AddJournal(journal.Store, journal.Person.Id),
                settings: usual => usual with { PublicUrl = Public, PublicListen = "http://127.0.0.1:0" }
            );

        public static async Task<string> MakeAsync(Journal journal, string way, Duration? lasts = null)
        {
            var wish = WishOf("second", null, way == LinkBook.Direct, lasts ?? Duration.FromDays(7));
            var made = await new LinkBook(journal).MakeAsync(wish, Plain, "application/fhir+json");
            return HealthLink.Read(made!.Written!).Url.AbsolutePath;
        }

        private static LinkWish WishOf(string label, string? passcode, bool direct, Duration lasts) =>
            new(Guid.CreateVersion7(), label, null, lasts, passcode, Public, direct);

        public Task<HttpResponseMessage> AskAsync(
            string? passcode = null,
            int? most = null,
            string recipient = "Clinic"
        ) =>
            site.Http.PostAsJsonAsync(
                path,
                new
                {
                    recipient,
                    passcode,
                    embeddedLengthMax = most,
                }
            );

        public async Task<HttpStatusCode> StatusAsync(string? passcode)
        {
            using var answer = await AskAsync(passcode);
            return answer.StatusCode;
        }

        public ValueTask DisposeAsync() => site.DisposeAsync();
    }
}
