using Inomya.Content;
using Inomya.Web.Search;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests;

/// <summary>From every page one finds pages, own medicines, days, questionnaires and articles, by the words one has for them.</summary>
public class SearchTests(Browser browser, DemoSite demo)
{
    private static readonly LocalDate Today = new(2026, 11, 22);

    private static readonly IReadOnlyList<Words> Languages =
    [
        .. Words.Languages(new ContentFolder()).Select(l => new Words(new ContentFolder(), l)),
    ];

    [Theory]
    [InlineData("PHQ-9", "/questionnaires/phq-9"), InlineData("phq9", "/questionnaires/phq-9")]
    [InlineData("PEG", "/questionnaires/peg"), InlineData("FIQ", "/questionnaires/own")]
    [InlineData("SF-36", "/questionnaires/rand-36"), InlineData("6MWT", "/body/examinations")]
    [InlineData("depresión", "/questionnaires/phq-9"), InlineData("depresion", "/questionnaires/phq-9")]
    [
        InlineData("blood", "/laboratory"),
        InlineData("análisis de sangre", "/laboratory"),
        InlineData("sangre", "/laboratory")
    ]
    [InlineData("dark", "/look"), InlineData("letras", "/look"), InlineData("pregabalin", "/evidence/pregabalin")]
    [InlineData("flare plan", "/guide/a-flare-plan"), InlineData("interactions", "/medicines")]
    [InlineData("14 March", "/days/2026-03-14"), InlineData("14 de marzo", "/days/2026-03-14")]
    [InlineData("zzzz", null), InlineData("", null)]
    public async Task What_is_looked_for_is_found_in_either_language_without_scripts(string asked, string? path)
    {
        var site = await demo.StartAsync();
        var answer = await site.Http.PostAsync(
            "/search",
            new FormUrlEncodedContent([new("_handler", "search"), new("q", asked)])
        );
        var html = await answer.Content.ReadAsStringAsync();
        if (path is null)
            Assert.DoesNotContain("data-said", html, StringComparison.Ordinal);
        else
            Assert.Contains(
                $"href=\"{path}\"",
                html[html.IndexOf("<main", StringComparison.Ordinal)..],
                StringComparison.Ordinal
            );
    }

    [Fact]
    public async Task An_own_medicine_is_found_and_a_thousand_letters_of_any_script_find_nothing_calmly()
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            var (page, field) = (visit.Page, visit.Page.GetByLabel("What are you looking for?"));
            await visit.GoAsync("/search");
            await field.FillAsync("amitrip");
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Amitriptyline", Exact = true }).First)
                .ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();
            await page.EvaluateAsync("() => document.querySelector('[name=q]').removeAttribute('maxlength')");
            foreach (var odd in new[] { new string('ü', 1000), "שלום עולם " + new string('א', 500), "<zzq>'\"&" })
            {
                await field.FillAsync(odd);
                await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
                await Expect(page.GetByText("Nothing found.")).ToBeVisibleAsync();
                await visit.AssertReflowsAsync();
            }
        });
    }

    [Fact]
    public async Task With_no_network_the_kept_page_finds_too()
    {
        await using var site = await DemoSite.StartOwnAsync();
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/search");
            await page.EvaluateAsync(
                "async () => { await navigator.serviceWorker.ready; if (!navigator.serviceWorker.controller) await new Promise(done => navigator.serviceWorker.addEventListener('controllerchange', done)); }"
            );
            await visit.GoAsync("/search");
            visit.ExpectsNoNetwork = true;
            await page.Context.SetOfflineAsync(true);
            await page.GotoAsync("/search");
            await page.GetByLabel("What are you looking for?").FillAsync("FIQ");
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "What the illness keeps you" }))
                .ToBeVisibleAsync();
            await Expect(page.Locator("main a[href='/questionnaires/peg']")).ToBeHiddenAsync();
        });
    }

    [Theory]
    [
        InlineData("14 March", "2026-03-14"),
        InlineData("March 14, 2025", "2025-03-14"),
        InlineData("14.3.", "2026-03-14")
    ]
    [
        InlineData("14 de marzo de 2024", "2024-03-14"),
        InlineData("14/3", "2026-03-14"),
        InlineData("2026-03-14", "2026-03-14")
    ]
    [InlineData("24 December", "2025-12-24"), InlineData("29 feb", "2024-02-29"), InlineData("ayer", "2026-11-21")]
    [
        InlineData("today", "2026-11-22"),
        InlineData("31 February", null),
        InlineData("March", null),
        InlineData("14", null)
    ]
    [
        InlineData("14 14", null),
        InlineData("0 March", null),
        InlineData("99999999999 March", null),
        InlineData(null, null)
    ]
    public void A_day_is_read_as_people_write_it_and_is_the_last_one_that_came(string? written, string? day) =>
        Assert.Equal(day, DayWords.Read(written, Today, Languages)?.ToString("uuuu-MM-dd", null));

    [Fact]
    public void The_words_of_a_name_with_a_hyphen_are_found_with_and_without_it()
    {
        var said = SearchWords.Said(["PHQ-9", "Mood: nine questions"]);
        Assert.True(SearchWords.Fit(SearchWords.Asked("phq9"), said));
        Assert.True(SearchWords.Fit(SearchWords.Asked("nine mo"), said));
        Assert.False(SearchWords.Fit(SearchWords.Asked("nine zebras"), said));
        Assert.False(SearchWords.Fit(SearchWords.Asked("ood"), said));
        Assert.False(SearchWords.Fit(SearchWords.Asked("  "), said));
    }
}
