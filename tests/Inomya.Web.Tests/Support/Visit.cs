using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Inomya.Web.Tests.Support;

/// <summary>One window on a site, watched: what it asks for and what it complains about is kept.</summary>
public sealed class Visit
{
    private readonly Site _site;
    private readonly List<string> _strange = [];

    public Visit(Site site, IPage page)
    {
        (_site, Page) = (site, page);
        page.Context.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith(site.Url + "/", StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
                // made by a page of the site, and of its origin
                && !request.Url.StartsWith($"blob:{site.Url}/", StringComparison.Ordinal)
            )
                _strange.Add($"asked for {request.Url}");
        };
        page.Console += (_, message) =>
        {
            if (message.Type is "error" && !IsExpected(message.Text))
                _strange.Add($"console: {message.Text}");
        };
        page.PageError += (_, error) => _strange.Add($"script: {error}");
    }

    public IPage Page { get; }

    /// <summary>An error status this test asks for; the browser's note of it is then not strange.</summary>
    public int? ExpectedStatus { get; set; }

    /// <summary>The test takes the network away; the browser's notes of it are then not strange.</summary>
    public bool ExpectsNoNetwork { get; set; }

    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await FontsAsync();
    }

    /// <summary>Waits until the page has its own font, so that sizes and pictures do not depend on luck.</summary>
    public Task FontsAsync() => Page.EvaluateAsync("() => document.fonts.ready.then(() => true)");

    public void AssertNothingStrange() => None(_strange);

    /// <summary>The same page on another screen.</summary>
    public Task ResizeAsync(Screen screen) =>
        Page.SetViewportSizeAsync(Browser.SizeOf(screen).Width, Browser.SizeOf(screen).Height);

    /// <summary>The same page in another theme: all that a theme is hangs on this attribute.</summary>
    public Task WearAsync(string theme) =>
        Page.EvaluateAsync("theme => { document.documentElement.dataset.theme = theme; }", theme);

    /// <summary>Text of so many parts of a hundred of the usual size, as the person can choose it.</summary>
    public Task WriteAsync(int percent) =>
        Page.EvaluateAsync("size => { document.documentElement.dataset.size = size; }", $"{percent}");

    /// <summary>Every rule of WCAG 2.2 A and AA that axe knows, and its best practices.</summary>
    /// <param name="strict">Also the contrast of AAA.</param>
    /// <param name="coloursOnly">What a theme can change; everything else was looked at in another theme.</param>
    public async Task AssertAccessibleAsync(bool strict = false, bool coloursOnly = false)
    {
        var result = await Page.RunAxe(
            coloursOnly
                ? new AxeRunOptions
                {
                    RunOnly = new()
                    {
                        Type = "rule",
                        Values = strict
                            ? ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]
                            : ["color-contrast", "link-in-text-block"],
                    },
                }
                : new AxeRunOptions
                {
                    RunOnly = new()
                    {
                        Type = "tag",
                        Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
                    },
                    Rules = strict ? new() { ["color-contrast-enhanced"] = new() { Enabled = true } } : null,
                }
        );
        None(
            result.Violations.Select(v =>
                $"{Page.Url}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(5).Select(n => n.Html))}"
            )
        );
    }

    /// <summary>Nothing sticks out at the side: no scrolling left and right.</summary>
    public async Task AssertReflowsAsync()
    {
        var wider = await Page.EvaluateAsync<string[]>(
            """
            () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
              .filter(e => (e.getBoundingClientRect().right > innerWidth || e.getBoundingClientRect().left + e.scrollWidth > innerWidth) && !e.closest('.table-frame')).slice(-5).map(e => e.outerHTML.slice(0, 120))
            """
        );
        None(wider.Select(w => $"{Page.ViewportSize!.Width}: {w}"));
        Assert.True(
            await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"),
            "The page is wider than its window."
        );
    }

    /// <summary>Every link, button, field and box is at least 56 by 56 px, or lies in a label that is. Links inside a sentence are excepted.</summary>
    /// <remarks>
    /// Excepted as well: days of a calendar, since a seventh of a phone is narrower (they are 56 px high, and day navigation leads to the same
    /// pages), and the body drawing, a second way to the list of regions, whose boxes are big.
    /// </remarks>
    public async Task AssertBigTargetsAsync(string within = "body")
    {
        var small = await Page.EvaluateAsync<string[]>(
            """
            within => [...document.querySelectorAll(within + ' :is(a[href], button, summary, input:not([type=hidden]), textarea, select)')]
              .filter(e => e.checkVisibility() && !e.closest('.skip') && getComputedStyle(e).display !== 'inline' && !e.closest('.notice, .calendar td'))
              .map(e => e.closest('label') ?? e)
              .filter(e => { const r = e.getBoundingClientRect(); return r.width < 55.5 || r.height < 55.5; })
              .map(e => { const r = e.getBoundingClientRect(); return `${Math.round(r.width)}x${Math.round(r.height)} ${e.outerHTML.slice(0, 90)}`; })
            """,
            within
        );
        None(small);
    }

    /// <summary>Presses Tab from the top of the page to its end.</summary>
    /// <returns>What had the focus, in order: its name or text. Fails when something has the focus and does not show it.</returns>
    public async Task<IReadOnlyList<string>> WalkByKeyboardAsync(int atMost = 400)
    {
        var seen = new List<string>();
        for (var i = 0; i < atMost; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            var at = await Page.EvaluateAsync<string[]?>(
                """
                () => {
                  const e = document.activeElement;
                  if (!e || e === document.body || e.dataset.walked) return null;
                  e.dataset.walked = '1';
                  const ring = [e, e.nextElementSibling].some(x => x && getComputedStyle(x).outlineStyle !== 'none' && parseFloat(getComputedStyle(x).outlineWidth) >= 2);
                  return [(e.labels?.[0]?.innerText || e.innerText || e.getAttribute('aria-label') || e.name || '').trim(), ring ? 'ring' : 'none', e.outerHTML.slice(0, 120)];
                }
                """
            );
            if (at is null)
                break;
            Assert.True(at[1] == "ring", $"No focus ring on {at[2]}");
            seen.Add(at[0]);
        }

        return seen;
    }

    /// <summary>Mean and highest relative luminance (0 to 1) of what is on the screen now.</summary>
    public async Task<(double Mean, double Highest)> LuminanceAsync() =>
        (await LuminancesAsync([Convert.ToBase64String(await Page.ScreenshotAsync())])).Single();

    /// <summary>What the screen shows while something is done: every frame that the browser paints, in order.</summary>
    public async Task<IReadOnlyList<(double Mean, double Highest)>> FramesAsync(Func<Task> act)
    {
        var browser = await Page.Context.NewCDPSessionAsync(Page);
        var frames = new List<string>();
        browser.Event("Page.screencastFrame").OnEvent += async (_, frame) =>
        {
            if (frame is not { } one)
                return;
            lock (frames)
                frames.Add(one.GetProperty("data").GetString()!);
            try
            {
                await browser.SendAsync(
                    "Page.screencastFrameAck",
                    new() { ["sessionId"] = one.GetProperty("sessionId").GetInt32() }
                );
            }
            catch (PlaywrightException)
            {
                // the last frame may come when the session is over
            }
        };
        await browser.SendAsync("Page.startScreencast", new() { ["format"] = "png", ["everyNthFrame"] = 1 });
        await act();
        await browser.SendAsync("Page.stopScreencast");
        await browser.DetachAsync();
        string[] painted;
        lock (frames)
            painted = [.. frames];
        return await LuminancesAsync(painted);
    }

    /// <param name="pngs">In base 64.</param>
    private async Task<IReadOnlyList<(double Mean, double Highest)>> LuminancesAsync(IReadOnlyList<string> pngs)
    {
        var reader = await Page.Context.NewPageAsync();
        var light = await reader.EvaluateAsync<double[][]>(
            """
            async pngs => {
              const linear = [...Array(256).keys()].map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4), all = [];
              for (const png of pngs) {
                const picture = new Image(); picture.src = 'data:image/png;base64,' + png; await picture.decode();
                const canvas = document.createElement('canvas'); canvas.width = picture.width; canvas.height = picture.height;
                const paint = canvas.getContext('2d'); paint.drawImage(picture, 0, 0);
                const bytes = paint.getImageData(0, 0, canvas.width, canvas.height).data;
                let sum = 0, most = 0;
                for (let i = 0; i < bytes.length; i += 4) {
                  const y = .2126 * linear[bytes[i]] + .7152 * linear[bytes[i + 1]] + .0722 * linear[bytes[i + 2]];
                  sum += y; if (y > most) most = y;
                }
                all.push([sum / (bytes.length / 4), most]);
              }
              return all;
            }
            """,
            pngs
        );
        await reader.CloseAsync();
        return [.. light.Select(l => (l[0], l[1]))];
    }

    /// <summary>Keeps a picture of the whole page in artifacts/screenshots.</summary>
    public async Task ScreenshotAsync(string name) =>
        await Page.ScreenshotAsync(
            new() { Path = Path.Combine(Repository.Folder("artifacts", "screenshots"), name + ".png"), FullPage = true }
        );

    /// <summary>Fails with every line in full; Assert.Empty would cut them.</summary>
    private static void None(IEnumerable<string> wrong) =>
        Assert.True(!wrong.Any(), string.Join(Environment.NewLine, wrong));

    private bool IsExpected(string text) =>
        (ExpectsNoNetwork && text.Contains("net::ERR_", StringComparison.Ordinal))
        || ExpectedStatus is { } status && text.Contains($"status of {status}", StringComparison.Ordinal);
}
