using Inomya.Web.Tests.Support;

namespace Inomya.Web.Tests;

/// <summary>Draws the icons of the home screen from icon.svg: run it after that has changed, and commit the files.</summary>
public class Icons(Browser browser)
{
    [Theory(Explicit = true)]
    [InlineData("icon-192.png", 192, 0)]
    [InlineData("icon-512.png", 512, 0)]
    [InlineData("icon-maskable-512.png", 512, .1)]
    public async Task Makes_the_icons(string name, int size, double margin)
    {
        var images = Path.Combine(Repository.Root, "src", "Inomya.Web", "Design", "Images");
        var drawing = await File.ReadAllTextAsync(Path.Combine(images, "icon.svg"));
        await using var site = await Site.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            await visit.Page.SetViewportSizeAsync(size, size);
            var inner = (int)(size * (1 - 2 * margin));
            await visit.Page.SetContentAsync(
                $"<body style='margin:0;background:{(margin > 0 ? "#2f5a4e" : "transparent")};display:grid;place-items:center;height:100vh'><div style='width:{inner}px;height:{inner}px'>{drawing}</div>"
            );
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(images, name), OmitBackground = true });
        });
    }
}
