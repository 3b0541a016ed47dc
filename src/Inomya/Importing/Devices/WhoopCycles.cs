using System.Collections.Frozen;

namespace Inomya.Importing.Devices;

/// <summary>physiological_cycles.csv of Whoop: what the night before said of the pulse.</summary>
/// <remarks>
/// Its sleep may be a nap that took the place of the night, so sleep is read from the table of sleeps alone. The current
/// cycle has no end yet.
/// </remarks>
internal sealed class WhoopCycles() : DeviceTable(WhoopSleeps.Maker, WhoopColumns.Start, WhoopColumns.End)
{
    public override string Id => "whoop-cycles";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        HasAll(table, WhoopColumns.Start, WhoopColumns.Zone, WhoopColumns.Variability);

    protected override string NameOf(string column) => WhoopColumns.NameOf(column);

    protected override void Read(TableRecord row)
    {
        row.Keep(
            WhenOf(row),
            (Measured.HrvRmssd, WhoopColumns.Variability),
            (Measured.RestingHeartRate, WhoopColumns.RestingPulse),
            (Measured.Oxygen, WhoopColumns.Oxygen)
        );
    }

    /// <summary>The sleep in which it was measured; else the moment the cycle began.</summary>
    private static Stretch? WhenOf(TableRecord row) =>
        row.Text(WhoopColumns.Onset) is { Length: > 0 } && row.Text(WhoopColumns.Wake) is { Length: > 0 }
            ? Stretch.Between(
                row.MomentIn(WhoopColumns.Onset, WhoopColumns.Zone),
                row.MomentIn(WhoopColumns.Wake, WhoopColumns.Zone)
            )
            : Stretch.At(row.MomentIn(WhoopColumns.Start, WhoopColumns.Zone));
}
