using System.Text;
using CsCheck;
using Inomya.Importing;
using Inomya.Vocabulary;

namespace Inomya.Tests.Importing;

/// <summary>Whatever was done to a file, it is read as far as it goes or refused in words: never a failure of ours.</summary>
public class HostileFilesTests
{
    private const string Apple = """
        <HealthData><Record type="HKQuantityTypeIdentifierStepCount" sourceName="W" unit="count" value="5" startDate="2026-06-29 08:00:00 +0200" endDate="2026-06-29 08:10:00 +0200"/>
        <Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="W" value="HKCategoryValueSleepAnalysisAsleepREM" startDate="2026-06-29 01:00:00 +0200" endDate="2026-06-29 02:00:00 +0200"/></HealthData>
        """;

    private const string Webhook =
        """{"timestamp":"2026-06-02T06:10:00Z","app_version":"1.9.0","steps":[{"count":412,"start_time":"2026-06-01T07:00:00Z","end_time":"2026-06-01T07:15:00Z"}]}""";

    public static TheoryData<string> Kinds => ["apple", "webhook", "xlsx", "ods", "zip"];

    private static byte[] FileOf(string kind) =>
        kind switch
        {
            "apple" => Encoding.UTF8.GetBytes(Apple),
            "webhook" => Encoding.UTF8.GetBytes(Webhook),
            "xlsx" => SheetTests.Excel().ToArray(),
            "ods" => SheetTests.OpenDocument(SheetTests.OdsRows).ToArray(),
            _ => SheetTests.Zipped(("export.xml", Apple), ("steps.json", Webhook)).ToArray(),
        };

    [Theory, MemberData(nameof(Kinds))]
    public void A_file_with_some_bytes_changed_cut_or_doubled_is_read_or_refused(string kind)
    {
        var whole = FileOf(kind);
        Gen.Int.Sample(
            seed =>
            {
                var options = new ImportOptions
                {
                    Days = new(DayClock.UsualBoundary, [new ZoneSince(default, "Etc/UTC")]),
                };
                try
                {
                    _ = Files.Read(new MemoryStream(Changed(whole, new Random(seed))), options).To;
                }
                catch (ImportException)
                {
                    // refused in words
                }
            },
            iter: 400
        );
    }

    [Fact]
    public void A_name_that_is_no_text_is_refused_with_its_place()
    {
        var bytes = Encoding.UTF8.GetBytes(Webhook.Replace("\"count\"", "\n \"count\"", StringComparison.Ordinal));
        bytes[Array.IndexOf(bytes, (byte)'\n') + 4] = 0x8D;
        var refused = Assert.Throws<ImportException>(() => Files.Read(new MemoryStream(bytes)));
        Assert.Equal((ImportProblem.BrokenRecord, "2:4"), (refused.Why, refused.Detail));
    }

    private static byte[] Changed(byte[] whole, Random random)
    {
        var bytes = whole.ToArray();
        for (var i = random.Next(1, 6); i > 0; i--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(4) switch
        {
            0 => bytes[..random.Next(1, bytes.Length)],
            1 => [.. bytes, .. bytes],
            _ => bytes,
        };
    }
}
