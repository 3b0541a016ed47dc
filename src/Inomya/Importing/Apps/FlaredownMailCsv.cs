namespace Inomya.Importing.Apps;

/// <summary>Reads the table that Flaredown mails to its people: one row a day, one column a thing.</summary>
/// <remarks>
/// Its columns are Date, the conditions, the symptoms, the treatments, Tags, Foods, and in older files the weather. The
/// header does not say which is which: ratings (0 to 4) come first, and the treatments from the first column on that
/// mostly holds something else. A condition and a symptom may have one name, so cells are read by place.
/// </remarks>
internal sealed class FlaredownMailCsv : DiaryTable
{
    public override string Id => "flaredown-mail";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        table.Header[0] == "Date" && HasAll(table, "Tags", "Foods");

    protected override Action<DiaryRow> ReaderOf(DiarySheet sheet, DiaryFacts facts) =>
        new FlaredownMailReader(sheet, facts).Read;
}
