using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests.LookAlikes;

public class LookAlikePagesTests(Browser browser)
{
    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_sign_a_test_and_what_the_doctor_said_are_kept_and_undone(bool scripts)
    {
        await using var site = await DemoSite.StartOwnAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                await visit.GoAsync("/look-alikes/rheumatoid-arthritis");
                await page.Locator("summary", new() { HasText = "Answer the questions" }).ClickAsync();
                await page.GetByRole(AriaRole.Group, new() { Name = "Do small joints" })
                    .GetByRole(AriaRole.Radio, new() { Name = "Yes", Exact = true })
                    .CheckAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).First.ClickAsync();
                await Expect(page.GetByText("You said yes on 22 Nov 2026").First).ToBeVisibleAsync();
                await Expect(page.GetByText("Book a doctor in the next two weeks. Photos of the joint help."))
                    .ToBeVisibleAsync();
                if (scripts)
                    await visit.AssertAccessibleAsync();

                await page.Locator("summary", new() { HasText = "I had one of these tests" }).ClickAsync();
                await page.GetByRole(AriaRole.Radio, new() { Name = "Rheumatoid factor" }).CheckAsync();
                await page.Locator("input[name=when]").FillAsync("next year");
                await page.Locator("textarea[name=result]").FillAsync("below the line");
                await page.Locator("form:has(input[name=when]) button").ClickAsync();
                await Expect(page.Locator("#main").GetByText("that is not in the future").First).ToBeVisibleAsync();
                await Expect(page.Locator("textarea[name=result]")).ToHaveValueAsync("below the line");
                await page.Locator("input[name=when]").FillAsync("2019-03");
                await page.Locator("form:has(input[name=when]) button").ClickAsync();
                await Expect(page.GetByText("Rheumatoid factor: March 2019, below the line")).ToBeVisibleAsync();

                await page.Locator("summary", new() { HasText = "Say where it stands" }).ClickAsync();
                await page.GetByRole(AriaRole.Radio, new() { Name = "I do not have it" }).CheckAsync();
                await page.Locator("input[name=told-by]").FillAsync("Dr Vega");
                await page.Locator("form:has(input[name=told-by]) button").ClickAsync();
                await Expect(page.GetByText("Ruled out, 2024, by Dr Vega")).ToBeVisibleAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
                await Expect(page.GetByText("Ruled out, 2024, by Dr Vega")).ToHaveCountAsync(0);

                await visit.GoAsync("/look-alikes/sheet");
                await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Rheumatoid arthritis" }))
                    .ToContainTextAsync("March 2019");
                await Expect(page.GetByText("Could a joint be inflamed?")).ToBeVisibleAsync();
            },
            scripts: scripts
        );
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_sign_of_the_past_asks_whether_it_is_so_now_and_only_now_is_an_alarm(bool scripts)
    {
        await using var site = await DemoSite.StartOwnAsync();
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                var first = page.GetByText("First of all");
                await visit.GoAsync("/look-alikes/statin-myopathy");
                await page.GetByRole(AriaRole.Group, new() { Name = "Has your urine been as dark as cola?" })
                    .GetByRole(AriaRole.Radio, new() { Name = "Yes", Exact = true })
                    .CheckAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).First.ClickAsync();
                await Expect(first).ToHaveCountAsync(0);
                await Expect(page.GetByText("If it is so now:")).ToBeVisibleAsync();
                if (scripts)
                    await visit.AssertAccessibleAsync();

                await page.GetByRole(AriaRole.Button, new() { Name = "No, that was before" }).ClickAsync();
                await Expect(first).ToHaveCountAsync(0);
                await Expect(page.GetByText("If it is so now:")).ToHaveCountAsync(0);
                await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Yes, it is so now" }).ClickAsync();
                await Expect(first).ToBeVisibleAsync();
                await Expect(page.GetByText("Bring it up at your next visit.")).ToHaveCountAsync(0);
            },
            scripts: scripts
        );
    }

    [Fact]
    public async Task A_result_stands_with_the_same_unit_on_every_page()
    {
        await using var site = await DemoSite.StartOwnAsync();
        await browser.VisitAsync(site, async visit =>
        {
            foreach (
                var path in (string[])
                    ["/look-alikes", "/look-alikes/hypothyroidism", "/look-alikes/sheet", "/laboratory"]
            )
            {
                await visit.GoAsync(path);
                var text = await visit.Page.InnerTextAsync("main");
                Assert.DoesNotContain("[IU]", text, StringComparison.Ordinal);
                Assert.DoesNotMatch(@"\d ug/L", text);
                Assert.Contains("2.1 mIU/L", text, StringComparison.Ordinal);
            }
        });
    }

    [Fact]
    public async Task What_applies_is_marked_without_a_score_and_undone()
    {
        await using var site = await DemoSite.StartOwnAsync();
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/risk-factors");
            await Expect(page.GetByText("There is no score here")).ToBeVisibleAsync();
            foreach (var factor in new[] { "Sleeping badly, often or always", "Moving very little" })
                await page.Locator("summary", new() { HasText = factor }).ClickAsync();
            await Expect(
                    page.GetByText(
                        "the risk was 3.43 times as high as in those who never did (likely between 2.26 and 5.19)"
                    )
                )
                .ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Group, new() { Name = "Moving very little" })
                .GetByRole(AriaRole.Radio, new() { Name = "Yes", Exact = true })
                .CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Save what applies" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Moving very little" }))
                .ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Moving very little" }))
                .ToHaveCountAsync(0);
            await Expect(
                    page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Sleeping badly, often or always" })
                )
                .ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task A_look_alike_that_is_not_there_says_so()
    {
        await using var site = await DemoSite.StartOwnAsync();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await site.Http.GetAsync("/look-alikes/no-such")).StatusCode);
    }
}
