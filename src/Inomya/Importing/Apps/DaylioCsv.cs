namespace Inomya.Importing.Apps;

/// <summary>Reads the table that Daylio exports: one row an entry, the newest first.</summary>
/// <remarks>
/// Columns, found by name: full_date (ISO), time (18:50 or 6:50 pm), mood, activities, perhaps scales, note_title, note.
/// People give their moods names of their own: one that neither the app ships nor the person explained
/// is refused, and the rest of its row is kept.
/// </remarks>
internal sealed class DaylioCsv : DiaryTable
{
    public override string Id => "daylio";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        HasAll(table, "full_date", "mood", "activities");

    protected override Action<DiaryRow> ReaderOf(DiarySheet sheet, DiaryFacts facts) =>
        new DaylioReader(sheet, facts).Read;
}
