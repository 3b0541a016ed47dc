using Inomya.Web.Hosting;
using Inomya.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Inomya.Web.Tests;

/// <summary>What an old phone on a weak line has to fetch, counted in packed bytes.</summary>
public class SizeTests
{
    private const int FirstLoad = 60 * 1024;

    [Fact]
    public async Task The_check_in_with_all_it_needs_keeps_to_the_budget()
    {
        await using var site = await DemoSite.StartOwnAsync();
        var assets = site.Services.GetRequiredService<Assets>();
        var page = await site.Http.GetStringAsync("/checkin");
        var scripts = assets
            .Urls.Where(u => u.EndsWith(".js", StringComparison.Ordinal) && page.Contains(u, StringComparison.Ordinal))
            .ToList();
        Assert.True(scripts.Count >= 4, "The scripts of the page are found.");
        var total = 0;
        foreach (
            var path in new[]
            {
                "/checkin",
                "/service-worker.js",
                assets.Url(Assets.Stylesheet),
                assets.Url("atkinson-latin.woff2"),
            }.Concat(scripts)
        )
            total += await PackedAsync(site, path);
        Assert.InRange(total, 1, FirstLoad);
    }

    [Fact]
    public async Task Each_script_a_page_names_is_there()
    {
        await using var site = await Site.StartAsync();
        foreach (var url in site.Services.GetRequiredService<Assets>().Urls)
            (await site.Http.GetAsync(url)).EnsureSuccessStatusCode();
    }

    private static async Task<int> PackedAsync(Site site, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "br" } } };
        return (await (await site.Http.SendAsync(request)).Content.ReadAsByteArrayAsync()).Length;
    }
}
