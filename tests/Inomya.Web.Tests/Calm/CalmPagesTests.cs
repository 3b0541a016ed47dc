using Inomya.Calm;
using Inomya.Journals;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests.Calm;

/// <summary>The room Calm in a real browser: breathing, listening, what is closed, and one tap to note it.</summary>
public class CalmPagesTests(Browser browser)
{
    /// <summary>A browser with two voices, of which only one is of the device; it takes five seconds for a line.</summary>
    private const string Voices = """
        (() => {
          const voices = [{ name: 'far', lang: 'en-US', localService: false }, { name: 'near', lang: 'en-GB', localService: true }];
          window.said = [];
          window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
          Object.defineProperty(window, 'speechSynthesis', { value: {
            getVoices: () => voices, addEventListener() {},
            speak(u) { window.said.push(`${u.voice.name}: ${u.text}`); this.saying = u; setTimeout(() => this.saying === u && u.onend(), 5000); },
            cancel() { this.saying = undefined; window.said.push('stopped'); },
          } });
        })()
        """;

    [Fact]
    public async Task Breathing_begins_with_one_tap_turns_and_ends_at_once()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/calm/breathing");
            var said = page.Locator("[data-breathe-said]");
            await page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
            await Expect(said).ToHaveTextAsync("In …");
            await Expect(said).ToHaveTextAsync("Out …");
            await page.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
            await Expect(said).ToHaveTextAsync("");
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Begin" })).ToBeFocusedAsync();

