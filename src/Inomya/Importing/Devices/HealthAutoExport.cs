using System.Collections.Frozen;
using System.Text.Json;
using NodaTime;

namespace Inomya.Importing.Devices;

/// <summary>What the app "Health Auto Export" sends or saves as JSON: metrics, each with its unit and its values.</summary>
/// <remarks>A value has the moment it begins and not how long it is: <see cref="HealthAutoExportMetric"/> tells that.</remarks>
internal sealed class HealthAutoExport : FileFormat
{
    private const string Maker = "Health Auto Export",
        Source = "source",
        Date = "date";

    private static readonly HashSet<string> Plumbing = [Source, Date, "endDate", "inBedStart", "inBedEnd", "startDate"];

    /// <summary>Sums of an hour or a day.</summary>
    private static readonly FrozenDictionary<string, Measured> Sums = new Dictionary<string, Measured>
    {
        ["step_count"] = Measured.Steps,
        ["walking_running_distance"] = Measured.Distance,
        ["active_energy"] = Measured.ActiveEnergy,
        ["apple_exercise_time"] = Measured.ExerciseMinutes,
        ["mindful_minutes"] = Measured.MindfulMinutes,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, (Measured Measure, string Field)[]> Values = new Dictionary<
        string,
        (Measured, string)[]
    >
    {
        ["heart_rate"] = [(Measured.HeartRate, "Avg")],
        ["resting_heart_rate"] = [(Measured.RestingHeartRate, "qty")],
        ["heart_rate_variability"] = [(Measured.HrvSdnn, "qty")],
        ["blood_oxygen_saturation"] = [(Measured.Oxygen, "qty")],
        ["respiratory_rate"] = [(Measured.Breathing, "qty")],
        ["weight_body_mass"] = [(Measured.Weight, "qty")],
        ["body_temperature"] = [(Measured.Temperature, "qty")],
        ["blood_pressure"] = [(Measured.Systolic, "systolic"), (Measured.Diastolic, "diastolic")],
    }.ToFrozenDictionary();

    public override string Id => "health-auto-export";

    public override bool Recognises(BroughtFile file) =>
        JsonFile.Names(file, "data", "metrics") && file.HeadText.AsSpan().TrimStart().StartsWith("{");

    public override void Read(BroughtFile file, ImportSink into, CancellationToken stop)
    {
        using var document = JsonFile.Open(file);
        Read(document.RootElement, into);
    }

    /// <summary>Reads what was sent, from a file or as it came.</summary>
    public static void Read(JsonElement sent, ImportSink into)
    {
        if (sent.ValueKind != JsonValueKind.Object || !sent.TryGetProperty("data", out var data))
            return;
        var record = new JsonRecord(into, Maker);
        var count = 0;
        foreach (var (list, element) in JsonFile.ElementsByList(data))
        foreach (var (metric, value) in list == "metrics" ? HealthAutoExportMetric.Of(element) : [(new(list), element)])
        {
            record.Begin(++count, value);
            Read(record, metric);
            record.End(metric.Name, Plumbing);
        }
    }

    private static void Read(JsonRecord record, HealthAutoExportMetric metric)
    {
        var device = record.Device(Source);
        if (metric.Name == "sleep_analysis")
            HealthAutoExportSleep.Read(record, metric.Unit, device);
        else if (Sums.TryGetValue(metric.Name, out var sum))
            record.Keep(sum, "qty", WhenOf(record, metric.Grain), metric.Unit, device);
        else if (Values.TryGetValue(metric.Name, out var values))
            ReadValues(record, metric, values, device);
        else
            record.PassOverWhole(metric.Name);
    }

    private static void ReadValues(
        JsonRecord record,
        HealthAutoExportMetric metric,
        (Measured Measure, string Field)[] values,
        string device
    )
    {
        var when = WhenOf(record, metric.IsOfDays ? metric.Grain : Duration.Zero);
        foreach (var (measure, field) in values)
            record.Keep(measure, field, when, metric.Unit, device);
    }

    /// <summary>A day is the person's, whatever its hours; less is as long as it is.</summary>
    private static Stretch? WhenOf(JsonRecord record, Duration grain) =>
        grain == HealthAutoExportMetric.Day ? record.WholeDay(Date) : Stretch.Lasting(record.Moment(Date), grain);
}
