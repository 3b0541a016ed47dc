using System.Text;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Inomya.Web.Tests.Support;

/// <summary>The window a page is opened in.</summary>
public enum Screen
{
    Phone,
    Desktop,
    Narrow,
}

/// <summary>One real Chromium for all tests, started when a test first opens a page.</summary>
/// <remarks>
/// Taken from INOMYA_CHROMIUM or found on the PATH. Where there is none, the test is skipped and says so; it never
/// passes unseen. A test class takes it as a constructor argument.
/// </remarks>
public sealed class Browser : IAsyncDisposable
{
    /// <summary>The shell without windows first: a window for every visit costs more than the visit.</summary>
    private static readonly string[] Names =
    [
        "chromium-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];
    private static readonly string[] Flags =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--font-render-hinting=none",
    ];

    /// <summary>A visit that hangs fails its test, so that a run always ends.</summary>
    private static readonly TimeSpan LongestVisit = TimeSpan.FromMinutes(15),
        LongestClosing = TimeSpan.FromSeconds(30);

    /// <summary>Patience, not a judgement: how long a busy machine may take to show what a test waits for.</summary>
    private const float PatienceMilliseconds = 90_000;

    /// <summary>
    /// A page takes a server that is silent for ten seconds for no connection. On a busy machine that would decide what a
    /// test sees.
    /// </summary>
    private const string MorePatience =
        "{ const limit = AbortSignal.timeout.bind(AbortSignal); AbortSignal.timeout = ms => limit(ms * 6); }";

    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    /// <summary>
    /// Opens pages of a site, and afterwards fails the test if a page asked another host for anything, logged an error
    /// or broke its content policy.
    /// </summary>
    public async Task VisitAsync(
        Site site,
        Func<Visit, Task> visit,
        Screen screen = Screen.Phone,
        string? look = null,
        bool scripts = true
    )
    {
        var chromium = await StartAsync();
        var context = await chromium.NewContextAsync(
            new()
            {
                BaseURL = site.Url,
                ViewportSize = new() { Width = SizeOf(screen).Width, Height = SizeOf(screen).Height },
                HasTouch = screen != Screen.Desktop,
                JavaScriptEnabled = scripts,
                ReducedMotion = ReducedMotion.Reduce,
                ColorScheme = ColorScheme.Light,
            }
        );
        context.SetDefaultTimeout(PatienceMilliseconds);
        await context.AddInitScriptAsync(MorePatience);
        try
        {
            if (look is not null)
                await context.AddCookiesAsync([
                    new()
                    {
                        Name = "inomya-look",
                        Value = look,
                        Url = site.Url,
                    },
                ]);
            var page = new Visit(site, await context.NewPageAsync());
            await visit(page).WaitAsync(LongestVisit);
            page.AssertNothingStrange();
        }
        finally
        {
            await CloseAsync(context);
        }
    }

    /// <summary>
    /// A window that never finishes closing must not keep all other tests waiting; what its test found counts without
    /// it.
    /// </summary>
    private static async Task CloseAsync(IBrowserContext context)
    {
        try
        {
            await context.CloseAsync().WaitAsync(LongestClosing);
        }
        catch (TimeoutException)
        {
            // it goes with the browser
        }
    }

    /// <summary>In CSS pixels.</summary>
    public static (int Width, int Height) SizeOf(Screen screen) =>
        screen switch
        {
            Screen.Phone => (390, 844),
            Screen.Narrow => (320, 640),
            _ => (1280, 900),
        };

    private async Task<IBrowser> StartAsync()
    {
        if (Find() is not { } path)
        {
            Assert.Skip(
                "No Chromium: set INOMYA_CHROMIUM to its path or install it (Debian: apt-get install chromium)."
            );
            return null!;
        }

        await _starting.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
            // one that broke down takes the test with it that used it, and no other
            if (_chromium is not { IsConnected: true })
                _chromium = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Flags });
            return _chromium;
        }
        finally
        {
            _starting.Release();
        }
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("INOMYA_CHROMIUM") is { Length: > 0 } named)
            return File.Exists(named) ? named : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return Names
            .SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        _playwright?.Dispose();
        _starting.Dispose();
    }
}
