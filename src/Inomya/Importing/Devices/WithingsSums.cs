namespace Inomya.Importing.Devices;

/// <summary>aggregates_*.csv of Withings: sums of days of what the raw files beside them hold in full.</summary>
/// <remarks>
/// Passed over, since one file does not tell whether the others were brought, and every export holds them: taken in
/// beside them, each step would be there twice.
/// </remarks>
internal sealed class WithingsSums() : DeviceTable(WithingsLists.Maker)
{
    private const string Beginning = "aggregates_";

    public override string Id => "withings-sums";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        file.ShortName.StartsWith(Beginning, StringComparison.Ordinal) && table.Has("date");

    protected override void Read(TableRecord row) => row.PassOverWhole(Path.GetFileNameWithoutExtension(row.FileName));
}
