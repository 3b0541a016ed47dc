using System.Collections.Frozen;

namespace Inomya.Importing.Devices;

/// <summary>Sleep of Health Auto Export: a night with its sums, or a stage with its moments, by the person's choice.</summary>
internal static class HealthAutoExportSleep
{
    private static readonly FrozenDictionary<string, SleepStage> Stages = new Dictionary<string, SleepStage>
    {
        ["In Bed"] = SleepStage.InBed,
        ["InBed"] = SleepStage.InBed,
        ["Asleep"] = SleepStage.Asleep,
        ["Unspecified"] = SleepStage.Asleep,
        ["Awake"] = SleepStage.Awake,
        ["Core"] = SleepStage.Light,
        ["Deep"] = SleepStage.Deep,
        ["REM"] = SleepStage.Rem,
    }.ToFrozenDictionary();

    public static void Read(JsonRecord record, string unit, string device)
    {
        if (record.Has("value"))
            ReadStage(record, device);
        else
            record.KeepNight(
                Stretch.Between(record.Moment("sleepStart"), record.Moment("sleepEnd")),
                FieldsOf(record, unit),
                nap: null,
                device
            );
    }

    private static void ReadStage(JsonRecord record, string device)
    {
        _ = record.Text("qty");
        record.KeepSleep(
            Stretch.Between(record.Moment("startDate"), record.Moment("endDate")),
            "value",
            Stages,
            device
        );
    }

    /// <summary>Before watches told stages, the sum was called "asleep"; with stages that is 0.</summary>
    private static NightFields FieldsOf(JsonRecord record, string unit) =>
        new(
            unit,
            record.Has("totalSleep") ? "totalSleep" : "asleep",
            record.Text("inBed") is null or "0" ? null : "inBed",
            "core",
            "deep",
            "rem",
            "awake"
        );
}
