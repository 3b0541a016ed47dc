using Microsoft.EntityFrameworkCore;

namespace Inomya.Journals;

/// <summary>Takes the rows of an archive into the tables of a person, in the transaction it is given.</summary>
/// <remarks>
/// An empty journal becomes the one that was written out, row by row. One that holds something gets what it lacks: a
/// version of a fact that it has is never written over, and what differs stays and is named.
/// </remarks>
/// <param name="devices">Derives the values a day from what then is there.</param>
internal sealed class ArchiveImport(JournalDb db, PersonRows rows, ArchiveReader archive, SampleTables devices)
{
    private readonly List<(string Table, string Key)> _conflicts = [];
    private int _added;
    private int _same;
    private int _changed;

    public async Task<ArchiveTaken> RunAsync(CancellationToken stop)
    {
        var tables = ArchiveTable.Of(db.Model);
        if (await IsEmptyAsync(stop))
            foreach (var table in tables)
                await (IsKept(table) ? MergeAsync(table, stop) : FillAsync(table, stop));
        else
            await MergeAsync(tables, stop);
        return new ArchiveTaken(archive.Manifest.Rows, _added, _same, _changed, _conflicts);
    }

    /// <summary>What was set at the start, such as the zone, is no record yet.</summary>
    private async Task<bool> IsEmptyAsync(CancellationToken stop) => !await rows.Of<Change>().AnyAsync(stop);

    private async Task FillAsync(ArchiveTable table, CancellationToken stop)
    {
        if (table.Type.ClrType == typeof(PersonZone))
            await table.DeleteAsync(rows, stop);
        await table.InsertAsync(db, Counted(archive.Rows(table, rows.Person)), replace: true, stop);
    }

    private async Task MergeAsync(IReadOnlyList<ArchiveTable> tables, CancellationToken stop)
    {
        foreach (var table in tables.Where(t => !IsOfDevices(t) && t.Type.ClrType != typeof(Person)))
            await MergeAsync(table, stop);
        await new ArchiveSamples(db, rows, archive, tables).MergeAsync(stop);
        await devices.DeriveAllAsync(stop);
    }

    /// <summary>Who looked: nothing of it is ever replaced, in an empty journal neither.</summary>
    private static bool IsKept(ArchiveTable table) => table.Type.ClrType == typeof(Audit);

    /// <summary>Those hang on each other by numbers that are of one journal; see <see cref="ArchiveSamples"/>.</summary>
    private static bool IsOfDevices(ArchiveTable table) =>
        table.Type.ClrType == typeof(Sample)
        || table.Type.ClrType == typeof(SampleSource)
        || table.Type.ClrType == typeof(DailyValue);

    private async Task MergeAsync(ArchiveTable table, CancellationToken stop)
    {
        var there = await ArchiveThere.OfAsync(table, rows, stop);
        var (fresh, later) = (new List<object>(), new List<object>());
        foreach (var row in archive.Rows(table, rows.Person))
        {
            stop.ThrowIfCancellationRequested();
            switch (there.Compare(row))
            {
                case ArchiveNews.New:
                    fresh.Add(there.WithoutTakenKey(row));
                    break;
                case ArchiveNews.Later:
                    later.Add(row);
                    break;
                case ArchiveNews.Same:
                    _same++;
                    break;
                case ArchiveNews.Conflict:
                    _conflicts.Add((table.Name, table.KeyOf(row)));
                    break;
            }
        }
        await WriteAsync(table, there, fresh, later, stop);
    }

    /// <summary>First what is not current any more: a fact has one current version.</summary>
    private async Task WriteAsync(
        ArchiveTable table,
        ArchiveThere there,
        List<object> fresh,
        List<object> later,
        CancellationToken stop
    )
    {
        _changed += later.Count;
        await table.InsertAsync(db, later, replace: true, stop);
        there.TookOut(later);
        var clash = fresh.Where(there.HasAnotherCurrent).ToList();
        _conflicts.AddRange(clash.Select(row => (table.Name, table.KeyOf(row))));
        await table.InsertAsync(db, Counted(fresh.Except(clash)), replace: false, stop);
    }

    private IEnumerable<object> Counted(IEnumerable<object> added)
    {
        foreach (var row in added)
        {
            _added++;
            yield return row;
        }
    }
}
