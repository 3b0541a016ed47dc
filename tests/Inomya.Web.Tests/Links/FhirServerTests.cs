using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Inomya.Fhir;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Links;
using Inomya.Web.Tests.Support;
using NodaTime;

namespace Inomya.Web.Tests.Links;

/// <summary>An app reads what it was let read, for as long as it was, and nothing else of anybody.</summary>
public class FhirServerTests
{
    [Fact]
    public async Task It_is_off_until_a_key_was_given_out()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        Assert.Equal((HttpStatusCode.NotFound, "OperationOutcome"), await AskAsync(site, "/fhir/metadata"));
        await KeyAsync(journal);
        Assert.Equal((HttpStatusCode.OK, "CapabilityStatement"), await AskAsync(site, "/fhir/metadata"));
    }

    [Fact]
    public async Task Forged_expired_and_revoked_keys_are_refused_alike_and_anothers_reads_only_theirs()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var other = await journal.Store.OfAsync((await journal.Store.AddPersonAsync("other", "UTC")).Id);
        await using var site = await Site.OfAsync(journal);
        var revoked = await KeyAsync(journal);
        await new FhirTokenBook(journal).RevokeAsync(revoked.Bridge);
        var good = await KeyAsync(journal);
        string?[] keys =
        [
            null,
            "nonsense",
            revoked.ToString(),
            (await KeyAsync(journal, lasts: Duration.Zero)).ToString(),
            ((await KeyAsync(other)) with { Person = journal.Person.Id }).ToString(),
            (BridgeToken.New(journal.Person.Id, good.Bridge)).ToString(),
            (good with { Bridge = Guid.CreateVersion7() }).ToString(),
        ];
        foreach (var key in keys)
            Assert.Equal((HttpStatusCode.Unauthorized, "OperationOutcome"), await AskAsync(site, "/fhir/Patient", key));
        Assert.Equal((HttpStatusCode.OK, "Bundle"), await AskAsync(site, "/fhir/Patient", good.ToString()));
        using var theirs = await BundleAsync(site, "/fhir/Patient", (await KeyAsync(other)).ToString());
        Assert.DoesNotContain($"{journal.Person.Id}", theirs.RootElement.GetRawText(), StringComparison.Ordinal);
        Assert.Contains($"{other.Person.Id}", theirs.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_reads_its_kinds_and_no_other()
    {
        var journal = await DemoJournal.NewAsync();
        await using var site = await Site.OfAsync(journal);
        var key = (await KeyAsync(journal, ["MedicationStatement", "Patient"])).ToString();
        Assert.Equal((HttpStatusCode.Forbidden, "OperationOutcome"), await AskAsync(site, "/fhir/Observation", key));
        Assert.Equal((HttpStatusCode.NotFound, "OperationOutcome"), await AskAsync(site, "/fhir/Device", key));
        using var all = await BundleAsync(site, "/fhir/Patient/$everything", key);
        var kinds = all.RootElement.GetProperty("entry").EnumerateArray().Select(KindOf).Distinct().Order();
        Assert.Equal(["MedicationStatement", "Patient"], kinds);
        Assert.Equal(
            (HttpStatusCode.Forbidden, "OperationOutcome"),
            await AskAsync(site, $"/fhir/Observation/{(await journal.AllAsync<Entry>())[0].Id}", key)
        );
    }

    [Fact]
    public async Task Everything_comes_in_pages_that_lead_on_and_each_reference_can_be_read()
    {
        var journal = await DemoJournal.NewAsync();
        await using var site = await Site.OfAsync(journal);
        var key = (await KeyAsync(journal)).ToString();
        var (seen, total) = (new HashSet<string>(), 0);
        var next = $"/fhir/Patient/{journal.Person.Id}/$everything";
        while (next is not null)
        {
            using var page = await BundleAsync(site, next, key);
            total = page.RootElement.GetProperty("total").GetInt32();
            foreach (var entry in page.RootElement.GetProperty("entry").EnumerateArray())
                Assert.True(seen.Add(entry.GetProperty("fullUrl").GetString()!));
            next = page
                .RootElement.GetProperty("link")
                .EnumerateArray()
                .Where(l => l.GetProperty("relation").GetString() == "next")
                .Select(l => new Uri(l.GetProperty("url").GetString()!).PathAndQuery)
                .FirstOrDefault();
        }
        Assert.Equal(total, seen.Count);
        Assert.True(total > 1000);
        using var scores = await BundleAsync(site, "/fhir/Observation?category=survey&_count=1000", key);
        var reference = scores
            .RootElement.GetProperty("entry")
            .EnumerateArray()
            .Select(e => e.GetProperty("resource"))
            .First(r => r.TryGetProperty("derivedFrom", out _))
            .GetProperty("derivedFrom")[0]
            .GetProperty("reference")
            .GetString();
        Assert.Equal((HttpStatusCode.OK, "QuestionnaireResponse"), await AskAsync(site, $"/fhir/{reference}", key));
    }

    [Fact]
    public async Task A_search_finds_what_fits_and_refuses_what_it_does_not_know()
    {
        var journal = await DemoJournal.NewAsync();
        await using var site = await Site.OfAsync(journal);
        var key = (await KeyAsync(journal)).ToString();
        using var pain = await BundleAsync(site, "/fhir/Observation?code=http://loinc.org|72514-3&_count=3", key);
        Assert.Equal(3, pain.RootElement.GetProperty("entry").GetArrayLength());
        Assert.All(pain.RootElement.GetProperty("entry").EnumerateArray(), e =>
            Assert.Contains("72514-3", e.GetRawText(), StringComparison.Ordinal)
        );
        using var nobody = await BundleAsync(site, $"/fhir/Condition?patient={Guid.NewGuid()}", key);
        Assert.Equal(0, nobody.RootElement.GetProperty("total").GetInt32());
        foreach (var asked in (string[])["date=gt2020", "_count=x", "_include=*", "code:not=a"])
            Assert.Equal(
                (HttpStatusCode.BadRequest, "OperationOutcome"),
                await AskAsync(site, $"/fhir/Observation?{asked}", key)
            );
    }

    [Fact]
    public async Task Nothing_can_be_written()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        var key = (await KeyAsync(journal)).ToString();
        foreach (var method in (HttpMethod[])[HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch])
        {
            using var request = Request(method, "/fhir/Patient", key);
            request.Content = new StringContent("{}");
            using var answer = await site.Http.SendAsync(request);
            Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{method}: {answer.StatusCode}");
        }
        Assert.Empty(await journal.ChangesAsync());
    }

    [Fact]
    public async Task The_key_is_in_no_archive()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await KeyAsync(journal);
        var settings = (await journal.SettingsAsync()).Keys.Where(k =>
            k.Name.StartsWith(FhirTokenBook.Prefix, StringComparison.Ordinal)
        );
        var name = Assert.Single(settings).Name;
        using var to = new MemoryStream();
        await Inomya.Exports.WholeArchive.WriteAsync(
            journal,
            new Inomya.Content.Words(new Inomya.Content.ContentFolder()),
            to
        );
        to.Position = 0;
        using var zip = new System.IO.Compression.ZipArchive(to);
        using var manifest = new StreamReader(zip.GetEntry("manifest.json")!.Open());
        Assert.Contains(name, await manifest.ReadToEndAsync(), StringComparison.Ordinal);
        using var rows = new StreamReader(zip.GetEntry("tables/settings.jsonl")!.Open());
        Assert.DoesNotContain(name, await rows.ReadToEndAsync(), StringComparison.Ordinal);
    }

    private static string KindOf(JsonElement entry) =>
        entry.GetProperty("resource").GetProperty("resourceType").GetString()!;

    private static async Task<BridgeToken> KeyAsync(
        Journal journal,
        IReadOnlyList<string>? types = null,
        Duration? lasts = null
    ) =>
        (
            await new FhirTokenBook(journal).AddAsync(
                Guid.CreateVersion7(),
                "app",
                types ?? FhirReader.Types,
                lasts ?? Duration.FromDays(1)
            )
        )!.Value;

    private static HttpRequestMessage Request(HttpMethod method, string path, string? key)
    {
        var request = new HttpRequestMessage(method, path);
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return request;
    }

    /// <summary>The status, and what kind of resource came; it is FHIR whatever went wrong.</summary>
    private static async Task<(HttpStatusCode, string)> AskAsync(Site site, string path, string? key = null)
    {
        using var request = Request(HttpMethod.Get, path, key);
        using var answer = await site.Http.SendAsync(request);
        Assert.Equal("application/fhir+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, json.RootElement.GetProperty("resourceType").GetString()!);
    }

    private static async Task<JsonDocument> BundleAsync(Site site, string path, string key)
    {
        using var request = Request(HttpMethod.Get, path, key);
        using var answer = await site.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
    }
}
