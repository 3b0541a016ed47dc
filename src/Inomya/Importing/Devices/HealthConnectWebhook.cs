using System.Collections.Frozen;
using System.Text.Json;
using NodaTime;

namespace Inomya.Importing.Devices;

/// <summary>What the app "Health Connect Webhook" sends: lists of records by kind, in UTC.</summary>
internal sealed class HealthConnectWebhook : FileFormat
{
    private const string Maker = "Health Connect",
        Sleep = "sleep";

    /// <summary>Where the value stands in a record of a kind, and its unit.</summary>
    private static readonly FrozenDictionary<string, (Measured Measure, string Field, string Unit)[]> Kinds =
        new Dictionary<string, (Measured, string, string)[]>
        {
            ["steps"] = [(Measured.Steps, "count", "")],
            ["heart_rate"] = [(Measured.HeartRate, "bpm", "")],
            ["resting_heart_rate"] = [(Measured.RestingHeartRate, "bpm", "")],
            ["heart_rate_variability"] = [(Measured.HrvRmssd, "rmssd_millis", "")],
            ["distance"] = [(Measured.Distance, "meters", "")],
            ["active_calories"] = [(Measured.ActiveEnergy, "calories", "kcal")],
            ["weight"] = [(Measured.Weight, "kilograms", "")],
            ["blood_pressure"] = [(Measured.Systolic, "systolic", ""), (Measured.Diastolic, "diastolic", "")],
            ["oxygen_saturation"] = [(Measured.Oxygen, "percentage", "")],
            ["body_temperature"] = [(Measured.Temperature, "celsius", "")],
            ["respiratory_rate"] = [(Measured.Breathing, "rate", "")],
        }.ToFrozenDictionary();

    private static readonly HashSet<string> Plumbing = ["session_end_time", "duration_seconds"];

    public override string Id => "health-connect-webhook";

    public override bool Recognises(BroughtFile file) =>
        JsonFile.Names(file, "timestamp", "app_version")
        && file.HeadText.AsSpan().TrimStart().StartsWith("{")
        && (JsonFile.Names(file, Sleep) || Kinds.Keys.Any(kind => JsonFile.Names(file, kind)));

    public override void Read(BroughtFile file, ImportSink into, CancellationToken stop)
    {
        using var document = JsonFile.Open(file);
        Read(document.RootElement, into);
    }

    /// <summary>Reads what was sent, from a file or as it came.</summary>
    public static void Read(JsonElement sent, ImportSink into)
    {
        var record = new JsonRecord(into, Maker);
        var count = 0;
        foreach (var (list, element) in JsonFile.ElementsByList(sent))
        {
            record.Begin(++count, element);
            Read(record, list);
            record.End(list, Plumbing);
        }
    }

    private static void Read(JsonRecord record, string kind)
    {
        if (kind == Sleep)
            ReadSleep(record);
        else if (Kinds.TryGetValue(kind, out var values))
            ReadValues(record, values);
        else
            record.PassOverWhole(kind);
    }

    /// <summary>A session without stages is sleep of which no more is known.</summary>
    private static void ReadSleep(JsonRecord record)
    {
        if (record.Text("stages") is null or "[]")
            record.KeepSleep(Session(record), SleepStage.Asleep);
        else
            record.ForEach("stages", "stages", () =>
                record.KeepSleep(Between(record), "stage", HealthConnectStages.ByName)
            );
    }

    private static Stretch? Session(JsonRecord record)
    {
        var (end, length) = (record.MomentUtc("session_end_time"), record.Length("duration_seconds", "s"));
        return length is { } slept ? Stretch.Lasting(end - slept, slept) : null;
    }

    private static void ReadValues(JsonRecord record, (Measured Measure, string Field, string Unit)[] values)
    {
        var when = record.Has("start_time") ? Between(record) : Stretch.At(record.MomentUtc("time"));
        foreach (var (measure, field, unit) in values)
            record.Keep(measure, field, when, unit);
    }

    private static Stretch? Between(JsonRecord record) =>
        Stretch.Between(record.MomentUtc("start_time"), record.MomentUtc("end_time"));
}
