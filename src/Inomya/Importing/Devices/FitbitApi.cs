using System.Text.Json;
using NodaTime;

namespace Inomya.Importing.Devices;

/// <summary>What Fitbit's API answered, saved as a file: steps or pulse of a day, weights, sleep.</summary>
/// <remarks>Wall clock of the person; kilograms, which is what the API gives who does not ask for another unit.</remarks>
internal sealed class FitbitApi : FileFormat
{
    private const string AtRest = "value.restingHeartRate";

    private static readonly Duration Minute = Duration.FromMinutes(1);

    private static readonly Dictionary<string, (Measured Measure, string Days)> Intraday = new()
    {
        ["activities-steps-intraday"] = (Measured.Steps, "activities-steps"),
        ["activities-heart-intraday"] = (Measured.HeartRate, "activities-heart"),
    };

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
        var record = new JsonRecord(into, FitbitSleep.Maker);
        var count = 0;
        foreach (var (list, element) in JsonFile.ElementsByList(root, ElementsOf))
        {
            stop.ThrowIfCancellationRequested();
            record.Begin(++count, element);
            Read(record, list, root);
            record.End(list, Plumbing);
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
        return JsonFile.ElementsOf(list);
    }

    private static void Read(JsonRecord record, string list, JsonElement root)
    {
        if (list == "weight")
            FitbitWeight.Read(record, "kg");
        else if (list == "sleep")
            FitbitSleep.Read(record);
        else if (Intraday.TryGetValue(list, out var minutes))
            record.Keep(minutes.Measure, "value", Lasting(record, root, minutes.Days));
        else if (list == "activities-steps" && !root.TryGetProperty("activities-steps-intraday", out _))
            record.Keep(Measured.Steps, "value", record.WholeDay("dateTime"));
        else if (record.Has(AtRest))
            record.Keep(Measured.RestingHeartRate, AtRest, record.WholeDay("dateTime"));
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
}
