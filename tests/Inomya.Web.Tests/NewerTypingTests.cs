using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests;

/// <summary>Of two tabs with one form, saving the older takes nothing of what was typed in the newer.</summary>
public class NewerTypingTests(Browser browser)
{
    [Theory]
    [InlineData("/history?add=onset", "[name=text]")] // sent by the page: keep.js lets go of its own copy alone
    [InlineData("/checkin", "[name=note]")] // sent by the outbox
    public async Task What_was_typed_in_another_tab_stays_when_an_older_form_was_saved(string path, string field)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var (older, newer) = (visit.Page, await visit.Page.Context.NewPageAsync());
            await older.GotoAsync(path);
            await newer.GotoAsync(path);
            await TypeAsync(older, field, "the older text");
            await TypeAsync(newer, field, "the newer text");
            Assert.Contains("the newer text", await KeptAsync(newer), StringComparison.Ordinal);

            await older.EvaluateAsync("field => document.querySelector(field).form.requestSubmit()", field);
            await Expect(older.Locator("[data-saved]").First).ToBeAttachedAsync();
            Assert.Contains("the newer text", await KeptAsync(older), StringComparison.Ordinal);

            await newer.ReloadAsync();
            await Expect(newer.Locator(field).First).ToHaveValueAsync("the newer text");
        });
    }

    private static async Task TypeAsync(IPage page, string field, string text)
    {
        // a field within a part that is folded away is filled in without opening it
        await page.Locator(field)
            .First.EvaluateAsync(
                "(field, text) => { field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })); }",
                text
            );
    }

    private static Task<string> KeptAsync(IPage page) =>
        page.EvaluateAsync<string>(
            "() => Object.keys(localStorage).filter(k => k.startsWith('inomya-keep:')).map(k => localStorage[k]).join()"
        );
}
