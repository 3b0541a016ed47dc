using Inomya.Web.Tests.Support;

namespace Inomya.Web.Tests;

/// <summary>
/// Makes docs/pictures: the journey of the invented person, on a phone and on a desk. Run it after a page has changed, and
/// look at what it made: <c>Inomya.Web.Tests -class '*Pictures' -explicit only</c>.
/// </summary>
public class Pictures(Browser browser, DemoSite demo)
{
    private static readonly (string Name, string Path)[] Screens =
    [
        ("01-start", "/start"),
        ("02-today", "/"),
        ("03-check-in", "/checkin/2026-11-21"),
        ("04-flare", "/flare"),
        ("05-days", "/days"),
        ("06-body", "/body"),
        ("07-findings", "/findings"),
        ("08-what-helped", "/what-helped"),
        ("09-experiment", "/experiments"),
        ("10-medicines", "/medicines"),
        ("11-report", "/report"),
        ("12-search", "/search"),
    ];

    [Theory(Explicit = true)]
    [InlineData(390, 844, "phone"), InlineData(1280, 800, "desktop")]
    public async Task Makes_the_pictures(int width, int height, string screen)
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                await visit.Page.SetViewportSizeAsync(width, height);
                foreach (var (name, path) in Screens)
                {
                    await visit.GoAsync(path);
                    // each picture as if one came from the page above, not from the picture before
                    await visit.Page.EvaluateAsync("() => sessionStorage.clear()");
                    await visit.GoAsync(path);
                    var file = Path.Combine(Repository.Folder("docs", "pictures"), $"{name}-{screen}.png");
                    await visit.Page.ScreenshotAsync(new() { Path = file });
                }
            },
            look: Looks.Cookie("light")
        );
    }
}
