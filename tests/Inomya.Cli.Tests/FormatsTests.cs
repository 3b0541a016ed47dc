using Inomya.Cli.Tests.Support;

namespace Inomya.Cli.Tests;

/// <summary>What a file is, the command line finds out by itself: an export, a table, a record of a hospital.</summary>
public sealed class FormatsTests : IDisposable
{
    private readonly CommandLine _inomya = new();

    public void Dispose() => _inomya.Dispose();

    private const string Fhir = """
        {"resourceType":"Observation","status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],
         "code":{"coding":[{"system":"http://loinc.org","code":"2276-4","display":"Ferritin"}]},"effectiveDateTime":"2026-03-01",
         "valueQuantity":{"value":42,"unit":"ng/mL"}}
        """;

    private const string Ccda = """
        <section><code code="30954-2"/><entry><organizer><id root="1.2"/><component><observation><id root="1.3"/>
        <code code="2276-4" codeSystem="2.16.840.1.113883.6.1" displayName="Ferritin"/><effectiveTime value="20260301"/>
        <value xsi:type="PQ" value="42" unit="ng/mL"/></observation></component></organizer></entry></section>
        """;

    private const string Webhook =
        """{"timestamp":"2026-06-02T06:10:00Z","app_version":"1.9.0","steps":[{"count":412,"start_time":"2026-06-01T07:00:00Z","end_time":"2026-06-01T07:15:00Z"}]}""";

    private const string Laboratory = "date,test,value,unit\n2026-03-01,Ferritin,42,ng/mL\n";

    private const string Visible =
        "observation_date,tracker_name,tracker_category,observation_value \n2026-03-01,Muscle aches,Pain,2 \n";

    [Theory]
    [InlineData("lab-fhir", "ferritin.json", Fhir)]
    [InlineData("lab-fhir", "record.xml", Ccda)]
    [InlineData("lab-csv", "results.csv", Laboratory)]
    [InlineData("health-connect-webhook", "sent.json", Webhook)]
    [InlineData("visible", "export.csv", Visible)]
    public async Task A_file_is_told_by_what_is_in_it_and_the_same_again_adds_nothing(
        string format,
        string name,
        string text
    )
    {
        var file = _inomya.Write(name, text);
        var first = await _inomya.RunAsync("import", file, "--json");
        Assert.Equal((0, ""), (first.Exit, first.Error.Trim()));
        var told = first.Json.GetProperty("files")[0];
        Assert.Equal(format, told.GetProperty("format").GetString());
        Assert.NotEqual(0, told.GetProperty("added").GetInt32());
        var again = (await _inomya.RunAsync("import", file, "--json")).Json.GetProperty("files")[0];
        Assert.Equal(
            (0, told.GetProperty("added").GetInt32()),
            (again.GetProperty("added").GetInt32(), again.GetProperty("same").GetInt32())
        );
    }

    [Fact]
    public async Task What_a_device_measured_stands_in_the_days()
    {
        await _inomya.RunAsync("import", _inomya.Write("sent.json", Webhook), "--zone", "Europe/Berlin");
        Assert.Equal("date,steps 2026-06-01,412", (await _inomya.RunAsync("days")).Out.Trim().ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task A_zone_may_be_written_in_small_letters()
    {
        var run = await _inomya.RunAsync(
            "import",
            _inomya.Write("sent.json", Webhook),
            "--zone",
            "europe/madrid",
            "--json"
        );
        Assert.Equal((0, "2026-06-01"), (run.Exit, run.Json.GetProperty("files")[0].GetProperty("from").GetString()));
    }
}
