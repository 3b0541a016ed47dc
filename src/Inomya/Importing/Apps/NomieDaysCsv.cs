using Inomya.Vocabulary;

namespace Inomya.Importing.Apps;

/// <summary>Reads the table of days that Nomie exports: date, then a column a tag.</summary>
/// <remarks>The app fills a day without a log with 0, so a 0 says nothing and is passed over.</remarks>
internal sealed class NomieDaysCsv : DiaryTable
{
    public override string Id => "nomie-days";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        table.Header.Count > 1
        && table.Header[0] == "date"
        && table.Header.Skip(1).All(h => h.Length > 1 && h[0] is '#' or '@' or '+');

    protected override Action<DiaryRow> ReaderOf(DiarySheet sheet, DiaryFacts facts) => row => Read(row, sheet, facts);

    private static void Read(DiaryRow row, DiarySheet sheet, DiaryFacts facts)
    {
        if (!facts.IsDated(row, "date", out var at))
            return;
        foreach (var tag in sheet.Header.Skip(1))
            if (facts.Number(row, tag, sheet.MarksOf(tag)) is { } value)
                Add(at, tag, value, facts);
    }

    private static void Add(DiaryTime at, string tag, double value, DiaryFacts facts)
    {
        if (value == 0 || tag[0] == '@')
            facts.PassOver(tag[0] == '@' ? "@" : $"{tag}: 0");
        else if (tag[0] == '+')
            facts.Answer(at, "context", tag[1..]);
        else
            facts.Amount(at, "Nomie", tag[1..], value, daily: DailyRule.Sum);
    }
}
