using Microsoft.EntityFrameworkCore;

namespace Inomya.Journals;

/// <summary>
/// Lays the single samples of version 0.1.0 beside those that are there: the devices get the numbers they have here.
/// Values a day are derived anew by whoever asks for this, from all that then is there.
/// </summary>
internal sealed class ArchiveSamples(
    JournalDb db,
    PersonRows rows,
    ArchiveReader archive,
    IReadOnlyList<ArchiveTable> tables
)
{
    public async Task MergeAsync(CancellationToken stop)
    {
        var here = await rows.Of<SampleSource>().ToListAsync(stop);
        var brought = RowsOf<SampleSource>().ToList();
        var fresh = brought
            .Where(b => !here.Exists(h => (h.Measure, h.Device) == (b.Measure, b.Device)))
            .Select((b, i) => b with { Id = here.Select(h => h.Id).DefaultIfEmpty().Max() + 1 + i })
            .ToList();
        await RowWriter.InsertAsync(db, fresh, replace: false, stop);
        var ids = here.Concat(fresh).ToDictionary(s => (s.Measure, s.Device), s => s.Id);
        var renamed = brought.ToDictionary(b => b.Id, b => ids[(b.Measure, b.Device)]);
        var samples = RowsOf<Sample>().Select(s => s with { SourceId = renamed[s.SourceId] });
        await RowWriter.InsertAsync(db, samples, replace: true, stop);
    }

    private IEnumerable<T> RowsOf<T>() =>
        archive.Rows(tables.Single(t => t.Type.ClrType == typeof(T)), rows.Person).Cast<T>();
}
