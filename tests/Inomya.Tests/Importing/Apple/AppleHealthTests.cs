using System.IO.Compression;
using System.Text;
using CsCheck;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Importing.Apple;

public class AppleHealthTests
{
    private static readonly DayClock Berlin = new(DayClock.UsualBoundary, [new ZoneSince(default, "Europe/Berlin")]);

    private static readonly string Head = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE HealthData [
        <!-- HealthKit Export Version: 12 -->
        <!ELEMENT HealthData (ExportDate,Me,(Record|Correlation)*)>
        <!ATTLIST HealthData
          locale CDATA #REQUIRED
        <!ELEMENT Record ((MetadataEntry|HeartRateVariabilityMetadataList)*)>
        ]>
        <HealthData locale="en_DE">
         <ExportDate value="2026-07-01 10:02:05 +0200"/>
        """;

    private static ImportOptions Options => new() { Days = Berlin, Name = "export.xml" };

    private static ImportReading Read(string records, string tail = "\n</HealthData>\n") =>
        Files.Read(new MemoryStream(Encoding.UTF8.GetBytes($"{Head}\n{records}{tail}")), Options);

    private static string Record(
        string type,
        string value,
        string more = "",
        string at = "2026-06-29 08:00:00 +0200"
    ) =>
        $"""<Record type="{type}" sourceName="Ana’s Apple&#160;Watch" startDate="{at}" endDate="{at}" value="{value}" {more}/>""";

    private static IEnumerable<string> Told(ImportReading reading) =>
        reading
            .Samples!.Readings()
            .Select(r =>
                FormattableString.Invariant(
                    $"{r.Measure} {r.Device} {r.Reading.Start:uuuu-MM-dd'T'HH:mm} {r.Reading.Value:0.###}"
                )
            );

    [Fact]
    public void A_record_is_an_instant_a_device_and_a_value_in_the_unit_of_the_measure() =>
        Assert.Equal(
            [
                "active_energy Ana’s Apple Watch 2026-06-29T06:00 250",
                "body_temperature Ana’s Apple Watch 2026-06-29T06:00 37",
                "body_weight Ana’s Apple Watch 2026-06-29T06:00 70",
                "oxygen_saturation Ana’s Apple Watch 2026-06-29T06:00 97",
                "walking_distance Ana’s Apple Watch 2026-06-29T06:00 863.577",
            ],
            Told(
                    Read(
                        Record("HKQuantityTypeIdentifierActiveEnergyBurned", "1046", "unit=\"kJ\"")
                            + Record("HKQuantityTypeIdentifierBodyTemperature", "98.6", "unit=\"degF\"")
                            + Record("HKQuantityTypeIdentifierBodyMass", "154.3235835294143", "unit=\"lb\"")
                            + Record("HKQuantityTypeIdentifierOxygenSaturation", "0.97", "unit=\"%\"")
                            + Record("HKQuantityTypeIdentifierDistanceWalkingRunning", "0.536602", "unit=\"mi\"")
                    )
                )
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void An_offset_of_the_day_of_the_export_does_not_move_a_winter_night()
    {
        var reading = Read(
            Record("HKQuantityTypeIdentifierStepCount", "300", "unit=\"count\"", at: "2026-01-15 00:30:00 +0200")
        );
        Assert.Equal(new LocalDate(2026, 1, 14), reading.From);
    }

    [Fact]
    public async Task What_stands_in_a_correlation_and_again_outside_is_one()
    {
        var upper = Record("HKQuantityTypeIdentifierBloodPressureSystolic", "121", "unit=\"mmHg\"");
        var lower = Record("HKQuantityTypeIdentifierBloodPressureDiastolic", "79", "unit=\"mmHg\"");
        var reading = Read(
            $"""{upper}{lower}<Correlation type="HKCorrelationTypeIdentifierBloodPressure">{upper}{lower}</Correlation>"""
        );
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var imported = await journal.ImportAsync(reading.Facts, samples: reading.Samples);
        Assert.Equal((4, 2, 2), (reading.Rows, imported.Added, imported.Same));
    }

    [Fact]
    public void A_symptom_keeps_its_scale_and_one_that_is_not_said_how_much_has_no_number()
    {
        var reading = Read(
            Record("HKCategoryTypeIdentifierGeneralizedBodyAche", "HKCategoryValueSeverityModerate")
                + Record("HKCategoryTypeIdentifierLowerBackPain", "HKCategoryValueSeverityNotPresent")
                + Record("HKCategoryTypeIdentifierFatigue", "HKCategoryValueSeverityUnspecified")
        );
        var entries = reading.Facts.OfType<Entry>().ToList();
        Assert.Equal(
            ["pain 2 0-3 ", "own_lower_back_pain 0 0-3 ", "fatigue  0-3 Fatigue"],
            entries.Select(e => FormattableString.Invariant($"{e.Measure} {e.Value} {e.Scale} {e.Text}"))
        );
        Assert.Equal("Lower back pain", Assert.Single(reading.Facts.OfType<OwnMeasure>()).Name);
    }

    [Theory]
    [InlineData("HKCategoryTypeIdentifierMoodChanges", "HKCategoryValuePresencePresent", 1)]
    [InlineData("HKCategoryTypeIdentifierMoodChanges", "HKCategoryValuePresenceNotPresent", 0)]
    [InlineData("HKCategoryTypeIdentifierSleepChanges", "0", 1)]
    [InlineData("HKCategoryTypeIdentifierMenstrualFlow", "HKCategoryValueMenstrualFlowLight", 1)]
    [InlineData("HKCategoryTypeIdentifierMenstrualFlow", "HKCategoryValueVaginalBleedingHeavy", 1)]
    [InlineData("HKCategoryTypeIdentifierMenstrualFlow", "HKCategoryValueVaginalBleedingNone", 0)]
    public void What_is_there_or_not_is_yes_or_no(string type, string value, double expected) =>
        Assert.Equal(expected, Read(Record(type, value)).Facts.OfType<Entry>().Single().Value);

    [Fact]
    public void Sleep_is_told_in_words_or_in_the_numbers_some_apps_write()
    {
        var reading = Read(
            Record("HKCategoryTypeIdentifierSleepAnalysis", "HKCategoryValueSleepAnalysisAsleepREM")
                + Record("HKCategoryTypeIdentifierSleepAnalysis", "4", at: "2026-06-29 09:00:00 +0200")
                + Record("HKCategoryTypeIdentifierSleepAnalysis", "HKCategoryValueSleepAnalysisFloating")
        );
        Assert.Equal([5, 4], reading.Samples!.Readings().Select(r => r.Reading.Value));
        Assert.Equal(["11 unknown-type"], reading.Why());
    }

    [Fact]
    public void What_a_person_typed_in_is_not_the_devices()
    {
        var reading = Read(
            Record("HKQuantityTypeIdentifierBodyMass", "68", "unit=\"kg\"").Replace("/>", ">", StringComparison.Ordinal)
                + """<MetadataEntry key="HKWasUserEntered" value="1"/></Record>"""
                + Record("HKQuantityTypeIdentifierBodyMass", "69", "unit=\"kg\"", at: "2026-06-30 08:00:00 +0200")
        );
        Assert.Equal(["manual", "Ana’s Apple Watch"], reading.Samples!.Readings().Select(r => r.Device));
    }

    [Fact]
    public void What_has_no_place_here_is_counted_by_its_name()
    {
        var reading = Read(
            Record("HKQuantityTypeIdentifierBasalEnergyBurned", "9", "unit=\"kcal\"")
                + Record("HKDataTypeSleepDurationGoal", "8", "unit=\"hr\"")
                + """<ActivitySummary dateComponents="2026-06-29"/>"""
        );
        Assert.Equal(
            ["ActivitySummary 1", "HKDataTypeSleepDurationGoal 1", "HKQuantityTypeIdentifierBasalEnergyBurned 1"],
            reading.PassedOver.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key} {p.Value}")
        );
    }

    [Theory]
    [InlineData("unit=\"count/min\"", "400", "2026-06-29 08:00:00 +0200", "13 not-plausible")]
    [InlineData("unit=\"furlong\"", "70", "2026-06-29 08:00:00 +0200", "13 unknown-unit")]
    [InlineData("unit=\"count/min\"", "many", "2026-06-29 08:00:00 +0200", "13 not-a-number")]
    [InlineData("unit=\"count/min\"", "70", "1601-01-01 00:00:00 +0000", "13 before-1900")]
    [InlineData("unit=\"count/min\"", "70", "2099-01-01 00:00:00 +0000", "13 day-to-come")]
    [InlineData("unit=\"count/min\"", "70", "29.6.2026 08:00", "13 not-a-date")]
    public void What_cannot_be_is_refused_by_its_line(string unit, string value, string at, string expected) =>
        Assert.Equal([expected], Read("\n\n" + Record("HKQuantityTypeIdentifierHeartRate", value, unit, at)).Why());

    [Fact]
    public void Characters_that_xml_forbids_and_signs_in_values_do_not_stop_it() =>
        Assert.Equal(
            2,
            Read(
                "<MetadataEntry key='note' value='a > b \u000B'/>"
                    + Record(
                        "HKQuantityTypeIdentifierHeartRate",
                        "70",
                        "unit=\"count/min\" device=\"&lt;&lt;HKDevice: 0x1>, name:Watch>\""
                    )
                    + Record(
                        "HKQuantityTypeIdentifierHeartRate",
                        "71",
                        "unit='count/min'",
                        at: "2026-06-29 09:00:00 +0200"
                    )
            ).Samples!.Count
        );

    [Fact]
    public void A_file_that_is_cut_off_says_so_and_gives_what_stood_before()
    {
        var reading = Read(
            Record("HKQuantityTypeIdentifierHeartRate", "70", "unit=\"count/min\"") + "<Record type=\"HKQuan",
            tail: ""
        );
        Assert.Equal(1, reading.Samples!.Count);
        Assert.Equal("cut-off", Assert.Single(reading.Refused).Why.Key);
    }

    [Fact]
    public void Every_record_is_kept_refused_or_passed_over()
    {
        var types = Gen.OneOf(
            Gen.Const("HKQuantityTypeIdentifierStepCount"),
            Gen.Const("HKQuantityTypeIdentifierHeartRate"),
            Gen.Const("HKCategoryTypeIdentifierSleepAnalysis"),
            Gen.Const("HKCategoryTypeIdentifierHeadache"),
            Gen.Const("HKQuantityTypeIdentifierBasalEnergyBurned")
        );
        var values = Gen.OneOf(
            Gen.Const("70"),
            Gen.Const("-1"),
            Gen.Const("3"),
            Gen.Const("0.5"),
            Gen.Const("HKCategoryValueSeverityMild"),
            Gen.Const(""),
            Gen.Const("NaN"),
            Gen.Const("1e999")
        );
        var hours = Gen.Int[0, 47];
        Gen.Select(types, values, hours)
            .List[1, 30]
            .Sample(records =>
            {
                var reading = Read(
                    string.Concat(
                        records
                            .Index()
                            .Select(r =>
                                Record(
                                    r.Item.Item1,
                                    r.Item.Item2,
                                    "unit=\"count\"",
                                    at: $"2026-06-{10 + r.Item.Item3 / 24} {r.Item.Item3 % 24:00}:{r.Index:00}:00 +0200"
                                )
                            )
                    )
                );
                var kept = reading.Samples!.Count + reading.Facts.OfType<Entry>().Count();
                Assert.Equal(records.Count, reading.Rows);
                Assert.Equal(records.Count, kept + reading.Refused.Count + reading.PassedOver.Values.Sum());
            });
    }

    [Fact]
    public void Its_archive_is_read_whatever_the_file_is_called_and_names_what_it_passes_over()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(
                zip,
                "apple_health_export/导出.xml",
                $"{Head}{Record("HKQuantityTypeIdentifierStepCount", "300", "unit=\"count\"")}</HealthData>"
            );
            Put(zip, "apple_health_export/workout-routes/route_1.gpx", "<gpx/>");
            Put(zip, "apple_health_export/workout-routes/route_2.gpx", "<gpx/>");
        }
        var reading = Files.Read(bytes, Options);
        Assert.Equal(("apple-health", 1L), (reading.Format, reading.Samples!.Count));
        Assert.Equal(2, reading.PassedOver["apple_health_export/workout-routes/*.gpx"]);
    }

    [Fact]
    public void An_archive_that_unpacks_to_hundreds_of_times_its_size_or_is_cut_is_refused()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            Put(zip, "export.xml", Head + new string(' ', 8 << 20));
        Assert.Equal(
            ImportProblem.ArchiveTooLarge,
            Assert.Throws<ImportException>(() => Files.Read(bytes, Options)).Why
        );
        using var cut = new MemoryStream(bytes.ToArray()[..^40]);
        Assert.Equal(ImportProblem.BrokenArchive, Assert.Throws<ImportException>(() => Files.Read(cut, Options)).Why);
    }

    private static void Put(ZipArchive zip, string name, string text)
    {
        using var stream = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
