using System.Text;
using Inomya.Journals;
using Inomya.Questionnaires;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests;

/// <summary>Forms that someone brought, on their pages: all that they ask is asked, and all that was answered stays.</summary>
public class OwnFormPagesTests(Browser browser)
{
    private const string Finish = "Finish and see the result",
        Next = "Save and go on";

    private const string Everything = """
        {"resourceType":"Questionnaire","status":"active","title":"Everything","url":"urn:all","item":[
          {"linkId":"intro","type":"display","text":"plain","_text":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/rendering-xhtml","valueString":"<div>Read <b>this</b> first.<script>alert(1)</script><img src='https://example.org/x.png'/></div>"}]}},
          {"linkId":"mood","prefix":"1)","text":"What helps?","type":"open-choice","answerOption":[{"valueCoding":{"code":"w","display":"Warmth","_display":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/translation","extension":[{"url":"lang","valueCode":"es"},{"url":"content","valueString":"Calor"}]}]}}},{"valueCoding":{"code":"r","display":"Rest"}}]},
          {"linkId":"since","text":"Since when?","type":"dateTime"},
          {"linkId":"weight","text":"Weight","type":"quantity","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption","valueCoding":{"system":"http://unitsofmeasure.org","code":"kg","display":"kg"}},{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption","valueCoding":{"system":"http://unitsofmeasure.org","code":"[lb_av]","display":"pounds"}}]},
          {"linkId":"other","text":"Other names","type":"string","repeats":true},
          {"linkId":"visits","text":"Visit","type":"group","repeats":true,"item":[{"linkId":"who","text":"Who?","type":"string"},{"linkId":"end","type":"display","text":"Next visit."}]},
          {"linkId":"photo","text":"A photo","type":"attachment"},
          {"linkId":"n","text":"How many?","type":"integer","required":true,"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/maxValue","valueInteger":400}]},
          {"linkId":"more","text":"Why so many?","type":"string","enableWhen":[{"question":"n","operator":">","answerInteger":100}]},
          {"linkId":"said","text":"In words","type":"string","readOnly":true,"extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression","valueExpression":{"language":"text/fhirpath","expression":"iif(%resource.item.where(linkId='n').answer.value > 100, 'many', 'few')"}}]},
          {"linkId":"bad","text":"Not to be had","type":"decimal","readOnly":true,"extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression","valueExpression":{"language":"text/fhirpath","expression":"%encounter.length"}}]}
        ]}
        """;

