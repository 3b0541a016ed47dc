using Inomya.Vocabulary;

namespace Inomya.Importing.Apps;

/// <summary>A diary that is a table: each row is kept, refused with its line, or named among what is passed over.</summary>
internal abstract class DiaryTable : TableFormat
{
    protected sealed override void Read(CsvTable table, ImportSink into, CancellationToken stop) =>
        throw new NotSupportedException();

    protected sealed override void Read(BroughtFile file, CsvTable table, ImportSink into, CancellationToken stop)
    {
        var facts = new DiaryFacts(into);
        var sheet = SheetOf(file, table, facts, stop);
        if (sheet.Rows.Count == 0)
            return;
        var read = ReaderOf(sheet, facts);
        foreach (var row in sheet.Rows)
        {
            stop.ThrowIfCancellationRequested();
            ReadTraced(row, read, facts, sheet.Header[0]);
        }
    }

    /// <summary>What reads one row; it is asked for once, when all rows are there to be looked at.</summary>
    protected abstract Action<DiaryRow> ReaderOf(DiarySheet sheet, DiaryFacts facts);

    /// <summary>Can the row be read, or are there more or fewer cells than there should be?</summary>
    protected virtual bool IsWhole(CsvTable table) => table.Cells == table.Header.Count;

    /// <summary>False for a row that is a header again.</summary>
    protected virtual bool IsData(CsvTable table) => true;

    /// <summary>The names of the columns; others than those of the first row where that is data.</summary>
    protected virtual IReadOnlyList<string> HeaderOf(CsvTable table) => table.Header;

    protected static bool HasAll(CsvTable table, params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
            if (!table.Has(column))
                return false;
        return true;
    }

    private DiarySheet SheetOf(BroughtFile file, CsvTable table, DiaryFacts facts, CancellationToken stop)
    {
        var header = HeaderOf(table);
        var sheet = new DiarySheet(file.Name, header, table.Separator);
        if (!ReferenceEquals(header, table.Header))
            Take(table, sheet, facts);
        while (table.Read())
        {
            stop.ThrowIfCancellationRequested();
            if (IsData(table))
                Take(table, sheet, facts);
        }
        return sheet;
    }

    private void Take(CsvTable table, DiarySheet sheet, DiaryFacts facts)
    {
        facts.Sink.Rows++;
        if (IsWhole(table))
            sheet.Add(table);
        else
            facts.Refuse(table.Line, RefusalReason.WrongNumberOfCells, $"{table.Cells}");
    }

    /// <summary>A row of which nothing came holds its first cell and nothing else, such as a day without an entry.</summary>
    private static void ReadTraced(DiaryRow row, Action<DiaryRow> read, DiaryFacts facts, string first)
    {
        var before = facts.Traces;
        read(row);
        if (facts.Traces == before)
            facts.PassOver(first);
    }
}
