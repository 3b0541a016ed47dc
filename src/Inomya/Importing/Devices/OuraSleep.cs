namespace Inomya.Importing.Devices;

/// <summary>sleepmodel.csv of Oura: a time in bed a row, with its sums in seconds; the cells are parted by semicolons.</summary>
internal sealed class OuraSleep()
    : DeviceTable(
        Maker,
        "id",
        "day",
        "type",
        "period",
        "sleep_algorithm_version",
        "sleep_phase_5_min",
        "movement_30_sec"
    )
{
    public const string Maker = "Oura";

    private static readonly NightFields Sums = new(
        "s",
        "total_sleep_duration",
        "time_in_bed",
        "light_sleep_duration",
        "deep_sleep_duration",
        "rem_sleep_duration",
        "awake_time"
    );

    private static readonly (Measured, string)[] Values =
    [
        (Measured.HrvRmssd, "average_hrv"),
        (Measured.HeartRate, "average_heart_rate"),
        (Measured.Breathing, "average_breath"),
    ];

    public override string Id => "oura-sleep";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        HasAll(table, "bedtime_start", "bedtime_end", "total_sleep_duration");

    protected override void Read(TableRecord row)
    {
        var type = row.Text("type");
        if (type is "deleted" or "rest")
        {
            row.PassOverWhole($"type {type}");
            return;
        }
        var night = Stretch.Between(row.Moment("bedtime_start"), row.Moment("bedtime_end"));
        row.KeepNight(night, Sums, NapOf(type));
        row.Keep(night, Values);
    }

    /// <summary>"sleep" is a short one, at any hour.</summary>
    private static bool? NapOf(string? type) =>
        type switch
        {
            "long_sleep" => false,
            "late_nap" => true,
            _ => null,
        };
}
