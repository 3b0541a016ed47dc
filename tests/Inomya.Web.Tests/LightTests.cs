using Inomya.Web.Tests.Support;
using Microsoft.Playwright;

namespace Inomya.Web.Tests;

/// <summary>Measured on pictures of the screen: eyes that light hurts can use the night theme.</summary>
public class LightTests(Browser browser, DemoSite demo)
{
    /// <summary>The cap on any pixel, of 1 for white; the tokens of the night theme keep to it.</summary>
    private const double HighestAtNight = .37;

    [Fact]
    public async Task At_night_no_page_is_bright_and_no_pixel_is_over_the_cap()
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                visit.ExpectedStatus = 404;
                foreach (var path in new[] { "/", "/checkin", "/days", "/look", "/design", "/nowhere" })
                {
                    await visit.GoAsync(path);
                    for (var screenful = 0; screenful < 4; screenful++)
                    {
                        var (mean, highest) = await visit.LuminanceAsync();
                        Assert.InRange(mean, 0, .06);
                        Assert.True(highest <= HighestAtNight, $"{path}, screenful {screenful}: {highest:0.000}");
                        await visit.Page.EvaluateAsync("() => scrollBy(0, innerHeight * 3)");
                    }
                }
            },
            look: Looks.Cookie("night")
        );
    }

    [Fact]
    public async Task At_night_a_page_is_dark_before_its_stylesheet_comes()
    {
        await using var site = await Site.StartAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                await visit.Page.RouteAsync("**/*.css", route =>
                    route.FulfillAsync(new() { ContentType = "text/css", Body = "" })
                );
                await visit.GoAsync("/look");
                var (mean, _) = await visit.LuminanceAsync();
                Assert.InRange(mean, 0, .1);
            },
            look: Looks.Cookie("night")
        );
    }

    [Fact]
    public async Task At_night_no_frame_is_bright_from_page_to_page_at_a_slow_load_at_an_error_and_before_printing()
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                visit.ExpectedStatus = 404;
                var page = visit.Page;
                await visit.GoAsync("/look");
                var frames = await visit.FramesAsync(async () =>
                {
                    foreach (var path in new[] { "/", "/checkin", "/days", "/nowhere", "/treatments" })
                        await visit.GoAsync(path);
                    await page.GetByRole(AriaRole.Link, new() { Name = "Care", Exact = true }).ClickAsync();
                    await page.GoBackAsync();
                    await page.RouteAsync(
                        "**/*.css",
                        async route =>
                        {
                            await Task.Delay(400);
                            await route.ContinueAsync();
                        },
                        new() { Times = 1 }
                    );
                    await page.ReloadAsync();
                    await visit.GoAsync("/report");
                    await page.EmulateMediaAsync(new() { Media = Media.Print });
                    await visit.FontsAsync();
                    await page.EmulateMediaAsync(new() { Media = Media.Screen });
                    await visit.FontsAsync();
                });
                Assert.InRange(frames.Count, 8, 1000);
                Assert.All(frames, frame => Assert.InRange(frame.Highest, 0, HighestAtNight));
                Assert.All(frames, frame => Assert.InRange(frame.Mean, 0, HighestAtNight));
                Assert.InRange(frames.Select(f => f.Mean).Order().ElementAt(frames.Count / 2), 0, .06);
            },
            look: Looks.Cookie("night")
        );
    }

    [Fact]
    public async Task At_night_a_sheet_to_print_is_amber_to_its_edges_and_white_only_for_who_asks()
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                const string Sheet =
                    "() => [getComputedStyle(document.body).page, getComputedStyle(document.body, '::before').backgroundColor, getComputedStyle(document.documentElement).backgroundColor]";
                await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
                await visit.GoAsync("/report");
                var (page, behind, root) = await visit.Page.EvaluateAsync<string[]>(Sheet) is [var p, var b, var r]
                    ? (p, b, r)
                    : default;
                Assert.Equal(("night", root), (page, behind));
                Assert.InRange((await visit.LuminanceAsync()).Highest, 0, HighestAtNight);

                await visit.Page.EmulateMediaAsync(new() { Media = Media.Screen });
                await visit.Page.GetByText("Other files").ClickAsync();
                await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Print it on white instead" }).ClickAsync();
                Assert.InRange((await visit.LuminanceAsync()).Highest, 0, HighestAtNight);
                await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
                Assert.Equal("auto", (await visit.Page.EvaluateAsync<string[]>(Sheet))[0]);
                Assert.InRange((await visit.LuminanceAsync()).Mean, .5, 1);
            },
            look: Looks.Cookie("night")
        );
    }

    [Fact]
    public async Task A_picture_of_frames_sees_a_white_flash()
    {
        await using var site = await Site.StartAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                await visit.GoAsync("/look");
                var frames = await visit.FramesAsync(async () =>
                {
                    await visit.GoAsync("/offline");
                    await visit.GoAsync("/look");
                });
                Assert.Contains(frames, frame => frame.Mean > .5);
            },
            look: Looks.Cookie("light")
        );
    }

    [Theory]
    [InlineData("dark", .12)]
    [InlineData("contrast", .12)]
    public async Task Dark_looks_are_dark(string theme, double most)
    {
        await using var site = await Site.StartAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                await visit.GoAsync("/look");
                Assert.InRange((await visit.LuminanceAsync()).Mean, 0, most);
            },
            look: Looks.Cookie(theme)
        );
    }
}
