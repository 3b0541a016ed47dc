using System.Text.Json;
using NodaTime;

namespace Inomya.Importing.Devices;

/// <summary>What Fitbit's API answered, saved as a file: steps or pulse of a day, weights, sleep.</summary>
/// <remarks>Wall clock of the person; kilograms, which is what the API gives who does not ask for another unit.</remarks>
internal sealed class FitbitApi : FileFormat
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    public override string Id => "fitbit-api";

    public override bool Recognises(BroughtFile file) =>
        JsonFile.Names(file, "activities-steps")
        || JsonFile.Names(file, "activities-heart")
        || (file.HeadText.AsSpan().TrimStart().StartsWith("{") && JsonFile.Names(file, "logId") && IsLog(file));

    private static bool IsLog(BroughtFile file) =>
        JsonFile.Names(file, "weight", "bmi") || JsonFile.Names(file, "sleep", "dateOfSleep");

    public override void Read(BroughtFile file, ImportSink into, CancellationToken stop)
    {
        using var document = JsonFile.Open(file);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            return;
        var record = new JsonRecord(into, FitbitSleep.Maker);
        var count = 0;
        foreach (var list in root.EnumerateObject())
            foreach (var element in ElementsOf(list.Value))
            {
                stop.ThrowIfCancellationRequested();
                record.Begin(++count, element);
                Read(record, list.Name, root);
                record.End(list.Name, Plumbing);
            }
    }

    private static readonly HashSet<string> Plumbing =
    [
        "logId",
        "dateOfSleep",
        "type",
        "infoCode",
        "isMainSleep",
        "duration",
        "timeInBed",
        "source",
        "levels.summary",
    ];

    private static IEnumerable<JsonElement> ElementsOf(JsonElement list)
    {
        if (list.ValueKind == JsonValueKind.Object && list.TryGetProperty("dataset", out var set))
            list = set;
        return list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];
    }

    private static void Read(JsonRecord record, string list, JsonElement root)
    {
        switch (list)
        {
            case "activities-steps" when !root.TryGetProperty("activities-steps-intraday", out _):
                record.Keep(Measured.Steps, "value", record.WholeDay("dateTime"));
                break;
            case "activities-heart" when record.Has("value.restingHeartRate"):
                record.Keep(Measured.RestingHeartRate, "value.restingHeartRate", record.WholeDay("dateTime"));
                break;
            case "activities-steps-intraday":
                record.Keep(Measured.Steps, "value", Lasting(record, root, "activities-steps"));
                break;
            case "activities-heart-intraday":
                record.Keep(Measured.HeartRate, "value", Lasting(record, root, "activities-heart"));
                break;
            case "weight":
                ReadWeight(record);
                break;
            case "sleep":
                FitbitSleep.Read(record);
                break;
        }
    }

    /// <summary>A minute of the day that the other list of the answer names.</summary>
    private static Stretch? Lasting(JsonRecord record, JsonElement root, string days)
    {
        var time = record.Text("time") ?? "";
        if (DayOf(root, days) is { } day && DeviceTimes.TimeOf(time) is { } at)
            return Stretch.Lasting(record.Days.At(day + at).ToInstant(), Minute);
        record.Refuse(Vocabulary.RefusalReason.NotADate, time, "time");
        return null;
    }

    private static LocalDate? DayOf(JsonElement root, string days) =>
        root.TryGetProperty(days, out var list)
        && list is { ValueKind: JsonValueKind.Array }
        && list.GetArrayLength() == 1
        && list[0].ValueKind == JsonValueKind.Object
        && list[0].TryGetProperty("dateTime", out var day)
            ? DeviceTimes.DateOf(day.ToString())
            : null;

    private static void ReadWeight(JsonRecord record)
    {
        var day = record.Day("date");
        var time = record.Text("time") is { } written ? DeviceTimes.TimeOf(written) : null;
        if (day is { } date)
            record.Keep(
                Measured.Weight,
                "weight",
                Stretch.At(record.Days.At(date + (time ?? LocalTime.Noon)).ToInstant())
            );
    }
}
