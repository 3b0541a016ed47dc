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
        if (row["type"] is not ("drug" or "measurement" or "activity"))
            facts.Refuse(row.Line, RefusalReason.UnknownType, row["type"], "type");
        else if (row["status"] is not ("confirmed" or "rejected"))
            facts.PassOver(row["status"].Length > 0 ? row["status"] : "status");
        else
            ReadDecided(row, at, facts.Number(row, "value", sheet.MarksOf("value")), facts);
        facts.Write(at, row["note"], row["name"]);
        sheet.PassOverOthers(row, facts);
    }

    private static void ReadDecided(DiaryRow row, DiaryTime at, double? value, DiaryFacts facts)
    {
        var isDone = row["status"] == "confirmed";
        if (row["type"] == "drug")
            facts.Take(
                at,
                row["name"],
                Dose.Of(value, row["unit"]),
                isDone ? IntakeStatus.Taken : IntakeStatus.Skipped
            );
        else if (isDone && value is { } measured)
            Measure(row, at, measured, facts);
        else
            facts.PassOver(row["type"]);
    }

    private static void Measure(DiaryRow row, DiaryTime at, double value, DiaryFacts facts)
    {
        var unit = Units.GetValueOrDefault(row["unit"], row["unit"]);
        var daily = row["type"] == "activity" ? DailyRule.Sum : DailyRule.Mean;
        facts.Amount(at, row["type"], row["name"], value, unit, daily, MeasureRole.None);
    }
}
