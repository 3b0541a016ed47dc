using Inomya.Journals;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests.History;

/// <summary>Scores, costs, history, the body and own forms, as a person uses them.</summary>
public class RecordingPagesTests(Browser browser, DemoSite demo)
{
    [Fact]
    public async Task A_score_is_drawn_over_time_with_the_change_that_matters_and_its_table()
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/scores/peg");
            await Expect(visit.Page.GetByText("5 times from"))
                .ToContainTextAsync("That is better, by as much as matters to most people.");
            await Expect(visit.Page.Locator("svg .corridor").First).ToBeAttachedAsync();
            Assert.Equal(5, await visit.Page.Locator(".chart-table tbody tr").CountAsync());
            await Expect(visit.Page.GetByText("points from the first time: a small change")).ToBeVisibleAsync();
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cost_is_written_down_added_up_exported_changed_and_taken_back(bool scripts)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                await visit.GoAsync("/costs");
                await page.GetByRole(AriaRole.Radio, new() { Name = "Therapy" }).CheckAsync();
                await page.GetByLabel("Day", new() { Exact = true }).FillAsync("2026-03-02");
                await page.GetByLabel("Money", new() { Exact = true }).FillAsync("12.345");
                await page.GetByLabel("Currency", new() { Exact = true }).FillAsync("eur");
                await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
                await Expect(page.GetByText("Write an amount such as 12.50").First).ToBeVisibleAsync();
                await Expect(page.GetByLabel("Money", new() { Exact = true })).ToHaveValueAsync("12.345");
                await page.GetByLabel("Money", new() { Exact = true }).FillAsync("12,50");
                await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
                await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Mar 2026 12.50 EUR" })).ToBeVisibleAsync();

