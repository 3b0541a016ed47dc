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
        var fresh = WithNumbersOf(here, brought).ToList();
        await RowWriter.InsertAsync(db, fresh, replace: false, stop);
        var numbers = Numbers(brought, [.. here, .. fresh]);
        var samples = RowsOf<Sample>().Select(s => s with { SourceId = numbers[s.SourceId] });
        await RowWriter.InsertAsync(db, samples, replace: true, stop);
    }

    /// <summary>The devices that are not here yet, with numbers that are free here.</summary>
    private static IEnumerable<SampleSource> WithNumbersOf(List<SampleSource> here, List<SampleSource> brought)
    {
        var last = here.Select(h => h.Id).DefaultIfEmpty().Max();
        return brought.ExceptBy(here.Select(KeyOf), KeyOf).Select((b, i) => b with { Id = last + 1 + i });
    }

    /// <summary>From the number of a device in the archive to the one it has here.</summary>
    private static Dictionary<int, int> Numbers(List<SampleSource> brought, List<SampleSource> here)
    {
        var ids = here.ToDictionary(KeyOf, h => h.Id);
        return brought.ToDictionary(b => b.Id, b => ids[KeyOf(b)]);
    }

    private static (string Measure, string Device) KeyOf(SampleSource source) => (source.Measure, source.Device);

    private IEnumerable<T> RowsOf<T>() =>
        archive.Rows(tables.Single(t => t.Type.ClrType == typeof(T)), rows.Person).Cast<T>();
}
