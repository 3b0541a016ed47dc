namespace Inomya.Importing.Apps;

/// <summary>Reads what Track &amp; Graph exports: one row a point.</summary>
/// <remarks>
/// Columns: FeatureName, Timestamp (ISO with its offset), Value (a number, or h:mm:ss), perhaps Label, Note. Files of
/// before the column Label have it behind the value ("1.0:Mild"). A time of exactly 00:00 is a day and no hour, and
/// stays on its day.
/// </remarks>
internal sealed class TrackAndGraphCsv : DiaryTable
{
    public override string Id => "track-and-graph";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        HasAll(table, "FeatureName", "Timestamp", "Value");

    protected override Action<DiaryRow> ReaderOf(DiarySheet sheet, DiaryFacts facts) =>
        new TrackAndGraphReader(sheet, facts).Read;
}
