using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing.Apps;

/// <summary>Reads what OSCAR exports of a breathing machine: its nights, its sessions, or its events.</summary>
/// <remarks>
/// A night belongs to the day it ended on. Hours with the mask on are no hours asleep, so they are a measure of their own. The
/// index of a session is passed over: a night's is not the mean of its sessions. Single events are named and counted.
/// </remarks>
internal sealed class OscarCsv : DiaryTable
{
    private const string App = "OSCAR",
        Total = "Total Time",
        Index = "AHI";

    private static readonly string[] Pressures = ["Median Pressure", "95% Pressure"];

    public override string Id => "oscar";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        HasAll(table, "Date", "Start", "End", Total, Index)
        || HasAll(table, "DateTime", "Session", "Event", "Data/Duration");

    protected override Action<DiaryRow> ReaderOf(DiarySheet sheet, DiaryFacts facts)
    {
        if (sheet.Header.Contains("Event"))
            return row => facts.PassOver(row["Event"].Length > 0 ? row["Event"] : "Event");
        sheet.Knows("Date", "Session", "Session Count", "Start", "End", Total);
        var isOfNights = sheet.Header.Contains("Session Count");
        if (isOfNights)
            sheet.Knows([Index, .. Pressures]);
        return row => Read(row, isOfNights, sheet, facts);
    }

    private static void Read(DiaryRow row, bool isOfNights, DiarySheet sheet, DiaryFacts facts)
    {
        if (!IsDated(row, facts, out var at))
            return;
        if (WrittenDuration.Seconds(row[Total]) is { } seconds)
            facts.Amount(at, App, Total, seconds / NodaConstants.SecondsPerHour, "h", DailyRule.Sum, MeasureRole.None);
        else
            facts.Refuse(row.Line, RefusalReason.NotATime, row[Total], Total);
        if (isOfNights)
            ReadNight(row, at, sheet, facts);
        sheet.PassOverOthers(row, facts);
    }

    private static void ReadNight(DiaryRow row, DiaryTime at, DiarySheet sheet, DiaryFacts facts)
    {
        if (facts.Number(row, Index, sheet.MarksOf(Index)) is { } index)
            facts.Amount(at, App, Index, index, "/h", role: MeasureRole.None);
        foreach (var column in Pressures)
            if (facts.Number(row, column, sheet.MarksOf(column)) is { } pressure)
                facts.Amount(at, App, column, pressure, "cm[H2O]", role: MeasureRole.None);
    }

    private static bool IsDated(DiaryRow row, DiaryFacts facts, out DiaryTime at)
    {
        var day = ClockTime.On(IsoTime.Parse(row["End"])?.Wall.Date, null);
        return facts.IsDated(row.Line, "End", row["End"], day, out at, row["Start"]);
    }
}
