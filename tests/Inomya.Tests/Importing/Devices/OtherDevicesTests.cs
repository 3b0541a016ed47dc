using Inomya.Importing;

namespace Inomya.Tests.Importing.Devices;

/// <summary>Google Fit, Oura, Withings, Samsung, Polar, Open mHealth.</summary>
public class OtherDevicesTests
{
    private static ImportSink Sample(string name) => DeviceFiles.Read(name, DeviceSamples.Text(name));

    [Fact]
    public void Quarters_of_Google_Fit_are_of_the_day_in_the_name()
    {
        var told = Sample("Takeout/Fit/Daily activity metrics/2026-06-29.csv").Told();
        Assert.Contains("steps [Google Fit] 2026-06-29T07:00:00Z..2026-06-29T07:15:00Z = 1100", told);
        // ends at midnight
        Assert.Contains("steps [Google Fit] 2026-06-29T21:45:00Z..2026-06-29T22:00:00Z = 20", told);
        Assert.Contains("exercise_minutes [Google Fit] 2026-06-29T07:00:00Z..2026-06-29T07:15:00Z = 12", told);
    }

    [Fact]
    public void Quarters_without_a_day_are_refused()
    {
        var sink = DeviceFiles.Read(
            "metrics.csv",
            "Start time,End time,Distance (m),Step count\n09:00:00.000,09:15:00.000,5,6\n"
        );
        Assert.Empty(sink.Told());
        Assert.Equal(["2 not-a-date metrics.csv 09:00:00.000"], sink.Why());
    }

    [Fact]
    public void Sums_of_days_beside_the_quarters_are_passed_over()
    {
        var sink = DeviceFiles.Read(
            "Daily activity metrics.csv",
            "Date,Move Minutes count,Distance (m),Step count\n2026-06-29,45,6000.2,8421\n"
        );
        Assert.Empty(sink.Told());
        Assert.Equal(["Distance (m) 1", "Move Minutes count 1", "Step count 1"], sink.Passed());
    }

    [Fact]
    public void Points_of_Google_Fit_are_named_by_where_they_came_from()
    {
        Assert.Equal(
            ["steps [com.nike.plusgps] 2026-06-29T08:30:00Z..2026-06-29T09:00:00Z = 4146"],
            Sample("derived_com.google.step_count.delta.json").Told()
        );
        var merged = Sample("merge.json");
        Assert.Equal(
            [
                "heart_rate [com.google.android.gms merge_heart_rate_bpm] 2026-06-29T08:30:00Z = 54",
                "sleep_stages [com.google.android.gms merge_heart_rate_bpm] 2026-06-29T08:30:00Z..2026-06-29T09:30:00Z = 4",
            ],
            merged.Told()
        );
        Assert.Equal(["com.google.calories.expended 1"], merged.Passed());
    }

    [Fact]
    public void Oura_parts_by_semicolons_and_a_rest_is_no_sleep()
    {
        var sink = Sample("App Data/sleepmodel.csv");
        var told = sink.Told();
        Assert.Contains("sleep_hours [Oura] 2026-06-28T20:40:00Z..2026-06-29T04:40:00Z = 7", told);
        Assert.Contains("sleep_in_bed [Oura] 2026-06-28T20:40:00Z..2026-06-29T04:40:00Z = 8", told);
        Assert.Contains("hrv_rmssd [Oura] 2026-06-28T20:40:00Z..2026-06-29T04:40:00Z = 41", told);
        Assert.Contains("sleep_nap [Oura] 2026-06-29T12:00:00Z..2026-06-29T12:40:00Z = 0.5", told);
        Assert.Single(told, t => t.StartsWith("sleep_hours", StringComparison.Ordinal));
        Assert.Contains("type rest 1", sink.Passed());
        Assert.Equal(3, sink.Rows);
    }

