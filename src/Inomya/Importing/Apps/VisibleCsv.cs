using Inomya.Vocabulary;

namespace Inomya.Importing.Apps;

/// <summary>Reads what Visible exports: one row a tracker and day.</summary>
/// <remarks>
/// Columns: observation_date (ISO), tracker_name, tracker_category, observation_value; header and rows may end in a
/// space, and the separator may be a semicolon. What a value is depends on the tracker: measurements are amounts, a crash
/// and an infection yes or no, every other number a step of 0 to 3, and words stay words.
/// </remarks>
internal sealed class VisibleCsv : DiaryTable
{
    private const string Name = "tracker_name",
        Category = "tracker_category",
        Value = "observation_value";

    private static readonly Scale Steps = new(0, 3);

    /// <summary>How much someone did or slept: not better at either end.</summary>
    private static readonly HashSet<string> NotBetterEitherWay =
    [
        "Physical",
        "Cognitive",
        "Social",
        "Emotional",
        "Sleep",
    ];

    public override string Id => "visible";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        HasAll(table, "observation_date", Name, Value);

    protected override Action<DiaryRow> ReaderOf(DiarySheet sheet, DiaryFacts facts)
    {
        sheet.Knows("observation_date", Name, Category, Value);
        return row => Read(row, sheet, facts);
    }

    private static void Read(DiaryRow row, DiarySheet sheet, DiaryFacts facts)
    {
        if (!facts.IsDated(row, "observation_date", out var at))
            return;
        if (row[Value].Length > 0)
            ReadValue(row, at, sheet.MarksOf(Value), facts);
        sheet.PassOverOthers(row, facts);
    }

    private static void ReadValue(DiaryRow row, DiaryTime at, DecimalMarks marks, DiaryFacts facts)
    {
        if (row[Category] == "Measurement")
            Measure(row, at, marks, facts);
        else if (row[Category] == "Experience")
            Answer(row, at, facts);
        else if (marks.Read(row[Value]) is (var step, null))
            facts.Rate(at, row[Name], step, Steps, BetterOf(row[Category]));
        else
            Say(row, at, facts);
    }

    private static void Say(DiaryRow row, DiaryTime at, DiaryFacts facts)
    {
        if (row[Name] == "Note")
            facts.Write(at, row[Value]);
        else
            facts.Say(at, row[Category].Length > 0 ? row[Category] : "Visible", row[Name], row[Value]);
    }

    private static void Measure(DiaryRow row, DiaryTime at, DecimalMarks marks, DiaryFacts facts)
    {
        if (facts.Number(row, Value, marks) is not { } value)
            return;
        if (row[Name] == "Resting HR")
            facts.AmountOf(at, "resting_heart_rate", row[Name], value, "/min");
        else
            facts.Amount(at, "Visible", row[Name], value, role: MeasureRole.None);
    }

    private static void Answer(DiaryRow row, DiaryTime at, DiaryFacts facts)
    {
        if (row[Value] is "0" or "1")
            facts.Answer(at, "Visible", row[Name], row[Value] == "1");
        else
            facts.Refuse(row.Line, RefusalReason.NotYesOrNo, row[Value], row[Name]);
    }

    private static Better BetterOf(string category) =>
        NotBetterEitherWay.Contains(category) ? Better.Neither : Better.Lower;
}
