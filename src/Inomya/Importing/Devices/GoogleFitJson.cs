using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Inomya.Importing.Devices;

/// <summary>Google Fit's "All Data", and what its API answered: points of one kind, in nanoseconds since 1970.</summary>
/// <remarks>The same point is in the file of its source and in merged ones: named by where it came from, it is one.</remarks>
internal sealed partial class GoogleFitJson()
    : JsonListFormat(
        "Google Fit",
        "dataTypeName",
        "startTimeNanos",
        "endTimeNanos",
        "modifiedTimeMillis",
        "rawTimestampNanos",
        "originDataSourceId",
        "computationTimeMillis"
    )
{
    private const string Sleep = "com.google.sleep.segment";
    private const double Nanoseconds = 1e9;

    private static readonly FrozenDictionary<string, Measured> Measures = new Dictionary<string, Measured>
    {
        ["com.google.step_count.delta"] = Measured.Steps,
        ["com.google.heart_rate.bpm"] = Measured.HeartRate,
        ["com.google.weight"] = Measured.Weight,
        ["com.google.distance.delta"] = Measured.Distance,
        ["com.google.oxygen_saturation"] = Measured.Oxygen,
        ["com.google.body.temperature"] = Measured.Temperature,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, SleepStage> Stages = new Dictionary<string, SleepStage>
    {
        ["1"] = SleepStage.Awake,
        ["2"] = SleepStage.Asleep,
        ["3"] = SleepStage.Awake,
        ["4"] = SleepStage.Light,
        ["5"] = SleepStage.Deep,
        ["6"] = SleepStage.Rem,
    }.ToFrozenDictionary();

    public override string Id => "google-fit-json";

    public override bool Recognises(BroughtFile file) =>
        (JsonFile.Names(file, "Data Points") && JsonFile.Names(file, "Data Source"))
        || JsonFile.Names(file, "dataSourceId", "point");

    protected override IReadOnlySet<string> Lists { get; } = new HashSet<string> { "Data Points", "point" };

    protected override void Prepare(JsonRecord record, BroughtFile file)
    {
        if (Source().Match(file.HeadText) is { Success: true } source)
            record.Maker = NameOf(source.Groups["id"].Value);
    }

    protected override void Read(JsonRecord record)
    {
        var type = record.Text("dataTypeName") ?? "";
        var list = record.Has("fitValue") ? "fitValue" : "value";
        if (type == Sleep)
            ReadFirst(record, list, point => record.KeepSleep(point.When, NumberIn(record), Stages, point.Device));
        else if (Measures.TryGetValue(type, out var measure))
            ReadFirst(record, list, point => record.Keep(measure, NumberIn(record), point.When, device: point.Device));
        else
            record.PassOverWhole(type);
    }

    /// <summary>Reads the first value of a point; those after it are passed over.</summary>
    private static void ReadFirst(JsonRecord record, string list, Action<(Stretch? When, string Device)> read)
    {
        var (when, device, isFirst) = (WhenOf(record), DeviceOf(record), true);
        record.ForEach(list, list, () =>
        {
            if (isFirst)
                read((when, device));
            isFirst = false;
        });
    }

    private static string DeviceOf(JsonRecord record) =>
        record.Device("originDataSourceId") is var source && source == record.Maker ? source : NameOf(source);

    private static Stretch? WhenOf(JsonRecord record) =>
        Stretch.Between(
            record.SinceEpoch("startTimeNanos", Nanoseconds),
            record.SinceEpoch("endTimeNanos", Nanoseconds)
        );

    private static string NumberIn(JsonRecord record) =>
        ((string[])["value.intVal", "value.fpVal", "intVal", "fpVal"]).FirstOrDefault(record.Has) ?? "value";

    /// <summary>Behind the kind of data stands who gave it: an app, and perhaps a maker and a model.</summary>
    private static string NameOf(string source)
    {
        var parts = source.Split(':');
        return parts.Length > 2 ? string.Join(' ', parts[2..].Where(p => p.Length > 0)) : source;
    }

    [GeneratedRegex(
        """"
            "(Data Source|dataSourceId)"\s*:\s*"(?<id>[^"]*)"
            """",
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Source();
}
