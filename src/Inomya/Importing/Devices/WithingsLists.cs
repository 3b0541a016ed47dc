using System.Collections.Frozen;
using System.Globalization;
using NodaTime;

namespace Inomya.Importing.Devices;

/// <summary>raw_*.csv of Withings: when it began, and two lists in brackets, of how long each part was and what it was.</summary>
/// <remarks>What is measured stands in the name of the file only.</remarks>
internal sealed class WithingsLists() : DeviceTable(Maker)
{
    public const string Maker = "Withings";

    private const string SleepState = "raw_tracker_sleep-state";

    private static readonly FrozenDictionary<string, Measured> Measures = new Dictionary<string, Measured>
    {
        ["raw_tracker_steps"] = Measured.Steps,
        ["raw_tracker_distance"] = Measured.Distance,
        ["raw_hr_hr"] = Measured.HeartRate,
        ["raw_spo2_auto_spo2"] = Measured.Oxygen,
    }.ToFrozenDictionary();

    public override string Id => "withings-raw";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        table.Header is ["start", "duration", "value"];

    protected override void Read(TableRecord row)
    {
        var name = Path.GetFileNameWithoutExtension(row.FileName);
        var measure = Measures.GetValueOrDefault(name);
        if (measure is null && name != SleepState)
            row.PassOverWhole(name);
        else if (row.Moment("start") is { } start)
            Read(row, start, measure);
    }

    private static void Read(TableRecord row, Instant start, Measured? measure)
    {
        var (lengths, values) = (ListOf(row, "duration"), ListOf(row, "value"));
        if (lengths?.Count != values?.Count || values is null)
            row.Refuse(Vocabulary.RefusalReason.NotANumber, $"{row.Text("duration")} {row.Text("value")}", "value");
        else
            foreach (var (length, value) in lengths!.Zip(values))
            {
                var part = new Stretch(start, start + Duration.FromSeconds(length));
                Keep(row, part, value, measure);
                start = part.End;
            }
    }

    private static void Keep(TableRecord row, Stretch when, double value, Measured? measure)
    {
        if (measure is not null)
            row.Keep(measure, "value", when, value);
        else if (StageOf(value) is { } stage)
            row.KeepSleep(when, stage);
        else
            row.PassOver(string.Create(CultureInfo.InvariantCulture, $"{SleepState} {value}"));
    }

    private static SleepStage? StageOf(double state) =>
        state switch
        {
            0 => SleepStage.Awake,
            1 => SleepStage.Light,
            2 => SleepStage.Deep,
            3 => SleepStage.Rem,
            _ => null,
        };

    /// <summary>"[60,60]", or one number without brackets; null where a part is none, or longer than a week.</summary>
    private static List<double>? ListOf(TableRecord row, string column)
    {
        var list = new List<double>();
        foreach (var part in (row.Text(column) ?? "").TrimStart('[').TrimEnd(']').Split(','))
            if (
                double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && IsLength(number)
            )
                list.Add(number);
            else
                return null;
        return list;
    }

    private static bool IsLength(double number) => Math.Abs(number) <= NodaConstants.SecondsPerWeek;
}
