using System.Text.Json;
using NodaTime;

namespace Inomya.Importing.Devices;

/// <summary>Data points of Open mHealth: one, or a list of them; with a header or the body alone.</summary>
internal sealed class OpenMHealth : FileFormat
{
    private const string Maker = "Open mHealth",
        Frame = "effective_time_frame",
        Interval = $"{Frame}.time_interval",
        Start = $"{Interval}.start_date_time",
        End = $"{Interval}.end_date_time";

    private static readonly HashSet<string> Plumbing = [Frame, "descriptive_statistic", "user_notes", "is_main_sleep"];

    private static readonly (string Field, Measured Measure)[] Measures =
    [
        ("step_count", Measured.Steps),
        ("heart_rate", Measured.HeartRate),
        ("body_weight", Measured.Weight),
        ("oxygen_saturation", Measured.Oxygen),
        ("distance", Measured.Distance),
    ];

    public override string Id => "open-mhealth";

    public override bool Recognises(BroughtFile file) => JsonFile.Names(file, Frame);

    public override void Read(BroughtFile file, ImportSink into, CancellationToken stop)
    {
        using var document = JsonFile.Open(file);
        var root = document.RootElement;
        var record = new JsonRecord(into, Maker);
        var count = 0;
        foreach (var point in root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : new[] { root })
        {
            stop.ThrowIfCancellationRequested();
            Read(record, point, ++count);
        }
    }

    private static void Read(JsonRecord record, JsonElement point, int count)
    {
        var hasHeader = point.ValueKind == JsonValueKind.Object && point.TryGetProperty("body", out _);
        record.Maker = hasHeader ? MakerOf(point) : Maker;
        record.Begin(count, hasHeader ? point.GetProperty("body") : point);
        Read(record);
        record.End("body", Plumbing);
    }

    private static string MakerOf(JsonElement point) =>
        point.TryGetProperty("header", out var header)
        && header.ValueKind == JsonValueKind.Object
        && header.TryGetProperty("acquisition_provenance", out var from)
        && from.ValueKind == JsonValueKind.Object
        && from.TryGetProperty("source_name", out var name)
        && name.ToString() is { Length: > 0 } source
            ? source
            : Maker;

    private static void Read(JsonRecord record)
    {
        if (record.Has("total_sleep_time"))
            Keep(record, SleepOf(record), "total_sleep_time");
        else if (record.Has("sleep_duration"))
            Keep(record, Measured.SleepHours, "sleep_duration");
        foreach (var (field, measure) in Measures)
            if (record.Has($"{field}.value"))
                Keep(record, measure, field);
    }

    private static Measured SleepOf(JsonRecord record) =>
        record.Text("is_main_sleep") == "false" ? Measured.SleepNap : Measured.SleepHours;

    private static void Keep(JsonRecord record, Measured measure, string field) =>
        record.Keep(measure, $"{field}.value", WhenOf(record), record.Text($"{field}.unit") ?? "");

    /// <summary>A moment; or from one to another; or from one, or to one, for so long.</summary>
    private static Stretch? WhenOf(JsonRecord record)
    {
        if (!record.Has(Interval))
            return Stretch.At(record.Moment($"{Frame}.date_time"));
        if (record.Has($"{Interval}.duration"))
            return Lasting(record);
        return Stretch.Between(record.Moment(Start), record.Moment(End));
    }

    private static Stretch? Lasting(JsonRecord record)
    {
        const string Field = $"{Interval}.duration";
        if (record.Length($"{Field}.value", record.Text($"{Field}.unit") ?? "") is not { } length)
            return null;
        return record.Has(End)
            ? Stretch.Lasting(record.Moment(End) - length, length)
            : Stretch.Lasting(record.Moment(Start), length);
    }
}
