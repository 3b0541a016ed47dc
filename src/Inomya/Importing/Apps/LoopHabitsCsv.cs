namespace Inomya.Importing.Apps;

/// <summary>Reads the tables of Loop Habit Tracker: Checkmarks.csv of all habits or of one, Habits.csv, Scores.csv.</summary>
/// <remarks>
/// What a day holds is a word, or a number in older files: YES_MANUAL (2) is done, NO (0) not done. YES_AUTO (1) is
/// worked out from other days, SKIP (3) and UNKNOWN (-1) say nothing of the day. What is counted is times a thousand.
/// The folders of single habits say again what the table of all of them says, so only their notes are read; scores are
/// worked out, and habits without days are no facts.
/// </remarks>
internal sealed class LoopHabitsCsv : DiaryTable
{
    private const int LookedAt = 20;

    public override string Id => "loop-habits";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        HasAll(table, "Position", "Name", "Question")
        || (
            table.Header[0] == "Date"
            && (IsNamed(file.Name, "Checkmarks.csv") || IsScores(file.Name, table) || HasWords(table))
        );

    protected override Action<DiaryRow> ReaderOf(DiarySheet sheet, DiaryFacts facts)
    {
        if (sheet.Header[0] == "Date" && !IsNamed(sheet.File, "Scores.csv"))
            return new LoopHabitsReader(sheet, facts).Read;
        var file = sheet.File[(sheet.File.LastIndexOf('/') + 1)..];
        return _ => facts.PassOver(file);
    }

    private static bool IsScores(string name, CsvTable table) => IsNamed(name, "Scores.csv") && table.Header.Count > 1;

    private static bool IsNamed(string name, string file) => name.EndsWith(file, StringComparison.OrdinalIgnoreCase);

    /// <summary>"NO" and "SKIP" are anybody's words, these are not.</summary>
    private static bool HasWords(CsvTable table)
    {
        for (var row = 0; row < LookedAt && table.Read(); row++)
        for (var i = 1; i < table.Width; i++)
            if (table.At(i) is "YES_MANUAL" or "YES_AUTO")
                return true;
        return false;
    }
}
