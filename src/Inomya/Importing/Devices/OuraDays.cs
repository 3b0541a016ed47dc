namespace Inomya.Importing.Devices;

/// <summary>dailyactivity.csv of Oura: a day a row.</summary>
/// <remarks>Its "equivalent walking distance" is a way to tell effort; nobody walked it.</remarks>
internal sealed class OuraDays()
    : DeviceTable(
        OuraSleep.Maker,
        "id",
        "timestamp",
        "target_calories",
        "target_meters",
        "meters_to_target",
        "class_5_min"
    )
{
    public override string Id => "oura-days";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        HasAll(table, "day", "steps", "active_calories", "total_calories");

    protected override void Read(TableRecord row)
    {
        row.Keep(row.WholeDay("day"), (Measured.Steps, "steps"), (Measured.ActiveEnergy, "active_calories"));
    }
}