    private static async Task BringAsync(Visit visit, string form)
    {
        await visit.GoAsync("/questionnaires/own");
        await visit
            .Page.GetByLabel("File with the form")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "form.json",
                    MimeType = "application/json",
                    Buffer = Encoding.UTF8.GetBytes(form),
                }
            );
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add the form" }).ClickAsync();
    }

    private static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_asks_everything_it_contains_on_one_page(bool scripts)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(
            site,
            async visit =>
            {
                var page = visit.Page;
                await BringAsync(visit, Everything);
                await Expect(page.GetByText("At photo, the form asks for a file")).ToBeVisibleAsync();
                var id = OwnForms.IdOf(Assert.Single(await journal.AllAsync<OwnForm>()));
                await visit.GoAsync($"/questionnaires/{id}/page");
                await Expect(page.Locator(".form-text strong")).ToHaveTextAsync("this");
                await Expect(page.Locator("main script, main img")).ToHaveCountAsync(0);
                await Expect(page.GetByText("It cannot be answered here.")).ToBeVisibleAsync();
                await Expect(page.GetByText("The form could not work something out")).ToBeVisibleAsync();
                if (scripts)
                    await visit.AssertAccessibleAsync();
                if (scripts)
                    await visit.AssertReflowsAsync();

                await FillAsync(page);
                await PressAsync(page, "Save and add another: Visit");
                await Expect(page.GetByLabel("Who?")).ToHaveCountAsync(2);
                await page.GetByLabel("Who?").Nth(1).FillAsync("Physio");
                await Expect(page.GetByLabel("Other names", new() { Exact = true })).ToHaveValueAsync("Ana");
                await page.GetByLabel("Other names (2)").FillAsync("Anita");
                await page.GetByLabel("How many?").FillAsync("500");
                await PressAsync(page, Finish);
                await Expect(page.GetByRole(AriaRole.Link, new() { Name = "How many?: the most that fits is 400." }))
                    .ToBeVisibleAsync();
                await Expect(page.GetByLabel("Other names (2)")).ToHaveValueAsync("Anita");
                await page.GetByLabel("How many?").FillAsync("");
                await PressAsync(page, Finish);
                await Expect(
                        page.GetByRole(AriaRole.Link, new() { Name = "How many?: the form needs an answer here." })
                    )
                    .ToBeVisibleAsync();

                await page.GetByLabel("How many?").FillAsync("200");
                await PressAsync(page, Finish);
                await Expect(page.GetByText("Your answers brought up new questions.")).ToBeVisibleAsync();
                Assert.False(Assert.Single(await journal.AllAsync<Response>()).Completed);
                await page.GetByLabel("Why so many?").FillAsync("Long story");
                await PressAsync(page, Finish);
                await ExpectResultAsync(page);
            },
            scripts: scripts
        );
        var answers = Assert.Single(await journal.AllAsync<Response>()).Json;
        Assert.Contains("\"valueString\":\"A warm cat\"", answers, StringComparison.Ordinal);
        Assert.Contains("\"valueDateTime\":\"2026-03\"", answers, StringComparison.Ordinal);
        Assert.Contains(
            """{"value":150,"unit":"pounds","system":"http://unitsofmeasure.org","code":"[lb_av]"}""",
            answers,
            StringComparison.Ordinal
        );
    }

    private static async Task FillAsync(IPage page)
    {
        await page.GetByLabel("Or in your own words").FillAsync("A warm cat");
        await page.GetByLabel("Or write it").FillAsync("2026-03");
        await page.GetByLabel("Weight").FillAsync("150");
        await page.GetByLabel("Unit").SelectOptionAsync("pounds");
        await page.GetByLabel("Other names").FillAsync("Ana");
        await page.GetByLabel("Who?").FillAsync("Doctor");
    }

    private static async Task ExpectResultAsync(IPage page)
    {
        var facts = page.Locator("dl.facts").First;
        await Expect(facts).ToContainTextAsync("many");
        await Expect(facts).ToContainTextAsync("could not be worked out");
        await Expect(facts).Not.ToContainTextAsync("not recorded");
        await page.GetByText("Your answers", new() { Exact = true }).ClickAsync();
        await Expect(page.GetByText("A warm cat")).ToBeVisibleAsync();
        await Expect(page.GetByText("Ana, Anita")).ToBeVisibleAsync();
        await Expect(page.GetByText("150 pounds")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task One_by_one_nothing_is_passed_by_and_a_moment_is_picked()
    {
        const string Form = """
            {"resourceType":"Questionnaire","status":"active","title":"Steps","url":"urn:steps","item":[
              {"linkId":"why","text":"Why?","type":"string","enableWhen":[{"question":"q","operator":"=","answerBoolean":true}]},
              {"linkId":"q","text":"Does it hurt?","type":"boolean"},
              {"linkId":"at","text":"When?","type":"dateTime"},
              {"linkId":"n","text":"How often?","type":"integer","required":true}
            ]}
            """;
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await BringAsync(visit, Form);
            var id = OwnForms.IdOf(Assert.Single(await journal.AllAsync<OwnForm>()));
            await visit.GoAsync($"/questionnaires/{id}");
            await page.GetByRole(AriaRole.Radio, new() { Name = "Yes" }).CheckAsync();
            await PressAsync(page, Next);
            await page.GetByLabel("Why?").FillAsync("Cold");
            await PressAsync(page, Next);
            await PressAsync(page, Next);
            await page.GetByLabel("When?").FillAsync("2026-11-20T08:30");
            await page.GetByLabel("Or write it").FillAsync("2026");
            await PressAsync(page, Next);
            await Expect(page.GetByText("choose an answer or write your own, not both")).ToBeVisibleAsync();
            await Expect(page.GetByLabel("When?")).ToHaveValueAsync("2026-11-20T08:30");
            await page.GetByLabel("Or write it").FillAsync("");
            await PressAsync(page, Next);
            await PressAsync(page, Next);
            await Expect(page.GetByText("The form is not done yet")).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = Finish })).ToHaveCountAsync(0);
            await visit.AssertAccessibleAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "How often?: the form needs an answer here." })
                .ClickAsync();
            await page.GetByLabel("How often?").FillAsync("3");
            await PressAsync(page, Next);
            await PressAsync(page, Finish);
            await Expect(page.GetByText("Rules of version")).ToBeAttachedAsync();
        });
        var response = Assert.Single(await journal.AllAsync<Response>());
        Assert.True(response.Completed);
        Assert.Contains("\"valueDateTime\":\"2026-11-20T08:30:00", response.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_learns_who_the_person_is_only_when_they_let_it()
    {
        const string Form = """
            {"resourceType":"Questionnaire","status":"active","title":"About me","url":"urn:me","extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-launchContext","extension":[{"url":"name","valueCoding":{"code":"patient"}},{"url":"type","valueCode":"Patient"}]}],
             "item":[{"linkId":"name","text":"Your name","type":"string","extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression","valueExpression":{"language":"text/fhirpath","expression":"%patient.name.text"}}]}]}
            """;
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await BringAsync(visit, Form);
            var id = OwnForms.IdOf(Assert.Single(await journal.AllAsync<OwnForm>()));
            await visit.GoAsync($"/questionnaires/{id}/page");
            await Expect(page.GetByLabel("Your name")).ToHaveValueAsync("");
            await visit.GoAsync("/questionnaires/own");
            await PressAsync(page, "Let the form read them: About me");
            await Expect(page.GetByText("This form can read your name")).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();
            await visit.GoAsync($"/questionnaires/{id}/page");
            await Expect(page.GetByLabel("Your name")).ToHaveValueAsync(journal.Person.Name);
        });
    }

    [Fact]
    public async Task What_was_answered_is_shown_in_the_language_of_the_page()
    {
        const string Spanish =
            """ "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/translation","extension":[{"url":"lang","valueCode":"es"},{"url":"content","valueString":"TEXT"}]}] """;
        var form = $$"""
            {"resourceType":"Questionnaire","status":"active","title":"Two tongues","url":"urn:two","item":[
              {"linkId":"痛み","text":"What helps?","_text":{ {{Spanish.Replace(
                "TEXT",
                "¿Qué ayuda?",
                StringComparison.Ordinal
            )}} },"type":"choice","answerOption":[{"valueCoding":{"code":"w","display":"Warmth","_display":{ {{Spanish.Replace(
                "TEXT",
                "Calor",
                StringComparison.Ordinal
            )}} } } }]}]}
            """;
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await BringAsync(visit, form);
            var id = OwnForms.IdOf(Assert.Single(await journal.AllAsync<OwnForm>()));
            await visit.GoAsync($"/questionnaires/{id}");
            await page.GetByRole(AriaRole.Radio, new() { Name = "Warmth" }).CheckAsync();
            await PressAsync(page, Next);
            await PressAsync(page, Finish);
            await page.Context.AddCookiesAsync([
                new()
                {
                    Name = "inomya-look",
                    Value = "light.100.es",
                    Url = site.Url,
                },
            ]);
            await visit.GoAsync($"/questionnaires/{id}/result");
            await page.GetByText("Tus respuestas", new() { Exact = true }).ClickAsync();
            await Expect(page.GetByText("¿Qué ayuda?")).ToBeVisibleAsync();
            await Expect(page.GetByText("Calor")).ToBeVisibleAsync();
        });
    }
}
