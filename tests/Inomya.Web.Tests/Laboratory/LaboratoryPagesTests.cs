using Inomya.Journals;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests.Laboratory;

/// <summary>Results typed in and brought in, in a browser, with scripts and without.</summary>
public class LaboratoryPagesTests(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_result_is_found_by_name_typed_in_corrected_and_shown_with_the_labs_range_first(bool scripts)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                await visit.GoAsync("/laboratory/add");
                await page.GetByLabel("Name of the test").FillAsync("ferr");
                await page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
                await page.GetByRole(AriaRole.Link, new() { Name = "Ferritin" }).ClickAsync();
                await page.GetByLabel("Day the sample was taken").FillAsync("2026-03-01");
                await page.GetByLabel("Result", new() { Exact = true }).FillAsync("many");
                await page.GetByLabel("From", new() { Exact = true }).FillAsync("150");
                await page.GetByLabel("To", new() { Exact = true }).FillAsync("15");
                await page.GetByRole(AriaRole.Button, new() { Name = "Save the result" }).ClickAsync();
                await Expect(
                        page.GetByRole(AriaRole.Link, new() { Name = "The range must end at or above its start." })
                    )
                    .ToBeVisibleAsync();
                await Expect(page.GetByLabel("Result", new() { Exact = true })).ToHaveValueAsync("many");

                await page.GetByLabel("Result", new() { Exact = true }).FillAsync("14,5");
                await page.GetByLabel("From", new() { Exact = true }).FillAsync("15");
                await page.GetByLabel("To", new() { Exact = true }).FillAsync("150");
                await page.GetByRole(AriaRole.Button, new() { Name = "Save the result" }).ClickAsync();
                await Expect(page.GetByText("14.5 µg/L").First).ToBeVisibleAsync();
                await Expect(page.GetByText("Out of the lab's range: below it. The lab's range: 15 to 150 µg/L.").First)
                    .ToBeVisibleAsync();
                Assert.DoesNotContain(
                    "abnormal",
                    await page.InnerTextAsync("main"),
                    StringComparison.OrdinalIgnoreCase
                );

                await page.GetByRole(AriaRole.Link, new() { Name = "Change" }).ClickAsync();
                await page.GetByLabel("Result", new() { Exact = true }).FillAsync("40");
                await page.GetByRole(AriaRole.Button, new() { Name = "Save the result" }).ClickAsync();
                await Expect(page.GetByText("In the lab's range.").First).ToBeVisibleAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
                await Expect(page.GetByText("14.5 µg/L").First).ToBeVisibleAsync();
            },
            scripts: scripts
        );
    }

    [Fact]
    public async Task A_table_and_a_portal_file_are_brought_in_refused_rows_are_listed_and_nothing_comes_twice()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            const string Csv =
                "day,test,value,unit,range\n2026-03-01,Ferritin,40,ng/mL,15 - 150\n2026-03-01,TSH,,mIU/L,\n";
            await UploadAsync(page, visit, "labs.csv", Csv);
            await Expect(page.GetByText("labs.csv: 1 added, 0 already there, 0 corrected.")).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Row, new() { Name = "3 value it has no result" })).ToBeVisibleAsync();
            await UploadAsync(page, visit, "labs.csv", Csv);
            await Expect(page.GetByText("labs.csv: nothing new in it.")).ToBeVisibleAsync();

            await UploadAsync(
                page,
                visit,
                "portal.json",
                """
                {"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Observation","id":"o1","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"2276-4"}]},
                "effectiveDateTime":"2026-06-01","valueQuantity":{"value":52,"code":"ug/L"},"referenceRange":[{"low":{"value":15},"high":{"value":150}}]}}]}
                """
            );
            await Expect(page.GetByText("portal.json: 1 added")).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "See the results" }).ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "All 2 results Ferritin" }).ClickAsync();
            await Expect(page.GetByText("2 results from 1 Mar 2026 to 1 Jun 2026: first 40 µg/L, last 52 µg/L."))
                .ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();

            await UploadAsync(page, visit, "bad.json", "{}");
            await Expect(page.GetByText("This is not a file of results in FHIR or C-CDA that we can read."))
                .ToBeVisibleAsync();
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_critical_result_says_what_to_do_right_after_it_is_typed_or_brought_in_and_never_that_it_is_harmless(
        bool scripts
    )
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                await visit.GoAsync("/laboratory/add?test=ck");
                await page.GetByLabel("Day the sample was taken").FillAsync("2026-11-21");
                await page.GetByLabel("Result", new() { Exact = true }).FillAsync("20000");
                await page.GetByRole(AriaRole.Button, new() { Name = "Save the result" }).ClickAsync();
                await ExpectNowAsync(page, "Creatine kinase (CK): 20000 U/L on 21 Nov 2026.");
                if (scripts)
                    await visit.AssertAccessibleAsync();
                await visit.GoAsync("/laboratory");
                await ExpectNowAsync(page, "Creatine kinase (CK): 20000 U/L on 21 Nov 2026.");

                await UploadAsync(
                    page,
                    visit,
                    "labs.csv",
                    "day,test,value,unit\n2026-11-20,Potassium,6.8,mEq/L\n2026-11-20,Hb,5.5,g/dL\n2025-11-20,Calcium,3.6,mmol/L\n"
                );
                await ExpectNowAsync(page, "Potassium: 6.8 mmol/L on 20 Nov 2026.");
                await Expect(page.GetByText("Haemoglobin: 5.5 g/dL on 20 Nov 2026.")).ToBeVisibleAsync();
                await Expect(page.GetByText("Calcium: 3.6 mmol/L on 20 Nov 2025, and no later result is here."))
                    .ToBeVisibleAsync();
                await visit.GoAsync("/look-alikes/sheet");
                await ExpectNowAsync(page, "Creatine kinase (CK): 20000 U/L on 21 Nov 2026.");
            },
            scripts: scripts
        );
    }

    [Fact]
    public async Task A_number_without_its_unit_says_that_nobody_can_tell()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/laboratory/add?test=potassium");
            await visit.Page.GetByLabel("Day the sample was taken").FillAsync("2026-11-21");
            await visit.Page.GetByLabel("Result", new() { Exact = true }).FillAsync("6.9");
            await visit.Page.GetByLabel("Unit", new() { Exact = true }).FillAsync("");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save the result" }).ClickAsync();
            await Expect(visit.Page.GetByText("so we cannot tell how soon this needs to be seen")).ToBeVisibleAsync();
        });
    }

    private static async Task ExpectNowAsync(IPage page, string line)
    {
        await Expect(page.GetByText("Get this seen now")).ToHaveCountAsync(1);
        await Expect(page.GetByText("Call whoever ordered the test now.")).ToBeVisibleAsync();
        await Expect(page.GetByText(line)).ToBeVisibleAsync();
        await Expect(page.GetByText("does not mean ill")).ToHaveCountAsync(0);
    }

    private static async Task UploadAsync(IPage page, Visit visit, string name, string text)
    {
        await visit.GoAsync("/laboratory/import");
        await page.GetByLabel("File", new() { Exact = true })
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "text/plain",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(text),
                }
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Read the file" }).ClickAsync();
    }
}
