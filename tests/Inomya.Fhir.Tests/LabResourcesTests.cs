using System.Text;
using Inomya.Content;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Laboratory;
using NodaTime;

namespace Inomya.Fhir.Tests;

/// <summary>Results from a patient portal, as FHIR.</summary>
public class LabResourcesTests
{
    private static readonly LabTests Tests = new(new ContentFolder());

    private static string Observation(
        string value,
        string more = "",
        string code = "2276-4",
        string name = "Ferritin",
        string day = "2026-03-01T08:30:00+01:00",
        string status = "final"
    ) =>
        $$"""
            {"resourceType":"Observation","status":"{{status}}","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],
             "code":{"coding":[{"system":"http://loinc.org","code":"{{code}}","display":"{{name}}"}]},"subject":{"reference":"Patient/1"},"effectiveDateTime":"{{day}}",{{more}}{{value}} }
            """;

    private static string Ferritin(string more = "") =>
        Observation(
            "\"valueQuantity\":{\"value\":42,\"unit\":\"ng/mL\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"ng/mL\"}",
            more
        );

    private static string Bundle(params string[] resources) =>
        $$"""{"resourceType":"Bundle","type":"searchset","entry":[{{string.Join(",", resources.Select((r, i) => $$"""{"fullUrl":"urn:uuid:{{i}}","resource":{{r}}}"""))}}]}""";

    [Fact]
    public void A_bundle_of_observations_is_read_with_the_labs_range_and_name()
    {
        var read = Read(
            Bundle(
                """{"resourceType":"Organization","id":"lab","name":"Lab One"}""",
                Ferritin(
                    "\"performer\":[{\"reference\":\"urn:uuid:0\"}],\"referenceRange\":[{\"low\":{\"value\":12,\"unit\":\"ug/L\"},\"high\":{\"value\":150,\"unit\":\"ug/L\"}}],"
                ),
                Observation(
                    "\"valueQuantity\":{\"value\":5,\"comparator\":\"<\",\"code\":\"mg/L\"}",
                    code: "1988-5",
                    name: "CRP"
                ),
                Observation("\"valueCodeableConcept\":{\"text\":\"negative\"}", code: "8061-4", name: "ANA")
            )
        );
        Assert.Empty(read.Refused);
        var results = read.Facts.Cast<LabResult>().ToList();
        Assert.Equal(
            ("ferritin", 42, "ng/mL", 12, 150, "Lab One", new LocalDate(2026, 3, 1)),
            (
                results[0].Test,
                results[0].Value,
                results[0].Unit,
                Math.Round(results[0].RangeLow!.Value, 9),
                Math.Round(results[0].RangeHigh!.Value, 9),
                results[0].Lab,
                results[0].Day
            )
        );
        Assert.Equal(("crp", "<", 5), (results[1].Test, results[1].Comparator, results[1].Value));
        Assert.Equal(("ana", "negative"), (results[2].Test, results[2].Text));
    }

    [Fact]
    public void A_report_with_what_it_contains_is_read()
    {
        var read = Read(
            $$"""{"resourceType":"DiagnosticReport","status":"final","code":{"text":"Panel"},"contained":[{{Ferritin()}}]}"""
        );
        Assert.Equal("ferritin", Assert.IsType<LabResult>(Assert.Single(read.Facts)).Test);
    }

    [Fact]
    public void Parts_of_one_observation_are_results_of_their_own()
    {
        var read = Read(
            Observation(
                "\"component\":[{\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"6690-2\"}]},\"valueQuantity\":{\"value\":6,\"code\":\"10*3/uL\"}},{\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"777-3\"}]},\"valueQuantity\":{\"value\":250,\"code\":\"10*3/uL\"}}]",
                code: "58410-2",
                name: "CBC"
            )
        );
        Assert.Equal(["leukocytes", "platelets"], read.Facts.Cast<LabResult>().Select(r => r.Test));
    }

    [Fact]
    public void What_cannot_be_a_result_is_refused_with_its_entry_and_reason()
    {
        var read = Read(
            Bundle(
                Ferritin(),
                Observation("\"dataAbsentReason\":{\"text\":\"hemolyzed\"}"),
                Observation("\"valueInteger\":3", day: "2026-03"),
                Observation("\"valueInteger\":3", day: "2027-03-01"),
                Observation("\"valueInteger\":3", status: "entered-in-error")
            )
        );
        Assert.Single(read.Facts);
        Assert.Equal(
            "2 no-value|3 day-not-exact|4 day-to-come|5 withdrawn",
            string.Join('|', read.Refused.Select(r => $"{r.Line} {r.Why}"))
        );
    }

    [Fact]
    public void Vital_signs_and_surveys_are_passed_over() =>
        Assert.Equal(
            0,
            Read(
                Observation("\"valueInteger\":70", code: "8867-4", name: "Heart rate")
                    .Replace("\"laboratory\"", "\"vital-signs\"", StringComparison.Ordinal)
            ).Rows
        );

    [Fact]
    public void The_same_result_has_the_same_id_in_the_next_file_and_another_has_another()
    {
        var first = Read(Bundle(Ferritin("\"id\":\"a\","))).Facts[0].Id;
        Assert.Equal(
            first,
            Read(Bundle(Observation("\"valueInteger\":1", code: "777-3"), Ferritin("\"id\":\"a\","))).Facts[1].Id
        );
        Assert.NotEqual(first, Read(Bundle(Ferritin("\"id\":\"b\","))).Facts[0].Id);
    }

    [Theory]
    [InlineData("{", "not-fhir")]
    [InlineData("{}", "not-fhir")]
    [InlineData("""{"resourceType":"Patient"}""", "not-fhir")]
    public void What_is_no_such_file_is_refused_whole(string text, string why) =>
        Assert.Equal(why, Assert.Throws<ImportException>(() => Read(text)).Why.Key);

    [Fact]
    public void A_file_about_two_people_is_refused_whole() =>
        Assert.Equal(
            "several-patients",
            Assert
                .Throws<ImportException>(() =>
                    Read(Bundle(Ferritin(), Ferritin().Replace("Patient/1", "Patient/2", StringComparison.Ordinal)))
                )
                .Why.Key
        );

    private static ImportReading Read(string json) =>
        LabResources.Read(
            new MemoryStream(Encoding.UTF8.GetBytes(json)),
            Tests,
            new LocalDate(2026, 11, 22),
            TestContext.Current.CancellationToken
        );
}
