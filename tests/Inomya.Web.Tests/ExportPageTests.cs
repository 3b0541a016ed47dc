using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Inomya.Journals;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;

namespace Inomya.Web.Tests;

/// <summary>Everything is taken out in the browser, and nothing of it stays behind.</summary>
public class ExportPageTests(Browser browser)
{
    [Theory]
    [InlineData("Tables", ".csv.zip")]
    [InlineData("Health record (FHIR)", ".fhir.json")]
    [InlineData("Patient summary (IPS)", ".ips.json")]
    [InlineData("Whole archive", ".archive.zip")]
    public async Task Each_of_the_files_is_handed_over_whole(string format, string ending)
    {
        var journal = await DemoJournal.NewAsync();
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.Page.GotoAsync("/export");
            var download = await visit.Page.RunAndWaitForDownloadAsync(() =>
                visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Download: {format}" }).ClickAsync()
            );
            Assert.EndsWith(ending, download.SuggestedFilename, StringComparison.Ordinal);
            var path = Path.Combine(Directory.CreateTempSubdirectory("inomya-down-").FullName, "file");
            await download.SaveAsAsync(path);
            await using var file = File.OpenRead(path);
            if (ending.EndsWith(".json", StringComparison.Ordinal))
                Assert.Equal(
                    "Bundle",
                    (await JsonDocument.ParseAsync(file)).RootElement.GetProperty("resourceType").GetString()
                );
            else
            {
                Assert.Equal(ending == ".archive.zip", Journal.IsArchive(file));
                using var zip = new ZipArchive(file);
                Assert.True(zip.Entries.Count >= 4);
            }
        });
    }

    [Fact]
    public async Task It_says_plainly_that_whoever_has_a_file_can_read_it()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        var page = await site.Http.GetStringAsync("/export");
        Assert.Contains("whoever has it can read it", page, StringComparison.Ordinal);
        Assert.Contains("Everything of you: each row", page, StringComparison.Ordinal);
        Assert.Contains("Not in it: doses taken, notes", page, StringComparison.Ordinal);
        Assert.Contains("Not in it: the single answers to questionnaires", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_site_cannot_take_it()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        using var form = new FormUrlEncodedContent([new("as", "archive")]);
        using var answer = await site.Http.PostAsync("/export/file", form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var asked = await site.Http.GetAsync("/export/file?as=archive");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, asked.StatusCode);
    }

    [Fact]
    public async Task No_copy_is_kept_by_the_browser()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await browser.VisitAsync(site, async visit =>
        {
            await visit.Page.GotoAsync("/export");
            var answer = await visit.Page.EvaluateAsync<string>(
                """
                async () => {
                  const form = document.querySelector('form[action="/export/file"]');
                  const answer = await fetch(form.action, { method: 'post', body: new URLSearchParams(new FormData(form)) });
                  return `${answer.status} ${answer.headers.get('cache-control')}`;
                }
                """
            );
            Assert.Equal("200 no-store", answer);
        });
    }
}
