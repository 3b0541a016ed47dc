using Inomya.Journals;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests;

/// <summary>Warning signs and the crisis path in a real browser: at the tap, with no script, with no network, and from wherever it was said.</summary>
public class RedFlagPagesTests(Browser browser)
{
    private const string Support = "You deserve support right now";

    [Fact]
    public async Task What_cannot_wait_shows_at_the_tap_with_a_number_to_tap()
    {
        await using var site = await Site.OfAsync(await InAsync("ES"));
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/red-flags");
            await AnswerAsync(page, "Do you have pain or pressure in the chest", "Yes");
            await Expect(page.GetByText("Do not put it down to your muscles.")).ToBeVisibleAsync();
            var call = Question(page, "Do you have pain or pressure in the chest")
                .GetByRole(AriaRole.Link, new() { Name = "Call 112" });
            await Expect(call).ToHaveAttributeAsync("href", "tel:112");
            await visit.AssertAccessibleAsync();
            await visit.ScreenshotAsync("red-flags-now");
            await AnswerAsync(page, "Do you have pain or pressure in the chest", "No");
            await Expect(page.GetByText("Do not put it down to your muscles.")).ToBeHiddenAsync();

            await AnswerAsync(page, "Did you take more than 4 g of paracetamol", "Yes");
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Servicio de Información Toxicológica" }))
                .ToHaveAttributeAsync("href", "tel:915620420");
            await AnswerAsync(page, "Did you take more than 4 g of paracetamol", "No");

            await AnswerAsync(page, "Do you have thoughts of ending your life?", "Yes");
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Línea 024" })).ToBeVisibleAsync();
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_answered_is_never_all_is_well_and_only_all_no_reassures(bool scripts)
    {
        await using var site = await Site.OfAsync(await InAsync(null));
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                var result = page.Locator("[data-result]");
                await visit.GoAsync("/red-flags");
                await Expect(page.GetByText("We do not know where you live").First).ToBeVisibleAsync();
                await CheckAsync(page);
                await Expect(result.GetByText("No question is answered yet")).ToBeVisibleAsync();
                await Expect(result.GetByText("You answered every question with no")).ToHaveCountAsync(0);

                await page.Locator("[data-flags]")
                    .EvaluateAsync(
                        "form => form.querySelectorAll('.flag > div:first-child input[value=\"0\"]').forEach(no => { no.checked = true; })"
                    );
                await CheckAsync(page);
                await Expect(result.GetByText("You answered every question with no")).ToBeVisibleAsync();
            },
            scripts: scripts
        );
    }

    [Fact]
    public async Task With_no_network_the_list_still_judges_and_still_names_the_number()
    {
        await using var site = await Site.OfAsync(await InAsync("CL"));
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await OfflineTests.WithKeptPagesAsync(visit);
            await page.GotoAsync("/red-flags");
            await AnswerAsync(page, "Is a joint newly swollen?", "Yes");
            await AnswerAsync(page, "Is it hot and very painful", "Yes");
            await CheckAsync(page);
            await Expect(page.GetByText("Get the joint seen today, also without a fever.")).ToBeVisibleAsync();
            await Expect(page.GetByText("Photos of the joint help.")).ToBeHiddenAsync();
            await Expect(page.GetByText("Some questions are not answered")).ToBeVisibleAsync();
            await AnswerAsync(page, "Are you newly numb between the legs", "Yes");
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Call 131" }).Last).ToBeVisibleAsync();
            await Expect(page.GetByText("Get the joint seen today, also without a fever.")).ToBeHiddenAsync();
        });
    }

    [Fact]
    public async Task Thoughts_written_with_no_network_open_the_crisis_path_once_they_are_sent()
    {
        var journal = await InAsync("NZ");
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await OfflineTests.WithKeptPagesAsync(visit);
            await page.GotoAsync("/checkin");
            await page.GetByLabel("A note").FillAsync("I want to die");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Expect(page.GetByText("1 thing is kept on this device")).ToBeVisibleAsync();
            await page.GotoAsync("/");
            await page.Context.SetOfflineAsync(false);
            await Expect(page.GetByText(Support)).ToHaveCountAsync(1);
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "1737" }).First).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task Thoughts_of_ending_ones_life_open_the_crisis_path_from_each_place()
    {
        var journal = await InAsync("NZ");
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/allergies");
            await Expect(page.GetByText(Support)).ToHaveCountAsync(0);
            await page.GetByRole(AriaRole.Checkbox, new() { Name = "Thoughts of ending my life" }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).Last.ClickAsync();
            await Expect(page.GetByText(Support)).ToHaveCountAsync(1);
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "1737" }).First)
                .ToHaveAttributeAsync("href", "tel:1737");
            Assert.True(
                await page.EvaluateAsync<bool>(
                    "() => document.getElementById('crisis').getBoundingClientRect().top < document.querySelector('[data-saved]').getBoundingClientRect().top"
                )
            );
            await visit.AssertAccessibleAsync();
            await visit.ScreenshotAsync("crisis-allergies");

            await visit.GoAsync("/checkin");
            await page.GetByLabel("A note").FillAsync("I want to die");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Expect(page.GetByText(Support)).ToHaveCountAsync(1);
        });
    }

    /// <summary>An empty journal of someone who lives there; null: they did not say.</summary>
    private static async Task<Journal> InAsync(string? country)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await journal.LiveInAsync(country);
        return journal;
    }

    private static ILocator Question(IPage page, string question) =>
        page.Locator("[data-level]").Filter(new() { HasText = question }).First;

    private static Task AnswerAsync(IPage page, string question, string answer) =>
        page.GetByRole(AriaRole.Group, new() { Name = question })
            .GetByRole(AriaRole.Radio, new() { Name = answer, Exact = true })
            .CheckAsync();

    private static Task CheckAsync(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = "See what to do" }).ClickAsync();
}
