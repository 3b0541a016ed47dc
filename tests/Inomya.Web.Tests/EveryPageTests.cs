using Inomya.Web.Tests.Support;
using Microsoft.Playwright;

namespace Inomya.Web.Tests;

/// <summary>What holds for every page in every look. A room adds its pages to <see cref="Pages"/>.</summary>
public class EveryPageTests(Browser browser, DemoSite demo)
{
    public static TheoryData<string> Pages { get; } =
    [
        "/",
        "/checkin",
        "/days",
        "/days/2026-11-20",
        "/findings",
        "/report",
        "/questionnaires",
        "/questionnaires/peg",
        "/questionnaires/phq-9",
        "/red-flags",
        "/treatments",
        "/treatments/add",
        "/doses",
        "/allergies",
        "/appointments",
        "/reminders",
        "/medicines",
        "/evidence",
        "/evidence/pregabalin",
        "/flares",
        "/now",
        "/import",
        "/you",
        "/more",
        "/experiments",
        "/experiments/new?factor=overdid&of=pain",
        "/experiments/proposal",
        "/what-helped",
        "/flare-plan",
        "/flare-plan/edit",
        "/flares/definition",
        "/flares/message",
        "/pacing",
        "/early-warning",
        "/guide",
        "/guide/muscle-relaxants",
        "/look-alikes",
        "/look-alikes/rheumatoid-arthritis",
        "/look-alikes/sheet",
        "/risk-factors",
        "/scores",
        "/scores/peg",
        "/laboratory",
        "/laboratory/add",
        "/laboratory/add?test=ferritin",
        "/laboratory/import",
        "/costs",
        "/history",
        "/history?add=onset",
        "/history/print",
        "/body",
        "/body?layer=points",
        "/body/examinations",
        "/body/examine/motion",
        "/body/examine/tender-points",
        "/questionnaires/own",
        "/questionnaires/peg/page",
        "/look",
        "/device",
        "/design",
        "/nowhere",
        "/offline",
    ];

    /// <summary>What is needed on a bad day has the contrast of the highest level as well.</summary>
    private static readonly string[] BadDayPages =
    [
        "/",
        "/checkin",
        "/flare-plan",
        "/treatments",
        "/medicines",
        "/device",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_accessibility_rule_is_broken_in_any_theme(string path)
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                await OpenAsync(visit, path);
                foreach (var theme in Looks.Themes)
                {
                    await visit.WearAsync(theme);
                    await visit.AssertAccessibleAsync(
                        strict: BadDayPages.Contains(path),
                        coloursOnly: theme != Looks.Themes[0]
                    );
                }
            },
            look: Looks.Cookie(Looks.Themes[0])
        );
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_sticks_out_at_320_pixels_or_at_double_text_size(string path)
    {
        var site = await demo.StartAsync();
        foreach (var size in (int[])[100, 200])
            await browser.VisitAsync(
                site,
                async visit =>
                {
                    await OpenAsync(visit, path);
                    foreach (var screen in Enum.GetValues<Screen>())
                    {
                        await visit.ResizeAsync(screen);
                        await visit.AssertReflowsAsync();
                    }
                },
                look: Looks.Cookie("light", size)
            );
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_target_is_at_least_56_pixels(string path)
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            await OpenAsync(visit, path);
            foreach (var screen in Enum.GetValues<Screen>())
            {
                await visit.ResizeAsync(screen);
                await visit.AssertBigTargetsAsync();
            }
        });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_keyboard_reaches_everything_and_shows_where_it_is(string path)
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                await OpenAsync(visit, path);
                var walk = await visit.WalkByKeyboardAsync();
                Assert.Equal("Skip to the page", walk[0]);
                Assert.Contains("Findings", walk);
            },
            Screen.Desktop
        );
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_on_a_page_moves(string path)
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            await OpenAsync(visit, path);
            Assert.Equal(0, await visit.Page.EvaluateAsync<int>("() => document.getAnimations().length"));
        });
    }

    private static async Task OpenAsync(Visit visit, string path)
    {
        if (path == "/nowhere")
            visit.ExpectedStatus = 404;
        await visit.GoAsync(path);
    }
}
