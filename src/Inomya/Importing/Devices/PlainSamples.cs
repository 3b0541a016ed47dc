using System.Collections.Frozen;
using System.Text.Json;

namespace Inomya.Importing.Devices;

/// <summary>What anything can send: a list of records of measure, start, end, value, unit and source, by itself or as "samples".</summary>
/// <remarks>
/// Shape: [{"measure":"steps","start":"2026-06-01T07:00:00Z","end":"2026-06-01T07:15:00Z","value":412,"unit":"count","source":"Watch"}]. "time" stands
/// for a start without an end. A stage of sleep has the measure "sleep" and the name of the stage as "stage".
/// </remarks>
internal sealed class PlainSamples : FileFormat
{
    private const string Maker = "JSON",
        Sleep = "sleep",
        List = "samples";

    private static readonly FrozenDictionary<string, Measured> Measures = Measured.All.ToFrozenDictionary(m => m.Id);

    private static readonly HashSet<string> None = [];

    public override string Id => "samples-json";

    public override bool Recognises(BroughtFile file) =>
        JsonFile.Names(file, "measure")
        && (JsonFile.Names(file, "start") || JsonFile.Names(file, "time"))
        && (JsonFile.Names(file, List) || file.HeadText.AsSpan().TrimStart().StartsWith("["));

    public override void Read(BroughtFile file, ImportSink into, CancellationToken stop)
    {
        using var document = JsonFile.Open(file);
        var record = new JsonRecord(into, Maker);
        var count = 0;
        foreach (var sample in ListIn(document.RootElement))
        {
            stop.ThrowIfCancellationRequested();
            record.Begin(++count, sample);
            Read(record);
            record.End("record", None);
        }
    }

    private static IEnumerable<JsonElement> ListIn(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(List, out var list)
            ? JsonFile.ElementsOf(list)
            : JsonFile.ElementsOf(root);

    private static void Read(JsonRecord record)
    {
        var (measure, device) = (record.Text("measure") ?? "", record.Device("source"));
        if (measure == Sleep)
            record.KeepSleep(WhenOf(record), "stage", HealthConnectStages.ByName, device);
        else if (Measures.TryGetValue(measure, out var known))
            record.Keep(known, "value", WhenOf(record), record.Text("unit") ?? "", device);
        else
            record.Refuse(Vocabulary.RefusalReason.NoSuchMeasure, measure, "measure");
    }

    private static Stretch? WhenOf(JsonRecord record)
    {
        var start = record.Moment(record.Has("time") ? "time" : "start");
        return record.Has("end") ? Stretch.Between(start, record.Moment("end")) : Stretch.At(start);
    }
}
