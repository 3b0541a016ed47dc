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
        "/visit",
        "/visit/next",
        "/visit/next/pages",
        "/visit/next/in",
        "/card",
        "/phrases",
        "/reminders",
        "/medicines",
        "/evidence",
        "/evidence/pregabalin",
        "/flares",
        "/now",
        "/import",
        "/backup",
        "/backup/key",
        "/backup/plan",
        "/access",
        "/export",
        "/links",
        "/links/open",
        "/links/apps",
        "/forget",
        "/you",
        "/journal",
        "/relieve",
        "/understand",
        "/care",
        "/search",
        "/flare",
        "/start",
        "/start?step=2",
        "/start?step=3",
        "/start?step=4",
        "/start?step=5",
        "/experiments",
        "/experiments/new?factor=overdid&of=pain",
        "/experiments/proposal",
        "/what-helped",
        "/flare-plan",
        "/flare-plan/edit",
        "/sleep",
        "/sleep/diary",
        "/sleep/diary/2026-11-20",
        "/sleep/plan",
        "/sleep/review",
        "/calm",
        "/calm/breathing",
        "/calm/grounding",
        "/calm/body-scan",
        "/flares/definition",
        "/flares/message",
        "/pacing",
        "/movement",
        "/movement/exercises",
        "/movement/exercises/clamshell",
        "/movement/plan",
        "/movement/session",
        "/movement/sheet?exercise=walking",
        "/food",
        "/food/score",
        "/food/trial",
        "/weekly-review",
        "/weekly-review/tracking",
        "/early-warning",
        "/programmes",
        "/programmes/skills",
        "/programmes/skills/what-pain-is",
        "/programmes/skills/what-pain-is?form=listen",
        "/programmes/calm/read",
        "/programmes/gates/skills",
        "/function",
        "/function/2026-11-20",
        "/work",
        "/work/letter",
        "/support",
        "/support?country=GB",
        "/support?country=JP",
        "/long-view",
        "/report?for=benefits&with=function-gb",
        "/writing",
        "/writing/thought-record",
        "/writing/values-compass",
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
        "/account",
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

    /// <summary>
    /// One visit a page, since opening a page costs more than looking at it; each promise is told by its own failure.
    /// </summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_for_everyone_in_every_look_on_every_screen(string path)
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                await OpenAsync(visit, path);
                await Assert.MultipleAsync(
                    () => NothingMovesAsync(visit),
                    () => NoAccessibilityRuleIsBrokenInAnyThemeAsync(visit, BadDayPages.Contains(path)),
                    () => NothingSticksOutAndEveryTargetIsBigAsync(visit),
                    () => NothingSticksOutAtDoubleTextSizeAsync(visit),
                    () => TheKeyboardReachesEverythingAndShowsWhereItIsAsync(visit)
                );
            },
            look: Looks.Cookie(Looks.Themes[0])
        );
    }

    private static async Task NothingMovesAsync(Visit visit) =>
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("() => document.getAnimations().length"));

    private static async Task NoAccessibilityRuleIsBrokenInAnyThemeAsync(Visit visit, bool strict)
    {
        foreach (var theme in Looks.Themes)
        {
            await visit.WearAsync(theme);
            await visit.AssertAccessibleAsync(strict, coloursOnly: theme != Looks.Themes[0]);
        }
        await visit.WearAsync(Looks.Themes[0]);
    }

    private static async Task NothingSticksOutAndEveryTargetIsBigAsync(Visit visit)
    {
        foreach (var screen in Enum.GetValues<Screen>())
        {
            await visit.ResizeAsync(screen);
            await visit.AssertReflowsAsync();
            await visit.AssertBigTargetsAsync();
        }
    }

    private static async Task NothingSticksOutAtDoubleTextSizeAsync(Visit visit)
    {
        await visit.WriteAsync(percent: 200);
        foreach (var screen in Enum.GetValues<Screen>())
        {
            await visit.ResizeAsync(screen);
            await visit.AssertReflowsAsync();
        }
        await visit.WriteAsync(percent: 100);
    }

    private static async Task TheKeyboardReachesEverythingAndShowsWhereItIsAsync(Visit visit)
    {
        await visit.ResizeAsync(Screen.Desktop);
        var walk = await visit.WalkByKeyboardAsync();
        Assert.Equal("Skip to the page", walk[0]);
        Assert.Contains("Understand", walk);
    }

    private static async Task OpenAsync(Visit visit, string path)
    {
        if (path == "/nowhere")
            visit.ExpectedStatus = 404;
        await visit.GoAsync(path);
    }
}
