using Inomya.Vocabulary;

namespace Inomya.Importing.Apps;

/// <summary>Reads a list of attacks, as Migraine Buddy and apps like it write one.</summary>
/// <remarks>
/// Only days with an attack stand there: of the others nothing is known. The days may be in American order, so their
/// form is looked for over the whole file, and asked about where it shows neither. The pain is that of the attack, not
/// of the day: a measure of its own.
/// </remarks>
internal sealed class MigraineListCsv : DiaryTable
{
    private const string Start = "Start Time",
        Pain = "Pain Level";
    private const string App = "Migraine";

    private static readonly Scale Levels = new(0, 10);

    public override string Id => "migraine-list";

    protected override bool Recognises(BroughtFile file, CsvTable table) => HasAll(table, Start, Pain);

    protected override Action<DiaryRow> ReaderOf(DiarySheet sheet, DiaryFacts facts)
    {
        sheet.Knows(Start, Pain, "Medications", "Triggers");
        var latest = facts.Sink.Today.PlusDays(1);
        var dates = Dates.Of([.. sheet.Rows.Select(r => r[Start])], latest, days: facts.Sink.Days);
        return row => Read(row, sheet, dates, facts);
    }

    private static void Read(DiaryRow row, DiarySheet sheet, Dates dates, DiaryFacts facts)
    {
        var (time, why) = dates.ReadTime(row[Start]);
        if (why is { } reason)
            facts.Refuse(row.Line, reason, row[Start], Start);
        else if (facts.IsDated(row.Line, Start, row[Start], time, out var at))
            ReadAttack(row, at, sheet, facts);
    }

    private static void ReadAttack(DiaryRow row, DiaryTime at, DiarySheet sheet, DiaryFacts facts)
    {
        facts.Answer(at, App, App);
        if (facts.Number(row, Pain, sheet.MarksOf(Pain)) is { } pain)
            facts.Rate(at, $"{App}: {Pain}", pain, Levels);
        foreach (var medicine in Parts(row["Medications"]))
            facts.Take(at, medicine, default);
        foreach (var trigger in Parts(row["Triggers"]))
            facts.Answer(at, "Triggers", trigger);
        sheet.PassOverOthers(row, facts);
    }

    private static string[] Parts(string cell) =>
        cell.Split((char[])[',', ';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
