namespace Inomya.Importing.Devices;

/// <summary>UserSleeps_*.csv of Google Takeout: a night a row, in UTC, with its sums; and its stages beside it.</summary>
internal sealed class FitbitSleeps()
    : DeviceTable(
        FitbitSleep.Maker,
        "sleep_id",
        "sleep_type",
        "sleep_stage_id",
        "start_utc_offset",
        "end_utc_offset",
        "data_source",
        "algorithm_version",
        "sleep_created",
        "sleep_last_updated",
        "sleep_stage_created",
        "sleep_stage_last_updated"
    )
{
    private const string ByHand = "MANUAL";

    private static readonly NightFields Sums = new(
        "min",
        "minutes_asleep",
        "minutes_in_sleep_period",
        Awake: "minutes_awake"
    );

    private static readonly Dictionary<string, SleepStage> Stages = new()
    {
        ["AWAKE"] = SleepStage.Awake,
        ["RESTLESS"] = SleepStage.Awake,
        ["LIGHT"] = SleepStage.Light,
        ["DEEP"] = SleepStage.Deep,
        ["REM"] = SleepStage.Rem,
        ["ASLEEP"] = SleepStage.Asleep,
    };

    public override string Id => "fitbit-sleeps";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        HasAll(table, "sleep_start", "sleep_end", "minutes_asleep")
        || HasAll(table, "sleep_stage_type", "sleep_stage_start", "sleep_stage_end");

    protected override void Read(TableRecord row)
    {
        var device = row.Text("data_source") == ByHand ? ByHand : FitbitSleep.Maker;
        if (row.Has("sleep_stage_type"))
            ReadStage(row, device);
        else
            row.KeepNight(
                Stretch.Between(row.MomentUtc("sleep_start"), row.MomentUtc("sleep_end")),
                Sums,
                null,
                device
            );
    }

    private static void ReadStage(TableRecord row, string device) =>
        row.KeepSleep(
            Stretch.Between(row.MomentUtc("sleep_stage_start"), row.MomentUtc("sleep_stage_end")),
            "sleep_stage_type",
            Stages,
            device
        );
}
