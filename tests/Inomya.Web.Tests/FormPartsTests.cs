using Inomya.Web.Tests.Support;
using Microsoft.Playwright;

namespace Inomya.Web.Tests;

/// <summary>The parts that are filled in, in a browser with scripts switched off.</summary>
public class FormPartsTests(Browser browser)
{
    [Fact]
    public async Task A_rating_is_given_and_taken_back_without_scripts()
    {
        await using var site = await Site.StartAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                await visit.Page.GotoAsync("/design");
                var pain = visit.Page.GetByRole(AriaRole.Group, new() { Name = "How strong was your pain today?" });
                await Assertions.Expect(pain.GetByLabel("6", new() { Exact = true })).ToBeCheckedAsync();
                await pain.Locator("label", new() { HasText = "7" }).ClickAsync();
                await Assertions.Expect(pain.GetByLabel("7")).ToBeCheckedAsync();
                await pain.Locator("label", new() { HasText = "no answer" }).ClickAsync();
                await Assertions.Expect(pain.GetByLabel("7")).Not.ToBeCheckedAsync();
                await Assertions.Expect(pain.GetByLabel("no answer")).ToHaveValueAsync("");
                await Assertions.Expect(pain.GetByText("Last time: 4")).ToBeVisibleAsync();
            },
            scripts: false
        );
    }

    [Fact]
    public async Task A_tap_on_the_body_ticks_its_place_in_the_list()
    {
        await using var site = await Site.StartAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                await visit.Page.GotoAsync("/design");
                var box = visit.Page.GetByLabel("Left lower leg");
                await Assertions.Expect(box).Not.ToBeCheckedAsync();
                await visit.Page.Locator(".s-lower_leg_left").First.ClickAsync();
                await Assertions.Expect(box).ToBeCheckedAsync();
                await visit.Page.Locator(".s-lower_leg_left").Last.ClickAsync();
                await Assertions.Expect(box).Not.ToBeCheckedAsync();
            },
            scripts: false
        );
    }

    [Fact]
    public async Task The_keyboard_moves_along_a_rating()
    {
        await using var site = await Site.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/design");
            var pain = visit.Page.GetByRole(AriaRole.Group, new() { Name = "How strong was your pain today?" });
            await pain.GetByLabel("6", new() { Exact = true }).FocusAsync();
            await visit.Page.Keyboard.PressAsync("ArrowRight");
            await Assertions.Expect(pain.GetByLabel("7")).ToBeCheckedAsync();
        });
    }

    [Fact]
    public async Task A_look_is_chosen_without_scripts_and_stays()
    {
        await using var site = await Site.StartAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                await visit.Page.GotoAsync("/look");
                await visit.Page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^Night") }).CheckAsync();
                await visit.Page.GetByLabel("Very large").CheckAsync();
                await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Use this look" }).ClickAsync();
                await Assertions.Expect(visit.Page.GetByText("Your choice is kept")).ToBeVisibleAsync();
                await visit.Page.GotoAsync("/design");
                await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "night");
                await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-size", "200");
            },
            scripts: false
        );
    }

    [Theory]
    [InlineData("7.5", 7.5)]
    [InlineData("7,5", 7.5)]
    [InlineData(" 7 ", 7.0)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_number_is_read_as_people_write_it(string? typed, double? expected)
    {
        Assert.True(Design.NumberField.TryRead(typed, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("seven")]
    [InlineData("1.2.3")]
    [InlineData("NaN")]
    [InlineData("1e9")]
    public void What_is_not_a_number_is_not_guessed(string typed) =>
        Assert.False(Design.NumberField.TryRead(typed, out _));
}
