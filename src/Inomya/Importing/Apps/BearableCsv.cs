namespace Inomya.Importing.Apps;

/// <summary>Reads what Bearable exports: one row an entry, of many categories.</summary>
/// <remarks>
/// Columns, found by name: date ("24th Mar 2026"), perhaps "date formatted" (2026-03-24), time of day (8:05, or a part of
/// the day), category, rating/amount, detail, notes. A symptom has 1 to 3 and no row when there was none, so a
/// day without it says nothing.
/// </remarks>
internal sealed class BearableCsv : DiaryTable
{
    public override string Id => "bearable";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        (table.Has("date") || table.Has("date formatted"))
        && HasAll(table, "time of day", "category", "rating/amount", "detail");

    protected override Action<DiaryRow> ReaderOf(DiarySheet sheet, DiaryFacts facts) =>
        new BearableReader(sheet, facts).Read;
}
