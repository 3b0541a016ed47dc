using System.Globalization;
using System.Text;

namespace Inomya.Bench;

/// <summary>Writes an export of a phone and a watch as Apple Health makes them: record by record, each kind after the other, of any size.</summary>
/// <remarks>Of nobody: all values are drawn. What it keeps to is what costs time: the length of records, their kinds, overlaps, and how many are kept.</remarks>
internal sealed class PhoneExport(StreamWriter to)
{
    private const int DayBytes = 840_000;

    private const string Watch =
        "sourceName=\"Ana’s Watch\" sourceVersion=\"10.3\" device=\"&lt;&lt;HKDevice: 0x280&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch6,2, software:10.3&gt;\"";

    private const string Phone =
        "sourceName=\"Ana’s iPhone\" sourceVersion=\"17.2\" device=\"&lt;&lt;HKDevice: 0x281&gt;, name:iPhone, manufacturer:Apple Inc., model:iPhone, hardware:iPhone14,5, software:17.2&gt;\"";

    private static readonly DateTime Last = new(2026, 6, 30, 0, 0, 0, DateTimeKind.Utc);

    private readonly Random _random = new(7);
    private DateTime _first;
    private int _days;

    /// <summary>A kind of record.</summary>
    /// <param name="EverySeconds">From one to the next.</param>
    /// <param name="Seconds">How long one is.</param>
    private sealed record Kind(
        string Type,
        string Unit,
        int EverySeconds,
        int Seconds,
        double Low,
        double High,
        string Source
    );

    private static readonly Kind[] Kinds =
    [
        new("HeartRate", "count/min", 240, 0, 52, 130, Watch),
        new("ActiveEnergyBurned", "kcal", 180, 60, 0.1, 3, Watch),
        new("BasalEnergyBurned", "kcal", 330, 330, 5, 7, Watch),
        new("StepCount", "count", 600, 540, 4, 300, Watch),
        new("StepCount", "count", 780, 600, 4, 300, Phone),
        new("DistanceWalkingRunning", "km", 600, 540, 0.003, 0.2, Watch),
        new("PhysicalEffort", "kcal/hr·kg", 360, 60, 1, 4, Watch),
        new("AppleStandTime", "min", 960, 300, 1, 5, Watch),
        new("OxygenSaturation", "%", 3600, 0, 0.93, 0.99, Watch),
        new("RespiratoryRate", "count/min", 3600, 0, 12, 18, Watch),
        new("HeartRateVariabilitySDNN", "ms", 7200, 60, 20, 80, Watch),
        new("RestingHeartRate", "count/min", 86_400, 80_000, 52, 66, Watch),
    ];

    public static void Write(string path, int megabytes)
    {
        using var to = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        new PhoneExport(to).Write(Math.Max(1, (int)((long)megabytes * 1_000_000 / DayBytes)));
    }

    private void Write(int days)
    {
        (_days, _first) = (days, Last.AddDays(-days));
        to.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData ANY>\n]>\n");
        to.Write("<HealthData locale=\"en_ES\">\n <ExportDate value=\"2026-06-30 12:00:00 +0200\"/>\n");
        foreach (var kind in Kinds)
            Write(kind);
        for (var day = 0; day < _days; day++)
            WriteNight(_first.AddDays(day));
        to.Write("</HealthData>\n");
    }

    private void Write(Kind kind)
    {
        var steps = (long)_days * 86_400 / kind.EverySeconds;
        for (var i = 0L; i < steps; i++)
        {
            var start = _first.AddSeconds(i * kind.EverySeconds);
            var value = kind.Low + _random.NextDouble() * (kind.High - kind.Low);
            var text = kind.Unit == "count" ? Math.Round(value) : Math.Round(value, 4);
            Record(
                $"HKQuantityTypeIdentifier{kind.Type}",
                kind.Source,
                $"unit=\"{kind.Unit}\" ",
                start,
                start.AddSeconds(kind.Seconds),
                text.ToString(CultureInfo.InvariantCulture)
            );
        }
    }

    private void WriteNight(DateTime evening)
    {
        var at = evening.AddHours(21).AddMinutes(_random.Next(120));
        string[] stages = ["AsleepCore", "AsleepDeep", "AsleepREM", "Awake"];
        for (var i = 0; i < 16; i++)
        {
            var until = at.AddMinutes(10 + _random.Next(40));
            Record(
                "HKCategoryTypeIdentifierSleepAnalysis",
                Watch,
                "",
                at,
                until,
                $"HKCategoryValueSleepAnalysis{stages[_random.Next(4)]}"
            );
            at = until;
        }
    }

    private void Record(string type, string source, string unit, DateTime start, DateTime end, string value)
    {
        var (from, until) = (TimeOf(start), TimeOf(end));
        to.Write(
            $" <Record type=\"{type}\" {source} {unit}creationDate=\"{until}\" startDate=\"{from}\" endDate=\"{until}\" value=\"{value}\"/>\n"
        );
    }

    private static string TimeOf(DateTime utc) =>
        utc.AddHours(2).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " +0200";
}
