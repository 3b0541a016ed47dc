using Inomya.Web.Tests.Support;

namespace Inomya.Web.Tests;

/// <summary>Pictures of the living page for people to look at: artifacts/screenshots.</summary>
public class DesignScreenshots(Browser browser)
{
    [Theory]
    [MemberData(nameof(Looks.OnEveryScreen), MemberType = typeof(Looks))]
    public async Task Every_look_is_pictured_on_a_phone_and_a_desk(string theme, Screen screen)
    {
        await using var site = await Site.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/design");
            await visit.ScreenshotAsync($"design-{theme}-{screen.ToString().ToLowerInvariant()}");
        }, screen, Looks.Cookie(theme));
    }
}
