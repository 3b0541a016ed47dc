using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests;

/// <summary>Screen readers, big zoom, and the wishes that a device tells.</summary>
public class HumaneTests(Browser browser, DemoSite demo)
{
    [Fact]
    public async Task A_screen_reader_hears_the_question_its_ends_and_each_step()
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/checkin/2026-11-21");
            var pain = visit.Page.GetByRole(AriaRole.Group, new() { Name = "How strong was your pain today?" });
            await Expect(pain)
                .ToHaveAccessibleDescriptionAsync(
                    new System.Text.RegularExpressions.Regex("0 no pain 10 worst I can imagine")
                );
            await Expect(pain.GetByRole(AriaRole.Radio)).ToHaveCountAsync(12);
            await Expect(visit.Page.GetByRole(AriaRole.Main)).ToBeVisibleAsync();
            await Expect(visit.Page.GetByRole(AriaRole.Navigation, new() { Name = "Places" })).ToBeVisibleAsync();
            Assert.Empty(
                await visit.Page.EvaluateAsync<string[]>(
                    "() => [...document.querySelectorAll('main :is(button, a, input:not([type=hidden]), textarea, select)')].filter(e => !([...(e.labels ?? [])].map(l => l.innerText).join('').trim() || e.innerText || e.getAttribute('aria-label') || e.closest('[hidden], template, details:not([open])'))).map(e => e.outerHTML)"
                )
            );
        });
    }

    [Theory]
    [InlineData(ColorScheme.Dark, .12)]
    [InlineData(ColorScheme.Light, 1)]
    public async Task Without_a_choice_the_page_follows_the_device(ColorScheme scheme, double most)
    {
        await using var site = await Site.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await visit.GoAsync("/look");
            var (mean, _) = await visit.LuminanceAsync();
            Assert.InRange(mean, scheme == ColorScheme.Light ? .5 : 0, most);
        });
    }

    [Fact]
    public async Task A_device_that_asks_for_more_contrast_gets_black_and_white()
    {
        await using var site = await Site.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            await visit.Page.EmulateMediaAsync(new() { Contrast = Contrast.More });
            await visit.GoAsync("/look");
            Assert.Equal(
                "rgb(0, 0, 0)",
                await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).color")
            );
            await visit.AssertAccessibleAsync(strict: true);
        });
    }

    [Fact]
    public async Task With_colours_forced_by_the_system_what_is_chosen_can_still_be_told()
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            await visit.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
            await visit.GoAsync("/checkin/2026-11-21");
            var steps = await visit.Page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('.scale')].filter(s => s.querySelector('input:checked')).slice(0, 1).flatMap(scale =>
                  [scale.querySelector('input:checked'), scale.querySelector('input:not(:checked)')].map(i => { const s = getComputedStyle(i.nextElementSibling); return `${s.backgroundColor} ${s.outlineStyle} ${s.borderStyle}`; }))
                """
            );
            Assert.NotEqual(steps[0], steps[1]);
        });
    }

    [Fact]
    public async Task A_window_at_400_per_cent_needs_no_sideways_scrolling()
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            // 1280 by 900 at 400 % is what a page sees as 320 by 225
            await visit.Page.SetViewportSizeAsync(320, 225);
            foreach (var path in new[] { "/", "/checkin", "/treatments", "/medicines", "/device", "/days" })
            {
                await visit.GoAsync(path);
                await visit.AssertReflowsAsync();
                Assert.True(
                    await visit.Page.EvaluateAsync<bool>(
                        "() => [...document.querySelectorAll('*')].filter(e => ['fixed', 'sticky'].includes(getComputedStyle(e).position) && !e.closest('.skip')).every(e => e.getBoundingClientRect().height < innerHeight / 3)"
                    ),
                    path
                );
            }
        });
    }
}