            await page.GetByLabel("Dark screen").CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Breathe slowly" })).ToBeHiddenAsync();
            Assert.InRange((await visit.LuminanceAsync()).Mean, 0, 0.02);
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Breathe slowly" })).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task Stopped_while_it_begins_neither_a_tone_nor_a_voice_nor_the_screen_stays_on()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            // a track, and a lock of the screen, that come only when they are let
            await page.AddInitScriptAsync(
                """
                (() => {
                  window.playing = new Set();
                  HTMLMediaElement.prototype.play = function () { return new Promise(done => { window.let = () => { window.playing.add(this); done(); }; }); };
                  HTMLMediaElement.prototype.pause = function () { window.playing.delete(this); };
                  window.locks = 0;
                  Object.defineProperty(navigator, 'wakeLock', { value: { request: () => new Promise(done => {
                    window.let = () => { window.locks++; done({ release: () => { window.locks--; return Promise.resolve(); } }); };
                  }) } });
                })()
                """
            );
            await page.AddInitScriptAsync(Voices);
            await visit.GoAsync("/calm/breathing");
            foreach (var end in new[] { "End", "Escape" })
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
                await page.WaitForFunctionAsync("() => window.let");
                if (end == "Escape")
                    await page.Keyboard.PressAsync("Escape");
                else
                    await page.GetByRole(AriaRole.Button, new() { Name = end, Exact = true }).ClickAsync();
                await page.EvaluateAsync("() => { window.let(); window.let = undefined; }");
                await page.WaitForFunctionAsync("() => window.playing.size === 0");
                await Expect(page.Locator("[data-breathe-said]")).ToHaveTextAsync("");
                await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Begin" })).ToBeVisibleAsync();
            }
            await visit.GoAsync("/calm/grounding");
            await page.GetByRole(AriaRole.Button, new() { Name = "Listen" }).First.ClickAsync();
            await page.WaitForFunctionAsync("() => window.let");
            await page.GetByRole(AriaRole.Button, new() { Name = "Stop here" }).ClickAsync();
            await page.EvaluateAsync("() => window.let()");
            await page.WaitForFunctionAsync("() => window.locks === 0");
            Assert.Equal(["stopped"], await page.EvaluateAsync<string[]>("() => [...new Set(window.said)]"));
        });
    }

    [Fact]
    public async Task The_tones_are_a_track_of_whole_breaths_made_here_that_is_silent_at_each_turn()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/calm/breathing");
            var track = await visit.Page.EvaluateAsync<double[]>(
                """
                async () => {
                  const { wave } = await import(document.querySelector('[data-breathe]').dataset.sound);
                  const bytes = new DataView(await wave([4, 6]).arrayBuffer()), at = second => Math.abs(bytes.getInt16(44 + 2 * Math.round(second * 8000), true));
                  let loudest = 0;
                  for (let i = 44; i < bytes.byteLength; i += 2) loudest = Math.max(loudest, Math.abs(bytes.getInt16(i, true)));
                  return [bytes.getUint32(40, true) / 16000, at(0), at(4), at(10), loudest / 32767];
                }
                """
            );
            Assert.Equal([30, 0, 0, 0], track[..4]);
            Assert.InRange(track[4], 0.15, 0.25);
        });
    }

    [Fact]
    public async Task The_flare_page_breathes_at_the_same_pace_and_leads_on()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        var usual = BreathingRules.Read(new Inomya.Content.ContentFolder()).Usual;
        await browser.VisitAsync(site, async visit =>
        {
            foreach (var path in new[] { "/flare", "/calm/breathing" })
            {
                await visit.GoAsync(path);
                var breathe = visit.Page.Locator("[data-breathe]");
                await Expect(breathe).ToHaveAttributeAsync("data-in", $"{usual.InSeconds}");
                await Expect(breathe).ToHaveAttributeAsync("data-out", $"{usual.OutSeconds}");
            }
            await visit.GoAsync("/flare");
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "More ways to rest: Calm" }).ClickAsync();
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Here and now" }).ClickAsync();
            await Expect(visit.Page.GetByText("Your eyes may stay open, and you can stop")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task A_practice_is_read_by_a_voice_of_the_device_stops_at_once_and_goes_on_where_it_was()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await page.AddInitScriptAsync(Voices);
            await visit.GoAsync("/calm/grounding");
            var first = await page.Locator("[data-say]").First.TextContentAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Listen" }).First.ClickAsync();
            await Expect(page.Locator("[data-say][data-now]")).ToHaveTextAsync(first!);
            await page.GetByRole(AriaRole.Button, new() { Name = "Stop here" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Listen" }).First.ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Stop here" }).ClickAsync();
            var said = await page.EvaluateAsync<string[]>("() => window.said");
            Assert.StartsWith(
                $"near: {first!.Split(". ")[0]}",
                said.First(s => s != "stopped"),
                StringComparison.Ordinal
            );
            Assert.Equal("stopped", said[^1]);
            Assert.DoesNotContain(said, s => s.StartsWith("far", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Where_the_device_has_no_voice_the_text_is_there_and_says_so()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        foreach (var scripts in new[] { true, false })
            await browser.VisitAsync(
                site,
                async visit =>
                {
                    await visit.Page.AddInitScriptAsync(Voices.Replace("localService: true", "localService: false"));
                    await visit.GoAsync("/calm/wind-down");
                    await Expect(visit.Page.Locator("[data-say]").First).ToBeVisibleAsync();
                    if (scripts)
                        await Expect(visit.Page.GetByText("This device has no voice for it").First).ToBeVisibleAsync();
                    await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Listen" })).ToHaveCountAsync(0);
                },
                scripts: scripts
            );
    }

    [Fact]
    public async Task The_body_scan_waits_for_its_questions_and_a_yes_offers_another_practice()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/calm/body-scan");
            await Expect(page.Locator("[data-say]")).ToHaveCountAsync(0);
            await AnswerAsync(page, yes: null);
            await visit.GoAsync("/calm/body-scan");
            await Expect(page.Locator("[data-say]").First).ToBeVisibleAsync();
        });
        var other = await DemoJournal.NewAsync(empty: true);
        await using var second = await Site.OfAsync(other);
        await browser.VisitAsync(second, async visit =>
        {
            await visit.GoAsync("/calm/body-scan");
            await AnswerAsync(visit.Page, yes: 0);
            await visit.GoAsync("/calm/body-scan");
            await Expect(visit.Page.GetByText("Not the right practice for now")).ToBeVisibleAsync();
            await Expect(visit.Page.Locator("[data-say]")).ToHaveCountAsync(0);
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Here and now" }).ClickAsync();
            await Expect(visit.Page.Locator("[data-say]").First).ToBeVisibleAsync();
        });

        // the first of its gates is the one that closes it
        static async Task AnswerAsync(IPage page, int? yes)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "Questions before this practice" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Keep my answers" })).ToBeVisibleAsync();
            var groups = await page.Locator("main fieldset").AllAsync();
            foreach (var (group, i) in groups.Select((g, i) => (g, i)))
                await group
                    .GetByRole(AriaRole.Radio, new() { Name = i == yes ? "Yes" : "No", Exact = true })
                    .CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Keep my answers" }).First.ClickAsync();
            await Expect(page.Locator("[data-saved]")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task A_practice_is_noted_with_one_tap_also_with_no_network_and_counts_once()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/calm/grounding");
            await page.GetByRole(AriaRole.Button, new() { Name = "I did this" }).ClickAsync();
            await Expect(page.GetByText("Noted")).ToBeVisibleAsync();
            await OfflineTests.WithKeptPagesAsync(visit);
            await page.GotoAsync("/calm/breathing");
            await page.GetByText("How tense before and after").ClickAsync();
            await page.GetByRole(AriaRole.Group, new() { Name = "Tense before" })
                .GetByRole(AriaRole.Radio, new() { Name = "7", Exact = true })
                .CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "I did this" }).ClickAsync();
            await Expect(page.GetByText("Kept on this device", new() { Exact = true })).ToBeVisibleAsync();
            await page.Context.SetOfflineAsync(false);
            await Expect(page.Locator("#unsent")).ToBeHiddenAsync();
            await visit.GoAsync("/what-helped");
            await Expect(page.GetByText("Slow breathing").First).ToBeVisibleAsync();
        });
        Assert.Equal(2, (await journal.AllAsync<Intake>()).Count);
        Assert.Equal(7, Assert.Single(await journal.AllAsync<PracticeRating>()).Before);
    }
}
