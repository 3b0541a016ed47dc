using Inomya.Journals;
using Inomya.Vocabulary;

namespace Inomya.Importing.Apps;

/// <summary>Reads the archive of MyTherapy: medicines confirmed or rejected, measurements, activities.</summary>
/// <remarks>
/// Columns: actual_date and scheduled_date (ISO, as the wall clock showed), type (drug, measurement, activity), name,
/// value, unit, status (confirmed, rejected), note.
/// </remarks>
internal sealed class MyTherapyCsv : DiaryTable
{
    private const string Actual = "actual_date",
        Planned = "scheduled_date";

    /// <summary>How the app writes units, in UCUM; others stay as they are.</summary>
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["mmHg"] = "mm[Hg]",
        ["bpm"] = "/min",
        ["°C"] = "Cel",
        ["°F"] = "[degF]",
        [""] = "1",
    };

    public override string Id => "mytherapy";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        HasAll(table, Actual, Planned, "type", "name", "value", "status");

    protected override Action<DiaryRow> ReaderOf(DiarySheet sheet, DiaryFacts facts)
    {
        sheet.Knows(Actual, Planned, "type", "name", "value", "unit", "status", "note");
        return row => Read(row, sheet, facts);
    }

    private static void Read(DiaryRow row, DiarySheet sheet, DiaryFacts facts)
    {
        if (!facts.IsDated(row, Actual, out var at, row[Planned].Length > 0 ? row[Planned] : row[Actual]))
            return;
        switch (row["type"])
        {
            case "drug":
                Take(row, at, sheet, facts);
                break;
            case "measurement" or "activity":
                Measure(row, at, sheet, facts);
                break;
            default:
                facts.Refuse(row.Line, RefusalReason.UnknownType, row["type"], "type");
                break;
        }
        facts.Write(at, row["note"]);
        sheet.PassOverOthers(row, facts);
    }

    private static void Take(DiaryRow row, DiaryTime at, DiarySheet sheet, DiaryFacts facts)
    {
        if (row["status"] is not ("confirmed" or "rejected"))
        {
            facts.PassOver(row["status"].Length > 0 ? row["status"] : "status");
            return;
        }
        var amount = facts.Number(row, "value", sheet.MarksOf("value"));
        var unit = amount is null || row["unit"].Length == 0 ? null : row["unit"];
        var status = row["status"] == "confirmed" ? IntakeStatus.Taken : IntakeStatus.Skipped;
        facts.Take(at, row["name"], new Dose(amount, unit, null), status);
    }

    private static void Measure(DiaryRow row, DiaryTime at, DiarySheet sheet, DiaryFacts facts)
    {
        if (row["status"] == "rejected" || row["value"].Length == 0)
            facts.PassOver(row["type"]);
        else if (facts.Number(row, "value", sheet.MarksOf("value")) is { } value)
            facts.Amount(
                at,
                row["type"],
                row["name"],
                value,
                Units.GetValueOrDefault(row["unit"], row["unit"]),
                row["type"] == "activity" ? DailyRule.Sum : DailyRule.Mean,
                MeasureRole.None
            );
    }
}
