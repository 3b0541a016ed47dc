using System.Text.Json;
using Inomya.Importing;
using Inomya.Importing.Devices;

namespace Inomya.Tests.Importing.Devices;

/// <summary>What apps send from a phone, the same from a file and as it comes.</summary>
public class BridgesTests
{
    private static ImportSink Sample(string name) => DeviceFiles.Read(name, DeviceSamples.Text(name));

    [Fact]
    public void Health_Auto_Export_gives_sums_of_hours_and_of_days()
    {
        var told = Sample("HealthAutoExport.json").Told();
        Assert.Equal(
            [
                "steps [Phone] 2026-06-01T06:00:00Z..2026-06-01T07:00:00Z = 512",
                "steps [Phone] 2026-06-01T07:00:00Z..2026-06-01T08:00:00Z = 88.5",
                "heart_rate [Watch] 2026-06-01T07:00:00Z = 63.2",
                "active_energy [Watch] 2026-05-31T22:00:00Z..2026-06-01T22:00:00Z = 100",
                "sleep_hours [Watch] 2026-06-01T21:05:00Z..2026-06-02T04:30:00Z = 6.9",
            ],
            told.Take(5)
        );
    }

    [Theory]
    [InlineData("km", 1500)]
    [InlineData("mi", 2414.016)]
    public void A_distance_has_the_unit_of_the_phone(string unit, double metres)
    {
        var sink = DeviceFiles.Sink();
        using var sent = JsonDocument.Parse(
            $$$"""{"data":{"metrics":[{"name":"walking_running_distance","units":"{{{unit}}}","data":[{"date":"2026-06-01 08:00:00 +0200","qty":1.5}]}]}}"""
        );
        HealthAutoExport.Read(sent.RootElement, sink);
        Assert.Equal(metres, sink.Streams[("walking_distance", "Health Auto Export")].Single().Value, 6);
    }

    [Fact]
    public void Degrees_are_turned_into_Celsius()
    {
        var sink = DeviceFiles.Sink();
        using var sent = JsonDocument.Parse(
            """{"data":{"metrics":[{"name":"body_temperature","units":"degF","data":[{"date":"2026-06-01 08:00:00 +0200","qty":98.6}]}]}}"""
        );
        HealthAutoExport.Read(sent.RootElement, sink);
        Assert.Equal(37, sink.Streams[("body_temperature", "Health Auto Export")].Single().Value, 6);
    }

    [Fact]
    public void Stages_are_stages()
    {
        var sink = DeviceFiles.Read(
            "a.json",
            """
            {"data":{"metrics":[{"name":"sleep_analysis","units":"hr","data":[{"startDate":"2026-06-01 23:05:00 +0200","endDate":"2026-06-02 00:05:00 +0200","qty":1,"value":"Core","source":"Watch"}]}]}}
            """
        );
        Assert.Equal(["sleep_stages [Watch] 2026-06-01T21:05:00Z..2026-06-01T22:05:00Z = 3"], sink.Told());
    }

    [Fact]
    public void A_metric_without_a_measure_is_named() =>
        Assert.Equal(
            ["vo2_max 2", "workouts 1"],
            DeviceFiles
                .Read(
                    "a.json",
                    """{"data":{"metrics":[{"name":"vo2_max","units":"x","data":[{"qty":1},{"qty":2}]}],"workouts":[{"name":"Walk"}]}}"""
                )
                .Passed()
        );

    [Fact]
    public void The_webhook_of_Health_Connect()
    {
        var sink = Sample("sent.json");
        Assert.Equal(
            [
                "steps [Health Connect] 2026-06-01T07:00:00Z..2026-06-01T07:15:00Z = 412",
                "sleep_stages [Health Connect] 2026-06-01T22:55:00Z..2026-06-02T01:00:00Z = 3",
                "heart_rate [Health Connect] 2026-06-01T23:30:00Z = 61",
                "hrv_rmssd [Health Connect] 2026-06-02T04:00:00Z = 31.4",
                "body_weight [Health Connect] 2026-06-01T06:30:00Z = 71.2",
            ],
            sink.Told()
        );
        Assert.Equal(["height 1", "stage unknown 1"], sink.Passed());
        Assert.Equal(6, sink.Rows);
    }

    [Fact]
    public void A_session_without_stages_is_sleep()
    {
        var sink = DeviceFiles.Sink();
        using var sent = JsonDocument.Parse(
            """{"sleep":[{"session_end_time":"2026-06-02T05:40:00Z","duration_seconds":3600,"stages":[]}]}"""
        );
        HealthConnectWebhook.Read(sent.RootElement, sink);
        Assert.Equal(["sleep_stages [Health Connect] 2026-06-02T04:40:00Z..2026-06-02T05:40:00Z = 1"], sink.Told());
    }

    [Fact]
    public void What_is_sent_broken_is_refused_record_by_record()
    {
        var sink = DeviceFiles.Sink();
        using var sent = JsonDocument.Parse(
            """{"steps":[{"count":5,"start_time":"soon","end_time":"2026-06-01T07:15:00Z"},7,{"count":"x","start_time":"2026-06-01T07:00:00Z","end_time":"2026-06-01T06:00:00Z"}]}"""
        );
        HealthConnectWebhook.Read(sent.RootElement, sink);
        Assert.Equal(["1 not-a-date soon", "2 not-a-date ", "3 not-a-number x"], sink.Why());
        Assert.Equal(3, sink.Rows);
    }
}
