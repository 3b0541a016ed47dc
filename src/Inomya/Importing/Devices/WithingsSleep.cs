namespace Inomya.Importing.Devices;

/// <summary>sleep.csv of Withings: a night a row, with its sums in seconds.</summary>
internal sealed class WithingsSleep() : DeviceTable(WithingsLists.Maker, "notes", "night events", "comments")
{
    private static readonly NightFields Sums = new("s", null, null, "light (s)", "deep (s)", "rem (s)", "awake (s)");

    public override string Id => "withings-sleep";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        HasAll(table, "from", "to", "light (s)", "deep (s)");

    protected override string NameOf(string column) => column.ToLowerInvariant();

    protected override void Read(TableRecord row)
    {
        var night = Stretch.Between(row.Moment("from"), row.Moment("to"));
        row.KeepNight(night, Sums);
        row.Keep(Measured.HeartRate, "average heart rate", night);
    }
}
