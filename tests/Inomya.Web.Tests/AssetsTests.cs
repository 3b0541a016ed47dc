using System.Net;
using Inomya.Web.Hosting;
using Inomya.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Inomya.Web.Tests;

public class AssetsTests
{
    [Fact]
    public async Task An_asset_is_kept_for_good_under_the_hash_of_its_content()
    {
        await using var site = await Site.StartAsync();
        var url = site.Services.GetRequiredService<Assets>().Url(Assets.Stylesheet);
        var answer = await site.Http.GetAsync(url);
        Assert.Matches(@"^/assets/inomya\.[0-9a-f]{10}\.css$", url);
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

        using var again = new HttpRequestMessage(HttpMethod.Get, url)
        {
            Headers = { IfNoneMatch = { answer.Headers.ETag! } },
        };
        Assert.Equal(HttpStatusCode.NotModified, (await site.Http.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task An_old_tab_gets_todays_file_and_does_not_keep_it()
    {
        await using var site = await Site.StartAsync();
        var answer = await site.Http.GetAsync("/assets/inomya.0000000000.css");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task The_stylesheet_comes_packed(string encoding)
    {
        await using var site = await Site.StartAsync();
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            site.Services.GetRequiredService<Assets>().Url(Assets.Stylesheet)
        );
        request.Headers.Add("Accept-Encoding", encoding);
        var answer = await site.Http.SendAsync(request);
        Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
        Assert.InRange(answer.Content.Headers.ContentLength!.Value, 1000, 12_000);
    }

    /// <summary>Unpacked, the scripts of the page with the most of them, and the worker; packed, as they travel, all scripts there are.</summary>
    [Fact]
    public async Task Scripts_are_small_enough_for_an_old_phone()
    {
        await using var site = await DemoSite.StartOwnAsync();
        var sizes = new Dictionary<string, (int Unpacked, int Packed)>();
        foreach (
            var url in site
                .Services.GetRequiredService<Assets>()
                .Urls.Where(u => u.EndsWith(".js", StringComparison.Ordinal))
                .Append("/service-worker.js")
        )
        {
            using var packed = new HttpRequestMessage(HttpMethod.Get, url)
            {
                Headers = { { "Accept-Encoding", "br" } },
            };
            sizes[url] = (
                (await site.Http.GetByteArrayAsync(new Uri(url, UriKind.Relative))).Length,
                (await (await site.Http.SendAsync(packed)).Content.ReadAsByteArrayAsync()).Length
            );
        }
        // all rooms together, with sign-in and imports; what one page loads is held to the budget below
        Assert.InRange(sizes.Values.Sum(s => s.Packed), 1, 21 * 1024);
        foreach (var path in EveryPageTests.Pages.Select(p => p.Data).Where(p => p is not "/nowhere"))
        {
            var html = await site.Http.GetStringAsync(new Uri(path, UriKind.Relative));
            var loaded = sizes
                .Where(s =>
                    s.Key == "/service-worker.js" || html.Contains($"src=\"{s.Key}\"", StringComparison.Ordinal)
                )
                .ToList();
            Assert.InRange(loaded.Count, 4, sizes.Count);
            Assert.True(loaded.Sum(s => s.Value.Unpacked) <= 25 * 1024, $"{path}: {loaded.Sum(s => s.Value.Unpacked)}");
        }
    }

    [Fact]
    public void A_script_is_sent_without_comment_lines_and_indents_and_otherwise_as_it_is() =>
        Assert.Equal(
            "const a = 'x // y';\ngo(); // why\n",
            Assets.WithoutComments("// what\nconst a = 'x // y';\n  /** How. */\n  // and\n  go(); // why\n")
        );

    [Fact]
    public void No_asset_points_to_another_host()
    {
        var folder = Path.Combine(Repository.Root, "src", "Inomya.Web", "Design");
        foreach (
            var file in Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(f => f.EndsWith(".css", StringComparison.Ordinal) || f.EndsWith(".js", StringComparison.Ordinal))
        )
            Assert.DoesNotContain(
                "//",
                File.ReadAllText(file).Replace("// ", "", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
    }
}
