using System.Text;
using System.Text.Json;
using Inomya.Content;
using Inomya.Demo;
using Inomya.Journals;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using NodaTime.Testing;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests;

/// <summary>Another language from end to end: a made-up one in Arabic letters, written from the right, with half of its words.</summary>
public class LanguageTests(Browser browser)
{
    [Fact]
    public async Task A_language_is_taken_from_the_browser_chosen_on_the_look_page_and_kept()
    {
        await using var site = await SiteAsync();
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await page.SetExtraHTTPHeadersAsync(
                new Dictionary<string, string> { ["Accept-Language"] = "fr;q=0.9, ar-EG;q=0.8, en;q=0.5" }
            );
            await visit.GoAsync("/look");
            await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ar");
            await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
            await page.GetByRole(AriaRole.Radio, new() { Name = "English" }).CheckAsync();
            await page.Locator("main form button").ClickAsync();
            await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
            await visit.GoAsync("/");
            await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", "ltr");
        });
    }

    [Fact]
    public async Task Spanish_fits_a_narrow_phone_on_every_page_and_says_which_questions_stay_in_English()
    {
        await using var site = await DemoSite.StartOwnAsync("es");
        await browser.VisitAsync(
            site,
            async visit =>
            {
                foreach (
                    var path in EveryPageTests.Pages.Select(p => p.Data).Where(p => p is not ("/nowhere" or "/design"))
                )
                {
                    await visit.GoAsync(path);
                    await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "es");
                    await visit.AssertReflowsAsync();
                }
                await visit.GoAsync("/treatments");
                await Expect(visit.Page.Locator("main").GetByText("Amitriptilina").First).ToBeVisibleAsync();
                await visit.GoAsync("/questionnaires/peg");
                await Expect(visit.Page.GetByText("Estas preguntas están en inglés")).ToBeVisibleAsync();
                await Expect(visit.Page.Locator("main form [lang=en]").First).ToBeVisibleAsync();
                await visit.GoAsync("/questionnaires/phq-9");
                await Expect(visit.Page.GetByText("Estas preguntas están en inglés")).ToHaveCountAsync(0);
            },
            Screen.Narrow,
            "light.100.es"
        );
    }

    [Fact]
    public async Task Written_from_the_right_every_page_of_a_day_fits_and_is_accessible()
    {
        await using var site = await SiteAsync();
        foreach (var (screen, size) in new[] { (Screen.Narrow, 100), (Screen.Desktop, 200) })
            await browser.VisitAsync(
                site,
                async visit =>
                {
                    foreach (
                        var path in new[]
                        {
                            "/",
                            "/checkin",
                            "/days",
                            "/days/2026-11-20",
                            "/treatments",
                            "/findings",
                            "/look",
                            "/device",
                            "/design",
                        }
                    )
                    {
                        await visit.GoAsync(path);
                        await visit.AssertReflowsAsync();
                        Assert.Equal(
                            0,
                            await visit.Page.EvaluateAsync<int>(
                                "() => [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().left < -1 && e.checkVisibility() && !e.closest('.table-frame, .unseen, .skip')).length"
                            )
                        );
                        if (screen == Screen.Narrow)
                            await visit.AssertAccessibleAsync();
                    }
                    await visit.ScreenshotAsync($"rtl-{screen.ToString().ToLowerInvariant()}-{size}");
                },
                screen,
                $"light.{size}.ar"
            );
    }

    [Theory]
    [InlineData("de-AT, de;q=0.9", "en")]
    [InlineData("AR", "ar")]
    [InlineData("ar;q=0, en", "en")]
    [InlineData("nonsense;;;", "en")]
    public async Task What_the_browser_asks_for_is_answered_with_what_there_is(string asked, string given)
    {
        await using var site = await SiteAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/offline");
        request.Headers.TryAddWithoutValidation("Accept-Language", asked);
        Assert.Contains(
            $"<html lang=\"{given}\"",
            await (await site.Http.SendAsync(request)).Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    /// <summary>The content that is shipped, and a folder of words in letters that nobody could take for English.</summary>
    private static async Task<Site> SiteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("inomya-languages-").FullName;
        var shipped = new ContentFolder();
        foreach (var file in shipped.Files(".", "*"))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, "content", file))!);
            File.Copy(Path.Combine(shipped.Path, file), Path.Combine(folder, "content", file));
        }
        Directory.CreateDirectory(Path.Combine(folder, "content", "locales", "ar"));
        var words = shipped
            .Files("locales/en", "*.json")
            .SelectMany(shipped.ReadWords)
            .Where(w => w.Key.Length % 2 == 0 || w.Key.StartsWith("checkin", StringComparison.Ordinal))
            .ToDictionary(
                w => w.Key,
                w => w.Key.Contains("format.", StringComparison.Ordinal) ? w.Value : Disguise(w.Value)
            );
        await File.WriteAllTextAsync(
            Path.Combine(folder, "content", "locales", "ar", "all.json"),
            JsonSerializer.Serialize(words)
        );
        var store = await JournalStore.OpenAsync(
            JournalPlace.InFolder(Path.Combine(folder, "journal")),
            new FakeClock(DemoSite.Now)
        );
        var journal = await DemoPerson.CreateAsync(store, shipped, "Europe/Madrid");
        return await Site.StartAsync(
            services => services.AddJournal(store, journal.Person.Id),
            folder: folder,
            content: new ContentFolder(Path.Combine(folder, "content"))
        );
    }

    private static string Disguise(string text)
    {
        var (letters, named) = (new StringBuilder(), false);
        foreach (var c in text)
        {
            named = c == '{' || (named && c != '}');
            letters.Append(!named && char.IsAsciiLetter(c) ? (char)(0x0628 + char.ToLowerInvariant(c) - 'a') : c);
        }
        return letters.ToString();
    }
}
