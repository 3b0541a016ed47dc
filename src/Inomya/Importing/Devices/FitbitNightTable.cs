namespace Inomya.Importing.Devices;

/// <summary>The tables of Google Takeout about nights: variability of the pulse, breathing, oxygen, the sleep score.</summary>
/// <remarks>Tables of days write midnight for the person's day. A score has no measure here and is passed over.</remarks>
internal sealed class FitbitNightTable() : DeviceTable(FitbitSleep.Maker, "timestamp", "sleep_log_entry_id")
{
    private const string Time = "timestamp";

    public override string Id => "fitbit-nights";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        HasAll(table, "timestamp", "rmssd", "nremhr")
        || HasAll(table, "timestamp", "rmssd", "coverage")
        || HasAll(table, "timestamp", "full_sleep_breathing_rate")
        || HasAll(table, "timestamp", "average_value", "lower_bound")
        || HasAll(table, "sleep_log_entry_id", "timestamp");

    /// <summary>What a table has a value of that is of a whole day.</summary>
    private static readonly (string Mark, Measured Measure, string Column)[] OfDays =
    [
        ("nremhr", Measured.HrvRmssd, "rmssd"),
        ("full_sleep_breathing_rate", Measured.Breathing, "full_sleep_breathing_rate"),
        ("average_value", Measured.Oxygen, "average_value"),
    ];

    protected override void Read(TableRecord row)
    {
        if (Array.Find(OfDays, d => row.Has(d.Mark)) is { Measure: not null } ofDay)
            row.Keep(ofDay.Measure, ofDay.Column, row.WholeDay(Time));
        else if (row.Has("rmssd"))
            row.Keep(Measured.HrvRmssd, "rmssd", Stretch.At(row.Moment(Time)));
        else
            row.Keep(Measured.RestingHeartRate, "resting_heart_rate", Stretch.At(row.MomentUtc(Time)));
    }
}
