using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests;

/// <summary>Filling in a questionnaire, with scripts and without.</summary>
public class QuestionnaireTests(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_question_a_screen_left_and_taken_up_again_and_help_at_once_after_item_9(bool scripts)
    {
        await using var site = await DemoSite.StartOwnAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                await visit.GoAsync("/questionnaires");
                if (scripts)
                    await visit.AssertAccessibleAsync();
                if (scripts)
                    await visit.AssertReflowsAsync();
                if (scripts)
                    await visit.AssertBigTargetsAsync();
                await page.Locator("main a[href='/questionnaires/phq-9']").ClickAsync();
                if (scripts)
                    await visit.AssertReflowsAsync();
                if (scripts)
                    await visit.AssertBigTargetsAsync();
                await AnswerAsync(page, "Several days");
                await Expect(page.GetByText("Question 2 of 10").First).ToBeVisibleAsync();

                await visit.GoAsync("/questionnaires");
                var begun = page.Locator("main a[href='/questionnaires/phq-9']");
                await Expect(begun).ToContainTextAsync("Begun.");
                await begun.ClickAsync();
                await Expect(page.GetByText("Question 2 of 10").First).ToBeVisibleAsync();
                for (var question = 2; question <= 8; question++)
                    await AnswerAsync(page, "Not at all");
                await Expect(page.GetByText("You deserve support right now")).ToHaveCountAsync(0);
                await AnswerAsync(page, "Several days");
                await Expect(page.GetByText("You deserve support right now")).ToBeVisibleAsync();
                await Expect(page.GetByText("024").First).ToBeVisibleAsync();
                if (scripts)
                    await visit.AssertAccessibleAsync();

                await AnswerAsync(page, "Somewhat difficult");
                await page.GetByRole(AriaRole.Button, new() { Name = "Finish and see the result" }).ClickAsync();
                await Expect(page.GetByText("You deserve support right now")).ToBeVisibleAsync();
                await Expect(page.GetByText("2 (0 to 27): none or minimal (Kroenke 2001)")).ToBeVisibleAsync();
                await Expect(page.GetByText("It is a screen, not a diagnosis.")).ToBeVisibleAsync();
                if (scripts)
                    await visit.AssertAccessibleAsync();
            },
            scripts: scripts
        );
    }

    [Fact]
    public async Task A_sign_that_needs_help_now_is_shown_alone_and_first()
    {
        await using var site = await DemoSite.StartOwnAsync();
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/red-flags");
            await YesAsync(page, "Is a joint newly swollen?");
            await YesAsync(page, "Do you have pain or pressure in the chest");
            await page.GetByRole(AriaRole.Button, new() { Name = "See what to do" }).ClickAsync();
            var result = page.Locator("[data-result]");
            await Expect(result.GetByText("Call the emergency number now. Do not put it down to your muscles."))
                .ToBeVisibleAsync();
            await Expect(result.GetByRole(AriaRole.Link, new() { Name = "Call 112" })).ToBeVisibleAsync();
            await Expect(result.GetByText("Photos of the joint help.")).ToHaveCountAsync(0);
            await Expect(result.GetByText("questions are not answered")).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();
        });
    }

    private static async Task AnswerAsync(IPage page, string answer)
    {
        await page.GetByRole(AriaRole.Radio, new() { Name = answer, Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and go on" }).ClickAsync();
    }

    private static Task YesAsync(IPage page, string question) =>
        page.GetByRole(AriaRole.Group, new() { Name = question })
            .GetByRole(AriaRole.Radio, new() { Name = "Yes", Exact = true })
            .CheckAsync();
}