    [Fact]
    public void Days_of_Oura_new_and_old()
    {
        Assert.Equal(
            [
                "steps [Oura] 2026-06-28T22:00:00Z..2026-06-29T22:00:00Z = 8421",
                "active_energy [Oura] 2026-06-28T22:00:00Z..2026-06-29T22:00:00Z = 520",
            ],
            Sample("App Data/dailyactivity.csv").Told()
        );
        var old = Sample("oura_2020-01-01_2020-12-31_trends.csv").Told();
        Assert.Contains("sleep_hours [Oura] 2020-06-28T20:40:00Z..2020-06-29T04:40:00Z = 7", old);
        Assert.Contains("steps [Oura] 2020-06-28T22:00:00Z..2020-06-29T22:00:00Z = 7200", old);
    }

    [Fact]
    public void Lists_of_Withings_follow_each_other()
    {
        Assert.Equal(
            [
                "steps [Withings] 2026-06-29T06:00:40Z..2026-06-29T06:01:40Z = 86",
                "steps [Withings] 2026-06-29T06:01:40Z..2026-06-29T06:02:40Z = 122",
                "steps [Withings] 2026-06-29T06:02:40Z..2026-06-29T06:03:40Z = 40",
            ],
            Sample("raw_tracker_steps.csv").Told()
        );
        Assert.Equal(
            [
                "sleep_stages [Withings] 2026-06-28T21:00:00Z..2026-06-28T21:10:00Z = 3",
                "sleep_stages [Withings] 2026-06-28T21:10:00Z..2026-06-28T21:30:00Z = 4",
            ],
            Sample("raw_tracker_sleep-state.csv").Told()
        );
    }

    [Fact]
    public void Lists_of_two_lengths_are_refused() =>
        Assert.Equal(
            ["2 not-a-number [60,60] [5]"],
            DeviceFiles.Read("raw_hr_hr.csv", "start,duration,value\n2026-06-29T08:00:40+02:00,\"[60,60]\",[5]\n").Why()
        );

    [Fact]
    public void Sums_of_Withings_are_passed_over_for_what_they_are_sums_of()
    {
        var sink = Sample("aggregates_steps.csv");
        Assert.Empty(sink.Told());
        Assert.Equal(["aggregates_steps 1"], sink.Passed());
    }

    [Fact]
    public void A_night_of_Withings_is_the_sum_of_its_parts()
    {
        var told = Sample("sleep.csv").Told();
        Assert.Contains("sleep_hours [Withings] 2026-06-28T20:50:00Z..2026-06-29T04:40:00Z = 7.25", told);
        Assert.Contains("sleep_deep [Withings] 2026-06-28T20:50:00Z..2026-06-29T04:40:00Z = 1.75", told);
    }

    [Theory]
    [InlineData("kg", "68.4", "68.4")]
    [InlineData("lb", "150.80", "68.4017")]
    [InlineData("lbs", "150.80", "68.4017")]
    [InlineData("st", "10.5", "66.6781")]
    public void The_unit_of_a_weight_is_in_the_header_and_its_hour_on_the_wall(
        string unit,
        string given,
        string kilos
    ) =>
        Assert.Equal(
            [$"body_weight [Withings] 2026-06-29T06:15:00Z = {kilos}"],
            DeviceFiles
                .Read("weight.csv", $"Date,\"Weight ({unit})\",Comments\n\"2026-06-29 08:15:00\",{given},\n")
                .Told()
        );

    [Fact]
    public void Blood_pressure_is_two_measures() =>
        Assert.Equal(
            [
                "blood_pressure_systolic [Withings] 2026-06-29T06:20:00Z = 121",
                "blood_pressure_diastolic [Withings] 2026-06-29T06:20:00Z = 79",
                "heart_rate [Withings] 2026-06-29T06:20:00Z = 64",
            ],
            Sample("bp.csv").Told()
        );

    [Fact]
    public void Of_the_days_of_Samsung_only_the_merged_ones_count()
    {
        var sink = Sample("com.samsung.shealth.step_daily_trend.20260701090000.csv");
        Assert.Equal(
            [
                "steps [Samsung Health] 2026-06-28T22:00:00Z..2026-06-29T22:00:00Z = 8000",
                "walking_distance [Samsung Health] 2026-06-28T22:00:00Z..2026-06-29T22:00:00Z = 6000.5",
            ],
            sink.Told()
        );
        Assert.Contains("source_type 0 1", sink.Passed());
        Assert.Empty(sink.Why());
    }

