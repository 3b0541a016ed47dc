using Inomya.Journals;
using Inomya.Vocabulary;

namespace Inomya.Importing.Apps;

/// <summary>Reads the medicines that Health Auto Export writes from Apple Health: one row a planned or taken dose.</summary>
/// <remarks>
/// Only Taken and Skipped are decisions of the person: a reminder nobody answered says nothing, and is
/// named among what is passed over. A dose is the one of its planned time, so that one answered later is the same.
/// </remarks>
internal sealed class HealthAutoExportMedicinesCsv : DiaryTable
{
    private const string Date = "Date",
        Planned = "Scheduled Date";

    /// <summary>The header has changed: how much was taken stands under either name.</summary>
    private static readonly string[] Amounts = ["Dosage", "Dose Taken"];

    public override string Id => "health-auto-export-medicines";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        HasAll(table, Date, Planned, "Medication", "Unit", "Status");

    protected override Action<DiaryRow> ReaderOf(DiarySheet sheet, DiaryFacts facts)
    {
        sheet.Knows(Date, Planned, "Medication", "Unit", "Status", "Skipped", "Notes");
        sheet.Knows(Amounts);
        return row => Read(row, sheet, facts);
    }

    private static void Read(DiaryRow row, DiarySheet sheet, DiaryFacts facts)
    {
        IntakeStatus? status = row["Status"] switch
        {
            "Taken" => IntakeStatus.Taken,
            "Skipped" => IntakeStatus.Skipped,
            _ => null,
        };
        if (status is null)
            facts.PassOver(row["Status"].Length > 0 ? row["Status"] : "Status");
        else if (IsDated(row, facts, out var at))
            Take(row, at, status.Value, sheet, facts);
    }

    /// <summary>Without its zone a time would be read where this runs.</summary>
    private static bool IsDated(DiaryRow row, DiaryFacts facts, out DiaryTime at)
    {
        var time = IsoTime.Parse(row[Date]) is { Instant: not null } zoned ? zoned : (WrittenTime?)null;
        var written = row[Planned].Length > 0 ? row[Planned] : row[Date];
        return facts.IsDated(row.Line, Date, row[Date], time, out at, written);
    }

    private static void Take(DiaryRow row, DiaryTime at, IntakeStatus status, DiarySheet sheet, DiaryFacts facts)
    {
        var column = Amounts.First(a => a == Amounts[^1] || row[a].Length > 0);
        var amount = facts.Number(row, column, sheet.MarksOf(column));
        facts.Take(at, row["Medication"], Dose.Of(amount, row["Unit"]), status);
        facts.Write(at, row["Notes"], row["Medication"]);
        sheet.PassOverOthers(row, facts);
    }
}
