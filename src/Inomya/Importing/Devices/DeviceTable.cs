using System.Collections.Frozen;
using Inomya.Vocabulary;

namespace Inomya.Importing.Devices;

/// <summary>A format of a device that is a table.</summary>
/// <param name="maker">Stands for the device where a row does not name it.</param>
/// <param name="plumbing">Columns that are about the row and hold no value.</param>
internal abstract class DeviceTable(string maker, params string[] plumbing) : TableFormat
{
    private readonly FrozenSet<string> _plumbing = plumbing.ToFrozenSet();

    protected abstract void Read(TableRecord row);

    /// <summary>What a column is called by us.</summary>
    protected virtual string NameOf(string column) => column;

    protected sealed override void Read(CsvTable table, ImportSink into, CancellationToken stop) =>
        Read(table, into, "", stop);

    protected sealed override void Read(BroughtFile file, CsvTable table, ImportSink into, CancellationToken stop) =>
        Read(table, into, file.ShortName, stop);

    private void Read(CsvTable table, ImportSink into, string fileName, CancellationToken stop)
    {
        var row = new TableRecord(table, into, maker, NameOf) { FileName = fileName };
        while (table.Read())
        {
            stop.ThrowIfCancellationRequested();
            row.Begin(table.Line);
            if (table.Cells == table.Header.Count)
                Read(row);
            else
                row.Refuse(RefusalReason.WrongNumberOfCells, $"{table.Cells}");
            row.End(Id, _plumbing);
        }
    }

    /// <summary>Has a table all these columns, by our names?</summary>
    protected bool HasAll(CsvTable table, params ReadOnlySpan<string> columns)
    {
        var names = table.Header.Select(NameOf).ToHashSet();
        foreach (var column in columns)
            if (!names.Contains(column))
                return false;
        return true;
    }
}
