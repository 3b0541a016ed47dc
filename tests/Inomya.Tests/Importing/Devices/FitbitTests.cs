using Inomya.Importing;

namespace Inomya.Tests.Importing.Devices;

/// <summary>Fitbit's own export and Google Takeout's.</summary>
public class FitbitTests
{
    private static ImportSink Sample(string name) => DeviceFiles.Read(name, DeviceSamples.Text(name));

    [Fact]
    public void Minutes_are_of_UTC() =>
        Assert.Equal(
            [
                "steps [Fitbit] 2026-06-29T20:16:00Z..2026-06-29T20:17:00Z = 0",
                "steps [Fitbit] 2026-06-29T20:18:00Z..2026-06-29T20:19:00Z = 13",
            ],
            Sample("steps-2026-06-29.json").Told()
        );

    [Fact]
    public void Minutes_are_on_the_wall_clock_where_the_nights_say_so()
    {
        // in UTC the 200 steps would be at half past two in the night of Madrid
        const string Steps = """
            [{"dateTime":"06/29/26 22:18:00","value":"13"},{"dateTime":"06/30/26 00:30:00","value":"200"}]
            """;
        Assert.Equal(
            [
                "steps [Fitbit] 2026-06-29T20:18:00Z..2026-06-29T20:19:00Z = 13",
                "steps [Fitbit] 2026-06-29T22:30:00Z..2026-06-29T22:31:00Z = 200",
            ],
            DeviceFiles.Read("steps-2026-06-29.json", Steps).Told()
        );
    }

    [Fact]
    public void Distance_is_in_centimetres() =>
        Assert.Equal(
            ["walking_distance [Fitbit] 2026-06-29T20:16:00Z..2026-06-29T20:17:00Z = 12.34"],
            DeviceFiles.Read("distance-2026-06-29.json", """[{"dateTime":"06/29/26 20:16:00","value":"1234"}]""").Told()
        );

    [Fact]
    public void What_is_neither_steps_nor_distance_is_named()
    {
        var sink = DeviceFiles.Read("calories-2026-06-29.json", """[{"dateTime":"06/29/26 20:16:00","value":"1.2"}]""");
        Assert.Empty(sink.Told());
        Assert.Equal(["calories 1"], sink.Passed());
    }

    [Fact]
    public void A_pulse_off_the_wrist_and_noise_are_passed_over()
    {
        var sink = Sample("heart_rate-2026-06-29.json");
        Assert.Equal(["heart_rate [Fitbit] 2026-06-29T06:00:00Z = 63"], sink.Told());
        Assert.Equal(["confidence 0 1", "value.bpm 1"], sink.Passed());
    }

    [Fact]
    public void The_pulse_at_rest_is_of_the_persons_day()
    {
        var sink = Sample("resting_heart_rate-2026-06-29.json");
        Assert.Equal(["resting_heart_rate [Fitbit] 2026-06-28T22:00:00Z..2026-06-29T22:00:00Z = 57.5"], sink.Told());
        Assert.Equal(["value.value 1"], sink.Passed());
    }

    [Fact]
    public void Weights_of_the_old_export_are_in_pounds_and_of_the_API_in_kilograms()
    {
        Assert.Equal(["body_weight [Fitbit] 2026-06-29T05:30:00Z = 68.0389"], Sample("weight-2026-06-29.json").Told());
        Assert.Equal(["body_weight [Fitbit] 2026-06-29T16:28:59Z = 56.7"], Sample("body-weight.json").Told());
    }

    [Fact]
    public void Short_wakes_lie_over_the_stages_and_restless_is_awake() =>
        Assert.Equal(
            [
                "sleep_stages [Fitbit] 2026-06-28T21:00:00Z..2026-06-28T21:10:00Z = 3",
                "sleep_stages [Fitbit] 2026-06-28T21:12:00Z..2026-06-28T22:00:00Z = 3",
                "sleep_stages [Fitbit] 2026-06-28T22:00:00Z..2026-06-28T22:30:00Z = 4",
                "sleep_stages [Fitbit] 2026-06-28T22:30:00Z..2026-06-28T23:00:00Z = 5",
                "sleep_stages [Fitbit] 2026-06-28T21:10:00Z..2026-06-28T21:12:00Z = 2",
                "sleep_stages [Fitbit] 2026-06-29T12:00:00Z..2026-06-29T12:38:00Z = 1",
                "sleep_stages [Fitbit] 2026-06-29T12:38:00Z..2026-06-29T12:40:00Z = 2",
            ],
            Sample("sleep-2026-06-29.json").Told()
        );

