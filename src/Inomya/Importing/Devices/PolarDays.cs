using System.Text.Json;

namespace Inomya.Importing.Devices;

/// <summary>activity-*.json of Polar Flow: one day, with its steps.</summary>
/// <remarks>Its samples are the same steps in parts, and effort by the minute.</remarks>
internal sealed class PolarDays : FileFormat
{
    public const string Maker = "Polar";

    public override string Id => "polar-days";

    public override bool Recognises(BroughtFile file) =>
        JsonFile.Names(file, "exportVersion", "date")
        && (JsonFile.Names(file, "stepCount") || file.ShortName.StartsWith("activity-", StringComparison.Ordinal));

    public override void Read(BroughtFile file, ImportSink into, CancellationToken stop)
    {
        using var document = JsonFile.Open(file);
        var record = new JsonRecord(into, Maker);
        record.Begin(1, document.RootElement);
        var day = record.WholeDay("date");
        record.Keep(Measured.Steps, "summary.stepCount", day);
        record.Keep(Measured.Distance, "summary.stepsDistance", day);
        record.End(Id, Plumbing);
    }

    private static readonly HashSet<string> Plumbing =
    [
        "exportVersion",
        "physicalInformation",
        "summary.startTime",
        "summary.endTime",
    ];
}
