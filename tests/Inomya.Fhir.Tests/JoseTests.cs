using System.Buffers.Text;
using System.Text.Json;
using Inomya.Content;
using Inomya.Demo;
using Inomya.Journals;
using Inomya.Links;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Fhir.Tests;

/// <summary>What we lock is opened by jose, which shares nothing with our code.</summary>
public class JoseTests
{
    private const string Folder = "jose";

    [Fact]
    public async Task A_patient_summary_that_we_locked_is_opened_by_jose_and_is_the_same()
    {
        var ready = await NodeProgram.InstalledAsync(Folder, "jose");
        Assert.SkipWhen(ready is not null, ready ?? "");
        var plain = await SummaryAsync();
        var key = Jwe.NewKey();
        var locked = Jwe.Lock(key, plain, "application/fhir+json");
        var asked = JsonSerializer.Serialize(new { key = Base64Url.EncodeToString(key), locked });
        var (code, output, error) = await NodeProgram.RunAsync(Folder, "node", ["open.mjs"], asked);
        Assert.True(code == 0, error);
        using var opened = JsonDocument.Parse(output);
        Assert.Equal(System.Text.Encoding.UTF8.GetString(plain), opened.RootElement.GetProperty("text").GetString());
        var header = opened.RootElement.GetProperty("header");
        Assert.Equal(
            ("dir", "A256GCM", "application/fhir+json"),
            (
                header.GetProperty("alg").GetString(),
                header.GetProperty("enc").GetString(),
                header.GetProperty("cty").GetString()
            )
        );
        Assert.True(locked.Length < plain.Length, "It is packed before it is locked.");
    }

    private static async Task<byte[]> SummaryAsync()
    {
        var content = new ContentFolder();
        var store = await JournalStore.OpenAsync(
            JournalPlace.InFolder(Directory.CreateTempSubdirectory("inomya-test-").FullName),
            new FakeClock(Instant.FromUtc(2026, 11, 22, 12, 0))
        );
        var journal = await DemoPerson.CreateAsync(store, content, "Europe/Madrid");
        using var to = new MemoryStream();
        await IpsExport.WriteAsync(journal, content, new Words(content, "en"), to);
        return to.ToArray();
    }
}
