using System.Globalization;

namespace Inomya.Importing.Apps;

/// <summary>Reads the table of logs that Nomie exports: epoch, start, end, offset, note and where it was.</summary>
/// <remarks>What a tracker is, the table does not say: its numbers are numbers, on no scale. Where someone was is passed over.</remarks>
internal sealed class NomieCsv : DiaryTable
{
    public override string Id => "nomie-logs";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        HasAll(table, "epoch", "start", "end", "offset", "note", "score");

    protected override Action<DiaryRow> ReaderOf(DiarySheet sheet, DiaryFacts facts)
    {
        var reader = new NomieReader(facts, new Dictionary<string, NomieTracker>());
        sheet.Knows("epoch", "start", "end", "offset", "note", "score");
        return row =>
        {
            reader.Read(row.Line, EpochOf(row["epoch"]), row["note"]);
            sheet.PassOverOthers(row, facts);
        };
    }

    private static double? EpochOf(string cell) =>
        long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch) ? epoch : null;
}
