namespace Inomya.Importing.Devices;

/// <summary>The tables of Google Takeout about nights: variability of the pulse, breathing, oxygen, the sleep score.</summary>
/// <remarks>Tables of days write midnight for the person's day. A score has no measure here and is passed over.</remarks>
internal sealed class FitbitNightTable() : DeviceTable(FitbitSleep.Maker, "timestamp", "sleep_log_entry_id")
{
    public override string Id => "fitbit-nights";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        HasAll(table, "timestamp", "rmssd")
        || HasAll(table, "timestamp", "full_sleep_breathing_rate")
        || HasAll(table, "timestamp", "average_value", "lower_bound")
        || HasAll(table, "sleep_log_entry_id", "timestamp");

    protected override void Read(TableRecord row)
    {
        if (row.Has("nremhr"))
            row.Keep(Measured.HrvRmssd, "rmssd", row.WholeDay("timestamp"));
        else if (row.Has("rmssd"))
            row.Keep(Measured.HrvRmssd, "rmssd", Stretch.At(row.Moment("timestamp")));
        else if (row.Has("full_sleep_breathing_rate"))
            row.Keep(Measured.Breathing, "full_sleep_breathing_rate", row.WholeDay("timestamp"));
        else if (row.Has("average_value"))
            row.Keep(Measured.Oxygen, "average_value", row.WholeDay("timestamp"));
        else
            row.Keep(Measured.RestingHeartRate, "resting_heart_rate", Stretch.At(row.MomentUtc("timestamp")));
    }
}
