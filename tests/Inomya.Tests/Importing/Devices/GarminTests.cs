using System.Text;
using Inomya.Importing;

namespace Inomya.Tests.Importing.Devices;

public class GarminTests
{
    private static ImportSink Sample(string name) => DeviceFiles.Read(name, DeviceSamples.Text(name));

    [Fact]
    public void A_day_is_from_midnight_to_midnight_where_the_person_lived()
    {
        var sink = Sample("UDSFile_2026-06-01_2026-09-09.json");
        Assert.Equal(
            [
                "steps [Garmin] 2026-06-28T22:00:00Z..2026-06-29T22:00:00Z = 9100",
                "resting_heart_rate [Garmin] 2026-06-28T22:00:00Z..2026-06-29T22:00:00Z = 55",
                "active_energy [Garmin] 2026-06-28T22:00:00Z..2026-06-29T22:00:00Z = 510",
            ],
            sink.Told()
        );
        Assert.Equal(["bmrKilocalories 1", "hydration 1", "maxHeartRate 1", "minHeartRate 1"], sink.Passed());
        Assert.Equal(2, sink.Rows);
    }

    [Fact]
    public void A_day_of_a_clock_change_has_twenty_three_hours() =>
        Assert.Equal(
            ["steps [Garmin] 2026-03-28T23:00:00Z..2026-03-29T22:00:00Z = 1"],
            DeviceFiles.Read("UDSFile_a.json", """[{"calendarDate":"2026-03-29","totalSteps":1}]""").Told()
        );

    [Fact]
    public void A_window_nobody_confirmed_is_no_night()
    {
        var sink = Sample("2026-06-01_2026-09-09_1_sleepData.json");
        Assert.Equal(
            [
                "sleep_hours [Garmin] 2026-06-28T21:10:00Z..2026-06-29T05:10:00Z = 7.5",
                "sleep_light [Garmin] 2026-06-28T21:10:00Z..2026-06-29T05:10:00Z = 4.5",
                "sleep_deep [Garmin] 2026-06-28T21:10:00Z..2026-06-29T05:10:00Z = 1.5",
                "sleep_rem [Garmin] 2026-06-28T21:10:00Z..2026-06-29T05:10:00Z = 1.5",
                "sleep_awake [Garmin] 2026-06-28T21:10:00Z..2026-06-29T05:10:00Z = 0.5",
                "sleep_in_bed [Garmin] 2026-06-28T21:10:00Z..2026-06-29T05:10:00Z = 8",
                "sleep_nap [Garmin] 2026-06-29T12:00:00Z..2026-06-29T12:30:00Z = 0.5",
            ],
            sink.Told()
        );
        Assert.Equal(["UNCONFIRMED 1", "unmeasurableSeconds 1"], sink.Passed());
    }

    [Theory]
    [InlineData("\"2026-06-29T05:30:00.0\"")]
    [InlineData("1782711000000")]
    public void A_weight_is_in_grams_at_a_time_that_is_written_or_counted(string time) =>
        Assert.Equal(
            ["body_weight [Garmin] 2026-06-29T05:30:00Z = 72.3"],
            DeviceFiles
                .Read(
                    "1_userBioMetrics.json",
                    $$"""[{"metaData":{"calendarDate":"2026-06-29"},"weight":{"weight":72300,"timestampGMT":{{time}} } }]"""
                )
                .Told()
        );

    [Fact]
    public void A_training_is_its_length_and_its_pulse()
    {
        var sink = Sample("x_0_summarizedActivities.json");
        Assert.Equal(
            [
                "exercise_minutes [Garmin] 2026-06-29T08:30:00Z..2026-06-29T09:00:00Z = 30",
                "heart_rate [Garmin] 2026-06-29T08:30:00Z..2026-06-29T09:00:00Z = 104",
            ],
            sink.Told()
        );
        Assert.Equal(["activityType 1", "calories 1", "distance 1"], sink.Passed());
    }

    [Fact]
    public void A_binary_file_is_told_and_passed_over()
    {
        var file = DeviceFiles.File("1.fit", [14, 0x10, 0, 0, 9, 0, 0, 0, .. ".FIT"u8, 0, 0, 0]);
        var sink = DeviceFiles.Read(file);
        Assert.Equal((1, "FIT 1"), (sink.Rows, Assert.Single(sink.Passed())));
    }

    [Fact]
    public void A_file_that_is_cut_off_is_refused_whole_with_the_place()
    {
        var text = DeviceSamples.Text("UDSFile_2026-06-01_2026-09-09.json");
        var file = DeviceFiles.File("UDSFile_a.json", text[..text.IndexOf("hydration", StringComparison.Ordinal)]);
        var broken = Assert.Throws<ImportException>(() => DeviceFiles.Read(file));
        Assert.Equal(ImportProblem.BrokenRecord, broken.Why);
        Assert.StartsWith("3:", broken.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_that_is_none_is_refused() =>
        Assert.Equal(
            ["1 not-a-date 2026-02-30"],
            DeviceFiles.Read("UDSFile_a.json", """[{"calendarDate":"2026-02-30","totalSteps":1}]""").Why()
        );
}
