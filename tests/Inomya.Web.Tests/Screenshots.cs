using Inomya.Web.Tests.Support;

namespace Inomya.Web.Tests;

/// <summary>Pictures of pages for people to look at: artifacts/screenshots.</summary>
public class Screenshots(Browser browser, DemoSite demo)
{
    [Theory]
    [MemberData(nameof(Looks.OnEveryScreen), MemberType = typeof(Looks))]
    public async Task Every_look_is_pictured_on_a_phone_and_a_desk(string theme, Screen screen)
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                foreach (
                    var (name, path) in new[]
                    {
                        ("today", "/"),
                        ("checkin", "/checkin"),
                        ("days", "/days"),
                        ("design", "/design"),
                    }
                )
                {
                    await visit.GoAsync(path);
                    await visit.ScreenshotAsync($"{name}-{theme}-{screen.ToString().ToLowerInvariant()}");
                }
            },
            screen,
            Looks.Cookie(theme)
        );
    }
}
