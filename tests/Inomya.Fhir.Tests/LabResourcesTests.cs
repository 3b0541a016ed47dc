using System.Text;
using Inomya.Content;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.Vocabulary;
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

    private static string Quantity(string value, string unit) =>
        $"\"valueQuantity\":{{\"value\":{value},\"unit\":\"{unit}\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"{unit}\"}}";

    [Fact]
    public void Results_that_share_the_number_of_their_order_stay_apart()
    {
        const string Order = "\"identifier\":[{\"system\":\"urn:lab:accession\",\"value\":\"A-1001\"}],";
        var read = Read(
            Bundle(
                Observation(Quantity("13.1", "g/dL"), Order, "718-7", "Hemoglobin"),
                Observation(Quantity("6.2", "10*9/L"), Order, "6690-2", "Leukocytes"),
                Observation(Quantity("251", "10*9/L"), Order, "777-3", "Platelets"),
                Observation(Quantity("14", "g/dL"), Order, "718-7", "Hemoglobin", "2026-06-01")
            )
        );
        Assert.Equal(4, read.Facts.Select(f => f.Id).Distinct().Count());
    }

    [Fact]
    public void What_two_reports_call_the_same_are_two_results()
    {
        string Report(string id, string day) =>
            """{"resourceType":"DiagnosticReport","id":"ID","status":"final","code":{"text":"Blood"},"contained":[RESULT],"result":[{"reference":"#r1"}]}"""
                .Replace("ID", id, StringComparison.Ordinal)
                .Replace(
                    "RESULT",
                    Observation(Quantity("3.3", "mg/dL"), "\"id\":\"r1\",", "2777-1", "Phosphate", day),
                    StringComparison.Ordinal
                );
        var ids = ((string[])[Report("jan", "2026-01-20"), Report("jul", "2026-07-20"), Report("other", "2026-01-20")])
            .Select(r => Assert.Single(Read(r).Facts).Id)
            .ToList();
        Assert.Equal(3, ids.Distinct().Count());
        Assert.Equal(ids[0], Assert.Single(Read(Report("jan", "2026-01-20")).Facts).Id);
    }

    [Fact]
    public void An_id_of_one_server_is_not_the_same_on_another()
    {
        string On(string server) =>
            $$"""{"resourceType":"Bundle","type":"searchset","entry":[{"fullUrl":"https://{{server}}.example.org/fhir/Observation/a","resource":{{Ferritin("\"id\":\"a\",")}} }]}""";
        Assert.NotEqual(Read(On("one")).Facts[0].Id, Read(On("two")).Facts[0].Id);
    }

    [Theory]
    [InlineData("2026-01-15T00:30:00Z", "America/New_York", "2026-01-14")]
    [InlineData("2026-01-14T19:30:00-05:00", "America/New_York", "2026-01-14")]
    [InlineData("2026-01-15T03:59:59.000+00:00", "America/New_York", "2026-01-14")]
    [InlineData("2026-01-14T23:30:00Z", "Europe/Madrid", "2026-01-15")]
    [InlineData("2026-01-14", "America/New_York", "2026-01-14")]
    public void A_moment_is_of_the_day_where_the_person_was(string time, string zone, string day) =>
        Assert.Equal(
            day,
            $"{((LabResult)Read(Observation(Quantity("70", "ng/mL"), day: time), zone).Facts[0]).Day:uuuu-MM-dd}"
        );

    [Theory]
    [InlineData("Patient/1", "https://ehr.example.org/fhir/Patient/1")]
    [InlineData("Patient/1", "Patient/1/_history/2")]
    [InlineData("Patient/1", "urn:uuid:7c1a2a52-0d7b-4b2c-9d26-3b1b4e1d7a10")]
    public void One_person_written_in_two_ways_is_one(string first, string second)
    {
        var url = second.StartsWith("urn", StringComparison.Ordinal)
            ? second
            : "https://ehr.example.org/fhir/Patient/1";
        var ferritin = Ferritin().Replace("Patient/1", first, StringComparison.Ordinal);
        var crp = Observation(Quantity("5", "mg/L"), code: "1988-5", name: "CRP")
            .Replace("Patient/1", second, StringComparison.Ordinal);
        var file = $$"""
            {"resourceType":"Bundle","type":"collection","entry":[
             {"fullUrl":"{{url}}","resource":{"resourceType":"Patient","id":"1"} },
             {"resource":{{ferritin}} },
             {"resource":{{crp}} }]}
            """;
        Assert.Equal(2, Read(file).Facts.Count);
    }

    [Fact]
    public void Two_people_are_refused_with_their_names()
    {
        string Person(string id, string name) =>
            $$"""{"resourceType":"Patient","id":"{{id}}","name":[{"text":"{{name}}"}]}""";
        var refused = Assert.Throws<ImportException>(() =>
            Read(
                Bundle(
                    Person("1", "Ana"),
                    Person("2", "Eva"),
                    Ferritin(),
                    Ferritin().Replace("Patient/1", "Patient/2", StringComparison.Ordinal)
                )
            )
        );
        Assert.Equal((ImportProblem.SeveralPatients, "Ana, Eva"), (refused.Why, refused.Detail));
    }

    [Theory]
    [InlineData("\"reference\":\"https://a.example/Patient/1\"", "\"reference\":\"https://b.example/Patient/1\"")]
    [InlineData(
        "\"identifier\":{\"system\":\"s\",\"value\":\"1\"}",
        "\"identifier\":{\"system\":\"s\",\"value\":\"2\"}"
    )]
    public void Two_people_are_two_by_server_and_by_identifier_too(string first, string second) =>
        Assert.Throws<ImportException>(() =>
            Read(
                Bundle(
                    Ferritin().Replace("\"reference\":\"Patient/1\"", first, StringComparison.Ordinal),
                    Ferritin().Replace("\"reference\":\"Patient/1\"", second, StringComparison.Ordinal)
                )
            )
        );

    [Theory]
    [InlineData("\"unit\":\"ng/mL\",\"system\":\"http://snomed.info/sct\",\"code\":\"258806002\"", "ng/mL")]
    [InlineData("\"unit\":\"mg/L\",\"system\":\"urn:lab:units\",\"code\":\"MGL\"", "mg/L")]
    [InlineData("\"unit\":\"mU/L\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"m[iU]/L\"", "m[IU]/L")]
    [InlineData("\"unit\":\"THOUS/UL\"", "10*3/uL")]
    [InlineData("\"code\":\"g/dL\"", "g/dL")]
    public void The_code_of_a_unit_counts_where_it_says_that_it_is_one(string unit, string shown) =>
        Assert.Equal(shown, ((LabResult)Read(Observation($"\"valueQuantity\":{{\"value\":7,{unit}}}")).Facts[0]).Unit);

    [Theory]
    [InlineData("<0.5", 0.5, "<", null)]
    [InlineData("12.5 ng/mL", 12.5, null, "ng/mL")]
    [InlineData("2.31", 2.31, null, null)]
    [InlineData("2,31", 2.31, null, null)]
    [InlineData(">1000 IU/mL", 1000.0, ">", "[IU]/mL")]
    [InlineData("1:160", null, null, null)]
    public void A_number_in_a_text_is_read_as_in_a_table_and_keeps_its_range(
        string text,
        double? value,
        string? sign,
        string? unit
    )
    {
        var result = (LabResult)
            Read(Observation($"\"valueString\":\"{text}\"", "\"referenceRange\":[{\"high\":{\"value\":5}}],")).Facts[0];
        Assert.Equal((value, sign, unit, 5.0), (result.Value, result.Comparator, result.Unit, result.RangeHigh));
    }

    [Fact]
    public void A_part_without_a_value_is_named()
    {
        var read = Read(
            Observation(
                "\"component\":[{\"code\":{\"text\":\"Hemoglobin\"},\"valueQuantity\":{\"value\":13,\"unit\":\"g/dL\"}},{\"code\":{\"text\":\"Platelets\"},\"dataAbsentReason\":{\"text\":\"haemolysed\"}}]",
                code: "58410-2",
                name: "CBC"
            )
        );
        Assert.Equal(("no-value", "Platelets"), (read.Refused.Single().Why.Key, read.Refused.Single().Value));
        Assert.Equal("haemoglobin", ((LabResult)read.Facts.Single()).Test);
    }

    [Theory]
    [InlineData("female", "1980-05-01", 13.0, 150.0)]
    [InlineData("male", "1980-05-01", 30.0, 400.0)]
    [InlineData("female", "2020-05-01", 7.0, 140.0)]
    [InlineData("other", "1980-05-01", null, null)]
    [InlineData("female", null, null, null)]
    public void A_range_is_the_persons_own_or_there_is_none(string sex, string? born, double? low, double? high)
    {
        const string Ranges = """
            "referenceRange":[
             {"appliesTo":[{"coding":[{"system":"http://snomed.info/sct","code":"248153007"}]}],"age":{"low":{"value":18,"unit":"years"}},"low":{"value":30},"high":{"value":400}},
             {"appliesTo":[{"text":"Female"}],"age":{"low":{"value":18,"unit":"years"}},"low":{"value":13},"high":{"value":150}},
             {"appliesTo":[{"text":"Female"}],"age":{"high":{"value":17,"unit":"years"}},"low":{"value":7},"high":{"value":140}}],
            """;
        var person =
            $$"""{"resourceType":"Patient","id":"1","gender":"{{sex}}"{{(born is null ? "" : $",\"birthDate\":\"{born}\"")}} }""";
        var result = (LabResult)Read(Bundle(person, Observation(Quantity("20", "ng/mL"), Ranges))).Facts.Single();
        Assert.Equal((low, high), (result.RangeLow, result.RangeHigh));
    }

    [Fact]
    public void A_report_gives_its_day_specimen_and_laboratory_to_its_results()
    {
        var file = Bundle(
            """{"resourceType":"DiagnosticReport","id":"d","status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0074","code":"LAB"}]}],"code":{"text":"Urine"},"effectiveDateTime":"2026-05-02","performer":[{"display":"Lab Two"}],"specimen":[{"reference":"Specimen/s"}],"result":[{"reference":"Observation/o"}]}""",
            """{"resourceType":"Specimen","id":"s","type":{"text":"Urine"}}""",
            """{"resourceType":"Observation","id":"o","status":"final","code":{"text":"Glucose"},"valueQuantity":{"value":2,"unit":"mmol/L"}}"""
        );
        var result = (LabResult)Read(file).Facts.Single();
        Assert.Equal(("Glucose (Urine)", new LocalDate(2026, 5, 2), "Lab Two"), (result.Test, result.Day, result.Lab));
    }

    [Theory]
    [InlineData("http://terminology.hl7.org/CodeSystem/v2-0074", "CH", true)]
    [InlineData("http://snomed.info/sct", "108252007", true)]
    [InlineData("http://terminology.hl7.org/CodeSystem/observation-category", "social-history", false)]
    [InlineData("http://terminology.hl7.org/CodeSystem/v2-0074", "RAD", false)]
    public void Laboratory_is_what_says_so_in_any_system_and_the_rest_is_named(string system, string code, bool isLab)
    {
        var read = Read(
            Observation("\"valueInteger\":3", code: "99999-7", name: "Something")
                .Replace("http://terminology.hl7.org/CodeSystem/observation-category", system, StringComparison.Ordinal)
                .Replace("\"laboratory\"", $"\"{code}\"", StringComparison.Ordinal)
        );
        Assert.Equal(isLab ? 1 : 0, read.Facts.Count);
        Assert.Equal(isLab ? [] : ["Something 1"], read.PassedOver.Select(p => $"{p.Key} {p.Value}"));
    }

    [Theory]
    [InlineData("preliminary", true), InlineData("final", false), InlineData("corrected", false)]
    public void What_may_still_change_is_kept_as_that_and_the_final_one_takes_its_place(string status, bool may)
    {
        LabResult Of(string value, string at) =>
            (LabResult)Read(Observation(Quantity(value, "ng/mL"), "\"id\":\"a\",", status: at)).Facts.Single();
        Assert.Equal(may, Of("101", status).IsPreliminary);
        Assert.Equal(Of("99", "final").Id, Of("101", status).Id);
    }

    [Fact]
    public void A_contained_patient_is_known_by_name_since_its_id_is_its_own_there()
    {
        string Report(string name, string id) =>
            """{"resourceType":"DiagnosticReport","id":"ID","status":"final","subject":{"reference":"#p"},"code":{"text":"Blood"},"contained":[{"resourceType":"Patient","id":"p","name":[{"text":"NAME"}]}]}"""
                .Replace("\"ID\"", $"\"{id}\"", StringComparison.Ordinal)
                .Replace("NAME", name, StringComparison.Ordinal);
        Assert.Empty(Read(Bundle(Report("Ana", "1"), Report("Ana", "2"))).Facts);
        Assert.Equal(
            "Ana, Eva",
            Assert.Throws<ImportException>(() => Read(Bundle(Report("Ana", "1"), Report("Eva", "2")))).Detail
        );
    }

    [Fact]
    public void An_id_of_another_server_is_another_person()
    {
        var other = Ferritin().Replace("Patient/1", "https://b.example/fhir/Patient/1", StringComparison.Ordinal);
        var file = $$"""
            {"resourceType":"Bundle","type":"collection","entry":[
             {"fullUrl":"https://a.example/fhir/Patient/1","resource":{"resourceType":"Patient","id":"1"} },
             {"fullUrl":"https://a.example/fhir/Observation/2","resource":{{Ferritin()}} },
             {"fullUrl":"https://b.example/fhir/Observation/2","resource":{{other}} }]}
            """;
        Assert.Equal(ImportProblem.SeveralPatients, Assert.Throws<ImportException>(() => Read(file)).Why);
    }

    [Fact]
    public void The_record_of_somebody_else_in_the_file_decides_no_range()
    {
        const string Range =
            "\"referenceRange\":[{\"appliesTo\":[{\"text\":\"male\"}],\"low\":{\"value\":30},\"high\":{\"value\":400}}],";
        string Patient(string id) => $$"""{"resourceType":"Patient","id":"{{id}}","gender":"male"}""";
        Assert.Null(((LabResult)Read(Bundle(Patient("9"), Ferritin(Range))).Facts.Single()).RangeLow);
        Assert.Equal(30, ((LabResult)Read(Bundle(Patient("1"), Ferritin(Range))).Facts.Single()).RangeLow);
    }

    [Theory]
    [InlineData("{\"text\":\"Therapeutic target\"}", null)]
    [InlineData("{\"text\":\"Normal Range\"}", 30.0)]
    [InlineData("{\"text\":\"Valores de referencia\"}", 30.0)]
    [InlineData("{\"coding\":[{\"code\":\"treatment\"}]}", null)]
    public void A_range_to_be_treated_by_is_not_the_normal_one(string type, double? low) =>
        Assert.Equal(
            low,
            (
                (LabResult)
                    Read(Ferritin($"\"referenceRange\":[{{\"type\":{type},\"low\":{{\"value\":30}}}}],")).Facts.Single()
            ).RangeLow
        );

    [Theory]
    [InlineData("1/160"), InlineData("120/80"), InlineData("1:160"), InlineData("+/-")]
    public void Figures_with_a_stroke_are_words(string text) =>
        Assert.Equal(text, ((LabResult)Read(Observation($"\"valueString\":\"{text}\"")).Facts.Single()).Text);

    [Fact]
    public void A_text_shows_how_the_file_writes_fractions_though_it_has_a_sign_and_a_unit()
    {
        var read = Read(
            Bundle(
                Observation("\"valueString\":\"<0,5 mg/L\"", code: "1988-5", name: "CRP"),
                Observation("\"valueString\":\"1.234\"", code: "2157-6", name: "CK")
            )
        );
        Assert.Equal([0.5, 1234.0], read.Facts.Cast<LabResult>().Select(r => r.Value!.Value));
    }

    [Fact]
    public void The_place_of_what_is_refused_is_its_entry_also_behind_entries_that_hold_nothing()
    {
        var file = $$"""
            {"resourceType":"Bundle","type":"collection","entry":[
             {"fullUrl":"urn:uuid:0"},
             {"resource":{{Bundle(Ferritin(), Ferritin("\"id\":\"b\","))}} },
             {"resource":{{Observation("\"dataAbsentReason\":{\"text\":\"lost\"}")}} }]}
            """;
        var read = Read(file);
        Assert.Equal((2, 3L), (read.Facts.Count, read.Refused.Single().Line));
    }

    [Fact]
    public void Bundles_in_bundles_are_read() =>
        Assert.Single(
            Read(
                $$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{{Bundle(Ferritin())}} }]}"""
            ).Facts
        );

    [Fact]
    public void A_bundle_of_200_MB_is_refused_before_a_byte_of_it_is_read()
    {
        var refused = Assert.Throws<ImportException>(() => Read(new Huge()));
        Assert.Equal(ImportProblem.TooLargeFhir, refused.Why);
    }

    private sealed class Huge : MemoryStream
    {
        public override long Length => 200L << 20;

        public override int Read(Span<byte> buffer) => throw new InvalidOperationException("It was read.");

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    }

    [Fact]
    public void Resources_that_refer_to_each_other_in_a_circle_are_read_once_each()
    {
        static string Panel(int own, int other) =>
            Observation(
                $"\"valueQuantity\":{{\"value\":{own},\"unit\":\"ng/mL\"}}",
                $"\"id\":\"o{own}\",\"hasMember\":[{{\"reference\":\"urn:uuid:{other}\"}}],\"derivedFrom\":[{{\"reference\":\"urn:uuid:{own}\"}}],"
            );
        Assert.Equal([0, 1], Read(Bundle(Panel(0, 1), Panel(1, 0))).Facts.Cast<LabResult>().Select(r => r.Value));
    }

    [Fact]
    public void A_list_of_resources_is_read_like_the_bundle_it_means()
    {
        var list = $"[{Ferritin()},{Observation("\"valueString\":\"\"", code: "777-3")}]";
        Assert.True(LabResources.Recognises(new MemoryStream(Encoding.UTF8.GetBytes(list))));
        Assert.False(LabResources.Recognises(new MemoryStream("[{\"date\":\"2026-01-01\"}]"u8.ToArray())));
        var read = Read(list);
        Assert.Single(read.Facts);
        Assert.Equal(2, Assert.Single(read.Refused).Line);
    }

    [Fact]
    public void An_element_that_no_version_has_so_is_refused_in_words_and_is_no_failure() =>
        Assert.Equal(
            ImportProblem.NotFhir,
            Assert
                .Throws<ImportException>(() =>
                    Read(
                        """{"resourceType":"Observation","status":"final","code":{"text":"Ferritin"},"component":{"code":{"text":"x"}},"referenceRange":{"low":{"value":1}},"effectiveDateTime":"2026-03-01","valueQuantity":{"value":4}}"""
                    )
                )
                .Why
        );

    [Fact]
    public void What_other_versions_of_FHIR_write_in_another_form_is_read_where_it_means_the_same()
    {
        const string Dstu2 = """
            {"resourceType":"Observation","status":"final","category":{"coding":[{"system":"http://hl7.org/fhir/observation-category","code":"laboratory"}]},
             "code":{"coding":[{"system":"http://loinc.org","code":"2276-4","display":"Ferritin"}]},"effectiveDateTime":"2026-03-01","valueQuantity":{"value":42,"unit":"ng/mL"},"comments":"fasting"}
            """;
        const string R5 = """
            {"resourceType":"Observation","status":"final","category":[{"coding":[{"code":"laboratory"}]}],"instantiatesCanonical":"urn:x","triggeredBy":[{"type":"reflex"}],
             "code":{"coding":[{"system":"http://loinc.org","code":"2276-4"}],"text":"Ferritin"},"effectiveDateTime":"2026-03-01","valueQuantity":{"value":42,"unit":"ng/mL"}}
            """;
        foreach (var record in (string[])[Dstu2, R5])
            Assert.Equal(
                ("ferritin", 42),
                (((LabResult)Read(record).Facts.Single()).Test, ((LabResult)Read(record).Facts.Single()).Value)
            );
    }

    private static ImportReading Read(string json, string zone = "Europe/Madrid") =>
        Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), zone);

    private static ImportReading Read(Stream file, string zone = "Europe/Madrid") =>
        LabResources.Read(
            file,
            Tests,
            new LocalDate(2026, 11, 22),
            new DayClock(DayClock.UsualBoundary, [new ZoneSince(default, zone)]),
            TestContext.Current.CancellationToken
        );
}