    [Fact]
    public void Hours_of_Samsung_are_of_UTC_whatever_zone_is_beside_them()
    {
        Assert.Equal(
            ["steps [com.sec.android.app.shealth] 2026-06-29T06:00:00Z..2026-06-29T06:01:00Z = 64"],
            Sample("com.samsung.health.step_count.20260701090000.csv").Told()
        );
        Assert.Equal(
            [
                "sleep_stages [com.sec.android.app.shealth] 2026-06-28T21:05:00Z..2026-06-29T00:15:00Z = 3",
                "sleep_stages [com.urbandroid.sleep] 2026-06-29T00:15:00Z..2026-06-29T01:45:00Z = 4",
            ],
            Sample("com.samsung.health.sleep_stage.20260701090000.csv").Told()
        );
        Assert.Equal(
            ["sleep_stages [Samsung Health] 2026-06-28T20:45:00Z..2026-06-29T04:45:00Z = 0"],
            Sample("com.samsung.shealth.sleep.20260701090000.csv").Told()
        );
        Assert.Equal(
            ["heart_rate [Samsung Health] 2026-06-29T10:00:00Z = 70"],
            Sample("com.samsung.shealth.tracker.heart_rate.20260701090000.csv").Told()
        );
    }

    [Fact]
    public void Older_days_of_Samsung_are_named_and_not_counted_again() =>
        Assert.Equal(
            ["com.samsung.shealth.activity.day_summary 1"],
            Sample("com.samsung.shealth.activity.day_summary.20260701090000.csv").Passed()
        );

    [Fact]
    public void Days_pulse_and_nights_of_Polar()
    {
        Assert.Contains(
            "steps [Polar] 2026-06-28T22:00:00Z..2026-06-29T22:00:00Z = 7088",
            Sample("activity-2026-06-29-a1b2.json").Told()
        );
        var pulse = Sample("247ohr_1_2026-06-a1b2.json");
        Assert.Equal(["heart_rate [Polar] 2026-06-29T06:00:00Z = 61"], pulse.Told());
        Assert.Equal(["heartRate 1"], pulse.Passed());
        Assert.Contains(
            "sleep_hours [Polar] 2026-06-28T20:45:00Z..2026-06-29T04:45:00Z = 7.5",
            Sample("sleep_result_1-a1b2.json").Told()
        );
        Assert.Equal(
            ["hrv_rmssd [Polar] 2026-06-28T22:00:00Z..2026-06-29T22:00:00Z = 38"],
            Sample("nightly_recovery_1-a1b2.json").Told()
        );
    }

    [Fact]
    public void A_length_of_Polar_that_is_none_is_refused() =>
        Assert.Equal(
            ["1 not-a-number eight hours"],
            DeviceFiles
                .Read(
                    "sleep_result.json",
                    """
                    [{"night":"2026-06-29","evaluation":{"asleepDuration":"eight hours"},"sleepResult":{"hypnogram":{"sleepStart":"2026-06-28T22:45:00+02:00","sleepEnd":"2026-06-29T06:45:00+02:00"}}}]
                    """
                )
                .Why()
        );

    [Fact]
    public void Points_of_Open_mHealth_with_and_without_a_header()
    {
        Assert.Equal(
            ["steps [Open mHealth] 2026-06-29T06:25:00Z..2026-06-29T07:25:00Z = 10600"],
            Sample("step-count.json").Told()
        );
        Assert.Equal(
            [
                "heart_rate [Runkeeper] 2026-06-29T04:25:00Z = 61",
                "sleep_hours [Open mHealth] 2026-06-28T21:35:00Z..2026-06-29T06:35:00Z = 8.5",
            ],
            Sample("points.json").Told()
        );
    }

    [Fact]
    public void A_unit_that_is_not_of_the_measure_is_named_and_not_converted()
    {
        var sink = DeviceFiles.Read(
            "body-weight.json",
            """{"body_weight":{"value":11,"unit":"furlongs"},"effective_time_frame":{"date_time":"2026-06-29T06:25:00Z"}}"""
        );
        Assert.Empty(sink.Told());
        Assert.Equal(["body_weight.value (furlongs) 1"], sink.Passed());
    }
}
