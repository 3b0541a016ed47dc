using System.Text;
using Inomya.Content;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Fhir.Tests;

/// <summary>Results from a hospital's record, as C-CDA.</summary>
public class CcdaTests
{
    private static readonly LabTests Tests = new(new ContentFolder());
    private static readonly DayClock Madrid = new(DayClock.UsualBoundary, [new ZoneSince(default, "Europe/Madrid")]);

    private static ImportReading Read(string xml)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        Assert.True(LabResources.Recognises(file));
        return LabResources.Read(file, Tests, new LocalDate(2026, 11, 30), Madrid);
    }

    private static string Observation(
        string value,
        string code = "2276-4",
        string name = "Ferritin",
        string more = "",
        string status = "completed",
        string time = "20260301233000+0000"
    ) =>
        $"""
            <component><observation classCode="OBS" moodCode="EVN"><id root="1.2.3" extension="{code}"/>
            <code code="{code}" codeSystem="2.16.840.1.113883.6.1" displayName="{name}"/><statusCode code="{status}"/>
            <effectiveTime value="{time}"/>{value}{more}</observation></component>
            """;

    private static string Section(params string[] observations) =>
        $"""
            <section><code code="30954-2" codeSystem="2.16.840.1.113883.6.1"/><text><td ID="n1">Vitamin D, printed</td></text>
            <entry><organizer classCode="BATTERY" moodCode="EVN"><id root="9.9" extension="order-1"/><statusCode code="completed"/>
            <author><assignedAuthor><representedOrganization><name>Lab One</name></representedOrganization></assignedAuthor></author>
            {string.Concat(observations)}</organizer></entry></section>
            """;

    private static string Document(string sections) =>
        $"""
            <?xml version="1.0"?>
            <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            <recordTarget><patientRole><id root="1.1" extension="p-7"/><patient><name><given>Ana</given><family>Ruiz</family></name>
            <administrativeGenderCode code="F"/><birthTime value="19840517"/></patient></patientRole></recordTarget>
            <component><structuredBody><component>{sections}</component></structuredBody></component></ClinicalDocument>
            """;

    private const string Measured = """<value xsi:type="PQ" value="42" unit="ng/mL"/>""";

    private const string Range =
        """<referenceRange><observationRange><value xsi:type="IVL_PQ"><low value="13" unit="ng/mL"/><high value="150" unit="ng/mL"/></value></observationRange></referenceRange>""";

    [Fact]
    public void A_result_has_its_test_day_value_unit_range_and_laboratory()
    {
        var result = Assert.IsType<LabResult>(
            Assert.Single(Read(Document(Section(Observation(Measured, more: Range)))).Facts)
        );
        Assert.Equal(("ferritin", 42.0, "ng/mL"), (result.Test, result.Value, result.Unit));
        Assert.Equal((13.0, 150.0, "Lab One"), (result.RangeLow, result.RangeHigh, result.Lab));
        // half past midnight where she lives
        Assert.Equal(new LocalDate(2026, 3, 2), result.Day);
    }

    [Fact]
    public void A_section_cut_out_of_its_document_says_the_same() =>
        Assert.Equal(42, Assert.IsType<LabResult>(Assert.Single(Read(Section(Observation(Measured))).Facts)).Value);

    [Theory]
    [InlineData("""<value xsi:type="IVL_PQ"><high value="0.5" unit="mg/L"/></value>""", "< 0.5 mg/L ")]
    [InlineData("""<value xsi:type="IVL_PQ"><low value="90" unit="mg/L" inclusive="true"/></value>""", ">= 90 mg/L ")]
    [InlineData("""<value xsi:type="ST">negative</value>""", "   negative")]
    [InlineData("""<value xsi:type="CD" code="260385009" displayName="Negative"/>""", "   Negative")]
    [InlineData(
        """<value xsi:type="PQ" nullFlavor="OTH"><translation value="152" nullFlavor="OTH"><originalText>mg/L</originalText></translation></value>""",
        " 152 mg/L "
    )]
    public void A_value_is_a_limit_a_word_or_a_number_in_the_laboratorys_own_unit(string value, string expected)
    {
        var result = (LabResult)Assert.Single(Read(Section(Observation(value, "1988-5", "CRP"))).Facts);
        Assert.Equal(
            expected,
            FormattableString.Invariant($"{result.Comparator} {result.Value} {result.Unit} {result.Text}")
        );
    }

    [Fact]
    public void What_has_no_value_is_withdrawn_or_to_come_is_refused_with_its_place_and_nothing_drops()
    {
        var read = Read(
            Section(
                Observation("""<value xsi:type="PQ" nullFlavor="UNK"/>"""),
                Observation(Measured, status: "nullified"),
                Observation(Measured, time: "20991231"),
                Observation(Measured, time: "202603"),
                Observation(Measured)
            )
        );
        Assert.Equal(["no-value", "withdrawn", "day-to-come", "day-not-exact"], read.Refused.Select(r => r.Why.Key));
        Assert.Equal((5, 1), (read.Rows, read.Facts.Count));
    }

    [Fact]
    public void The_name_in_the_text_stands_where_the_code_has_none()
    {
        const string Pointing =
            """<component><observation><code nullFlavor="UNK"><originalText><reference value="#n1"/></originalText></code><effectiveTime value="20260301"/><value xsi:type="PQ" value="20" unit="ng/mL"/></observation></component>""";
        Assert.Equal("Vitamin D, printed", ((LabResult)Assert.Single(Read(Section(Pointing)).Facts)).Test);
    }

    [Fact]
    public void The_same_file_gives_the_same_results()
    {
        var file = Document(Section(Observation(Measured), Observation(Measured, "1988-5", "CRP")));
        Assert.Equal(Read(file).Facts.Select(f => f.Id), Read(file).Facts.Select(f => f.Id));
        Assert.Equal(2, Read(file).Facts.DistinctBy(f => f.Id).Count());
    }

    [Theory]
    [InlineData("1984")]
    [InlineData("198405")]
    [InlineData("")]
    [InlineData("unknown")]
    public void Who_was_born_in_a_year_of_which_no_day_is_known_has_results_too(string born)
    {
        var file = Document(Section(Observation(Measured))).Replace("19840517", born, StringComparison.Ordinal);
        Assert.Single(Read(file).Facts);
    }

    [Fact]
    public void Whatever_was_done_to_a_file_it_is_read_or_refused()
    {
        var whole = Encoding.UTF8.GetBytes(Document(Section(Observation(Measured, more: Range))));
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new Random(seed);
            var bytes = whole.ToArray();
            for (var i = random.Next(1, 6); i > 0; i--)
                bytes[random.Next(40, bytes.Length)] = (byte)random.Next(32, 127);
            using var file = new MemoryStream(bytes, 0, random.Next(40, bytes.Length + 1));
            try
            {
                LabResources.Read(file, Tests, new LocalDate(2026, 11, 30), Madrid);
            }
            catch (ImportException)
            {
                // refused in words
            }
        }
    }

    [Theory]
    [InlineData("<ClinicalDocument><a></b></ClinicalDocument>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'aaaa'>]><ClinicalDocument>&a;</ClinicalDocument>")]
    [InlineData("<ClinicalDocument><section><code code=\"8716-3\"/></section></ClinicalDocument>")]
    [InlineData("<ClinicalDocument>")]
    public void What_is_broken_or_holds_no_results_is_refused_in_words(string xml) =>
        Assert.Equal(ImportProblem.NotFhir, Assert.Throws<ImportException>(() => Read(xml)).Why);
}
