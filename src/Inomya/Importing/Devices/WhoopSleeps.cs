namespace Inomya.Importing.Devices;

/// <summary>sleeps.csv of Whoop: a sleep a row, with its sums in minutes, on the wall clock of the zone in the row.</summary>
internal sealed class WhoopSleeps() : DeviceTable(Maker, WhoopColumns.Start, WhoopColumns.End)
{
    public const string Maker = "Whoop";

    private static readonly NightFields Sums = new(
        "min",
        WhoopColumns.Asleep,
        WhoopColumns.InBed,
        WhoopColumns.Light,
        WhoopColumns.Deep,
        WhoopColumns.Rem,
        WhoopColumns.Awake
    );

    public override string Id => "whoop-sleeps";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        HasAll(table, WhoopColumns.Zone, WhoopColumns.Onset, WhoopColumns.Wake, WhoopColumns.Nap);

    protected override string NameOf(string column) => WhoopColumns.NameOf(column);

    protected override void Read(TableRecord row)
    {
        var night = Stretch.Between(
            row.MomentIn(WhoopColumns.Onset, WhoopColumns.Zone),
            row.MomentIn(WhoopColumns.Wake, WhoopColumns.Zone)
        );
        row.KeepNight(night, Sums, row.Text(WhoopColumns.Nap) is "true" or "TRUE" or "1");
        row.Keep(Measured.Breathing, WhoopColumns.Breathing, night);
    }
}