                var csv = await (
                    await page.Context.APIRequest.GetAsync(new Uri(new Uri(page.Url), "/costs/export.csv").ToString())
                ).TextAsync();
                Assert.Contains("2026-03-02,Therapy,12.5,EUR,,", csv, StringComparison.Ordinal);
                await page.GetByRole(AriaRole.Button, new() { Name = "Remove: 2 Mar 2026 Therapy" }).ClickAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
                await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Mar 2026 12.50 EUR" })).ToBeVisibleAsync();
            },
            scripts: scripts
        );
    }

    [Fact]
    public async Task The_story_is_written_sentence_by_sentence_and_read_as_a_doctor_writes_it_also_in_the_report()
    {
        await using var site = await DemoSite.StartOwnAsync();
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/history");
            await page.GetByRole(AriaRole.Link, new() { Name = "Add a sentence Other conditions" }).ClickAsync();
            await page.GetByLabel("What else do you have?").FillAsync("Migraine");
            await page.GetByLabel("When, or since when?").FillAsync("2101");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save the sentence" }).ClickAsync();
            await Expect(page.GetByText("not later than today").First).ToBeVisibleAsync();
            await Expect(page.GetByLabel("What else do you have?")).ToHaveValueAsync("Migraine");
            await page.GetByLabel("When, or since when?").FillAsync("03/2001");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save the sentence" }).ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Read it as a doctor writes it" }).ClickAsync();
            await Expect(page.GetByText("Since March 2001: Migraine.")).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 3 }).First).ToHaveTextAsync("How it began");

            await visit.GoAsync("/report?for=doctor");
            await Expect(page.GetByText("Since March 2001: Migraine.")).ToHaveCountAsync(0);
            await visit.GoAsync("/report?for=doctor&with=history");
            await Expect(page.GetByText("Since March 2001: Migraine.")).ToBeVisibleAsync();
            await visit.GoAsync("/report?for=employer&with=history");
            await Expect(page.GetByText("Migraine")).ToHaveCountAsync(0);
        });
    }

    [Fact]
    public async Task The_body_is_shown_by_month_by_site_and_by_tender_point()
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/body?layer=areas&months=3");
            Assert.InRange(await visit.Page.Locator(".body-maps li").CountAsync(), 1, 3);
            await visit.GoAsync("/body?layer=sites&months=3");
            await visit.Page.GetByText("The numbers as a table").ClickAsync();
            await Expect(visit.Page.GetByRole(AriaRole.Rowheader, new() { Name = "Lower back or buttocks" }))
                .ToBeVisibleAsync();
            await visit.GoAsync("/body?layer=points");
            await Expect(
                    visit.Page.GetByText(
                        "8 of 10 points that were pressed were painful. The 1990 criteria ask for 11 of 18"
                    )
                )
                .ToBeVisibleAsync();
            Assert.Equal(
                (18, 8, 8),
                (
                    await visit.Page.Locator("circle.tender").CountAsync(),
                    await visit.Page.Locator("circle.tender.yes").CountAsync(),
                    await visit.Page.Locator("circle.tender.unknown").CountAsync()
                )
            );
            await visit.AssertAccessibleAsync();
        });
    }

    [Fact]
    public async Task An_examiner_fills_in_a_movement_and_the_side_is_asked_for()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await visit.GoAsync("/body/examine/motion");
            await page.GetByLabel("Which movement?").SelectOptionAsync("shoulder/flexion");
            await page.GetByLabel("Degrees").FillAsync("140");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Choose left or right." })).ToBeVisibleAsync();
            await Expect(page.GetByLabel("Degrees")).ToHaveValueAsync("140");
            await page.GetByRole(AriaRole.Radio, new() { Name = "left", Exact = true }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Shoulder, left: bending forward" }))
                .ToBeVisibleAsync();
            Assert.Equal(140, Assert.Single(await journal.AllAsync<Examination>()).Value);
        });
    }

    [Fact]
    public async Task An_own_form_is_brought_answered_on_one_page_scored_by_itself_and_kept_out_of_exports()
    {
        const string Form = """
            {"resourceType":"Questionnaire","status":"active","title":"My sleep form","url":"urn:mine","item":[
              {"linkId":"a","text":"First","type":"choice","answerOption":[{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":3}],"valueCoding":{"code":"x","display":"Often"}},{"valueCoding":{"code":"y","display":"Never"}}]},
              {"linkId":"b","text":"How many times?","type":"integer","enableWhen":[{"question":"a","operator":"=","answerCoding":{"code":"x"}}],"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/minValue","valueInteger":0},{"url":"http://hl7.org/fhir/StructureDefinition/maxValue","valueInteger":50}]},
              {"linkId":"t","text":"Total","type":"decimal","readOnly":true,"extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression","valueExpression":{"language":"text/fhirpath","expression":"%resource.item.answer.value.ordinal().sum() + %resource.item.where(linkId='b').answer.value"}}]}]}
            """;
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await UploadAsync(
                page,
                visit,
                """{"resourceType":"Questionnaire","item":[{"linkId":"bad","type":"telepathy"}]}"""
            );
            await Expect(page.GetByText("This form cannot be used. The trouble is at: bad")).ToBeVisibleAsync();
            await UploadAsync(page, visit, Form);
            await Expect(page.GetByText("are left out of every export")).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Start My sleep form" }).ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "See all questions on one page" }).ClickAsync();
            await Expect(page.GetByLabel("How many times?")).ToHaveCountAsync(0);
            await page.GetByRole(AriaRole.Radio, new() { Name = "Often" }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Save for now" }).ClickAsync();
            await page.GetByLabel("How many times?").FillAsync("51");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save for now" }).ClickAsync();
            await Expect(page.GetByLabel("How many times?")).ToHaveValueAsync("51");
            await visit.AssertAccessibleAsync();
            await page.GetByLabel("How many times?").FillAsync("4");
            await page.GetByRole(AriaRole.Button, new() { Name = "Finish and see the result" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Term).Filter(new() { HasText = "Total" })).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Definition).First).ToHaveTextAsync("7");
            await visit.AssertAccessibleAsync();
        });
    }

    private static async Task UploadAsync(IPage page, Visit visit, string form)
    {
        await visit.GoAsync("/questionnaires/own");
        await page.GetByLabel("File with the form")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "form.json",
                    MimeType = "application/json",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(form),
                }
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the form" }).ClickAsync();
    }
}
