using System.Globalization;
using System.Net;
using Inomya.Web.Hosting;
using Inomya.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Inomya.Web.Tests;

/// <summary>The status of an answer says what happened, to whoever does not read the page.</summary>
public class StatusTests
{
    [Fact]
    public async Task Head_is_answered_as_get_is_without_a_body()
    {
        var journal = await DemoJournal.NewAsync();
        await using var site = await Site.OfAsync(journal);
        var known = await GetWritesNothingTests.KnownAsync(journal);
        var other = new List<string>();
        foreach (var route in GetWritesNothingTests.Routes(site))
        {
            var path = route.Contains('{') ? known[route] : route;
            using var got = await site.Http.GetAsync(new Uri(path, UriKind.Relative));
            using var request = new HttpRequestMessage(HttpMethod.Head, path);
            using var head = await site.Http.SendAsync(request);
            if (
                head.StatusCode != got.StatusCode
                || head.Content.Headers.ContentType?.MediaType != got.Content.Headers.ContentType?.MediaType
                || (await head.Content.ReadAsByteArrayAsync()).Length > 0
            )
                other.Add($"{path}: {head.StatusCode} for {got.StatusCode}");
        }
        Assert.Empty(other);
    }

    /// <summary>An address of the right shape for a thing that there is not.</summary>
    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var journal = await DemoJournal.NewAsync();
        await using var site = await Site.OfAsync(journal);
        var found = new List<string>();
        // without a key it is not told what there is: FhirServerTests
        var routes = GetWritesNothingTests.Routes(site).Where(r => !r.StartsWith("/fhir", StringComparison.Ordinal));
        foreach (var route in routes.Where(r => r.Contains('{')))
        {
            var path = System.Text.RegularExpressions.Regex.Replace(route, @"\{([^}]*)\}", part =>
                UnknownFor(part.Groups[1].Value)
            );
            using var answer = await site.Http.GetAsync(new Uri(path, UriKind.Relative));
            if (answer.StatusCode != HttpStatusCode.NotFound)
                found.Add($"{path}: {(int)answer.StatusCode}");
        }
        Assert.True(found.Count == 0, string.Join("\n", found));
    }

    private static string UnknownFor(string part) =>
        part.Contains(":guid", StringComparison.Ordinal) ? "0190c8e0-0000-7000-8000-000000000000"
        : part.Contains(":int", StringComparison.Ordinal) ? "404"
        : part is "Date" or "Day" or "DayText" ? "2999-01-01"
        : "no-such-thing";

    [Fact]
    public async Task A_form_with_more_fields_than_a_form_may_have_is_too_large()
    {
        await using var site = await Site.OfAsync(await DemoJournal.NewAsync(empty: true));
        using var form = new FormUrlEncodedContent(
            Enumerable.Range(0, 1_100).Select(n => KeyValuePair.Create(n.ToString(CultureInfo.InvariantCulture), "x"))
        );
        await AssertTooLargeAsync(await site.Http.PostAsync("/look", form));
    }

    [Theory]
    [InlineData("/import")]
    [InlineData("/backup")]
    [InlineData("/outbox")]
    public async Task A_body_larger_than_the_app_takes_is_too_large(string path)
    {
        await using var site = await Site.OfAsync(await DemoJournal.NewAsync(empty: true));
        // asks before it sends: the answer comes without a byte of the body
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(5) })
        {
            BaseAddress = new Uri(site.Url),
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new ByteArrayContent(new byte[Uploads.MostBytes + (2 << 20)]),
            Headers = { ExpectContinue = true },
        };
        request.Content.Headers.TryAddWithoutValidation(
            "Content-Type",
            path == "/outbox" ? "application/json" : "multipart/form-data; boundary=x"
        );
        await AssertTooLargeAsync(await client.SendAsync(request));
    }

    [Fact]
    public async Task What_was_sent_in_goes_from_the_temporary_folder_with_the_app()
    {
        var site = await Site.OfAsync(await DemoJournal.NewAsync(empty: true));
        var uploads = site.Services.GetRequiredService<Uploads>();
        var file = uploads.PathOf(await uploads.KeepAsync(new MemoryStream([1, 2, 3])));
        Assert.True(File.Exists(file));
        await site.DisposeAsync();
        Assert.False(Directory.Exists(Path.GetDirectoryName(file)));
    }

    [Fact]
    public async Task What_nobody_came_back_for_goes_at_the_next_start_and_nobody_else_reads_the_rest()
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("inomya-up-").FullName, "uploads");
        using var uploads = new Uploads(new WebSettings { UploadsFolder = folder });
        var old = uploads.PathOf(await uploads.KeepAsync(new MemoryStream([1])));
        var young = uploads.PathOf(await uploads.KeepAsync(new MemoryStream([2])));
        File.SetLastWriteTimeUtc(old, DateTime.UnixEpoch);
        uploads.DeleteOld();
        Assert.False(File.Exists(old));
        Assert.True(File.Exists(young));
        Assert.NotEqual(true, Inomya.Journals.PrivateFile.IsOpenToOthers(young));
        Assert.NotEqual(true, Inomya.Journals.PrivateFile.IsOpenToOthers(folder));
    }

    private static async Task AssertTooLargeAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.Contains(
                "larger than this app takes",
                await answer.Content.ReadAsStringAsync(),
                StringComparison.Ordinal
            );
        }
    }
}