    [Fact]
    public void A_night_without_stages_is_its_sums() =>
        Assert.Equal(
            [
                "sleep_hours [Fitbit] 2026-06-28T21:00:00Z..2026-06-29T05:00:00Z = 7",
                "sleep_awake [Fitbit] 2026-06-28T21:00:00Z..2026-06-29T05:00:00Z = 1",
                "sleep_in_bed [Fitbit] 2026-06-28T21:00:00Z..2026-06-29T05:00:00Z = 8",
            ],
            DeviceFiles
                .Read(
                    "sleep-2026-06-29.json",
                    """
                    [{"logId":1,"startTime":"2026-06-28T23:00:00.000","endTime":"2026-06-29T07:00:00.000","minutesAsleep":420,"minutesAwake":60}]
                    """
                )
                .Told()
        );

    [Fact]
    public void The_API_gives_minutes_or_the_sum_of_a_day_and_not_both()
    {
        var sink = Sample("activities-steps.json");
        Assert.Equal(
            [
                "steps [Fitbit] 2026-06-28T22:00:00Z..2026-06-28T22:01:00Z = 7",
                "steps [Fitbit] 2026-06-29T12:28:00Z..2026-06-29T12:29:00Z = 52",
            ],
            sink.Told()
        );
        Assert.Equal(3, sink.Rows);
        Assert.Equal(
            ["steps [Fitbit] 2026-06-28T22:00:00Z..2026-06-29T22:00:00Z = 3212"],
            DeviceFiles.Read("steps.json", """{"activities-steps":[{"dateTime":"2026-06-29","value":"3212"}]}""").Told()
        );
    }

    [Fact]
    public void Two_devices_of_one_minute_stay_two() =>
        Assert.Equal(
            [
                "steps [Fitbit Tracker] 2026-06-29T06:00:00Z..2026-06-29T06:01:00Z = 500",
                "steps [Phone Health Kit] 2026-06-29T06:00:00Z..2026-06-29T06:01:00Z = 400",
            ],
            Sample("steps_2026-06-01.csv").Told()
        );

    [Fact]
    public void The_tables_of_Takeout_have_their_units()
    {
        Assert.Equal(
            ["body_weight [Scale] 2026-06-29T05:00:00Z = 70.5"],
            DeviceFiles
                .Read("weight.csv", "timestamp,weight grams,data source\n2026-06-29T05:00:00.123456Z,70500,Scale\n")
                .Told()
        );
        Assert.Equal(
            ["heart_rate [Google Fitbit Air] 2026-06-29T06:00:00Z = 60.5"],
            Sample("heart_rate_2026-06-29.csv").Told()
        );
        Assert.Equal(
            ["resting_heart_rate [Tracker] 2026-06-28T22:00:00Z..2026-06-29T22:00:00Z = 57"],
            Sample("daily_resting_heart_rate.csv").Told()
        );
        Assert.Equal(
            ["hrv_rmssd [Fitbit] 2026-06-28T22:00:00Z..2026-06-29T22:00:00Z = 29.232"],
            Sample("Daily Heart Rate Variability Summary - 2026-06-(29).csv").Told()
        );
    }

    [Fact]
    public void A_score_has_no_measure_and_the_pulse_beside_it_has()
    {
        var sink = Sample("sleep_score.csv");
        Assert.Equal(["resting_heart_rate [Fitbit] 2026-06-29T04:58:30Z = 53"], sink.Told());
        Assert.Equal(["overall_score 1", "restlessness 1"], sink.Passed());
    }

    [Fact]
    public void Nights_by_hand_are_of_another_device_than_nights_that_were_measured()
    {
        var sink = Sample("UserSleeps_2026-06-01.csv");
        Assert.Contains("sleep_hours [Fitbit] 2026-06-28T20:30:00Z..2026-06-29T04:30:00Z = 7", sink.Told());
        Assert.Contains("sleep_hours [MANUAL] 2026-06-20T03:00:00Z..2026-06-20T08:00:00Z = 4.5", sink.Told());
        Assert.Contains("minutes_awake 1", sink.Passed());
    }

    [Fact]
    public void A_stage_that_is_missing_is_named()
    {
        var sink = Sample("UserSleepStages_2026-06-01.csv");
        Assert.Equal(["sleep_stages [Fitbit] 2026-06-28T20:42:00Z..2026-06-28T22:52:00Z = 3"], sink.Told());
        Assert.Equal(["sleep_stage_type -1 1"], sink.Passed());
    }

    [Fact]
    public void A_moment_that_is_none_is_refused_with_its_line() =>
        Assert.Equal(
            ["2 not-a-date 31/31/26 06:00:00", "3 not-a-number many"],
            DeviceFiles
                .Read(
                    "steps-2026-06-29.json",
                    """
                    [{"dateTime":"06/29/26 20:16:00","value":"1"},
                    {"dateTime":"31/31/26 06:00:00","value":"5"},
                    {"dateTime":"06/29/26 20:17:00","value":"many"}]
                    """
                )
                .Why()
        );
}
