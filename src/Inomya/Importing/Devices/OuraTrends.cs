namespace Inomya.Importing.Devices;

/// <summary>oura_*_trends.csv, the older export of Oura's page: a day and its night a row, names with spaces.</summary>
internal sealed class OuraTrends() : DeviceTable(OuraSleep.Maker)
{
    private const string Start = "Bedtime Start";

    private static readonly NightFields Sums = new(
        "s",
        "Total Sleep Duration",
        "Total Bedtime",
        "Light Sleep Duration",
        "Deep Sleep Duration",
        "REM Sleep Duration",
        "Awake Time"
    );

    private static readonly (Measured, string)[] OfNight =
    [
        (Measured.HrvRmssd, "Average HRV"),
        (Measured.HeartRate, "Average Resting Heart Rate"),
        (Measured.Breathing, "Respiratory Rate"),
    ];

    private static readonly (Measured, string)[] OfDay =
    [
        (Measured.Steps, "Steps"),
        (Measured.ActiveEnergy, "Activity Burn"),
    ];

    public override string Id => "oura-trends";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        HasAll(table, "date", "Total Sleep Duration") && (table.Has(Start) || table.Has("Sleep Score"));

    protected override void Read(TableRecord row)
    {
        var day = row.WholeDay("date");
        var night = row.Text(Start) is { Length: > 0 }
            ? Stretch.Between(row.Moment(Start), row.Moment("Bedtime End"))
            : day;
        row.KeepNight(night, Sums, nap: false);
        row.Keep(night, OfNight);
        row.Keep(day, OfDay);
    }
}
