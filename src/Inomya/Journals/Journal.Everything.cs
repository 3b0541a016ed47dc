using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Inomya.Journals;

public sealed partial class Journal
{
    /// <summary>Every current fact of a kind in the order in which they were recorded, a row at a time: for what writes a whole journal out.</summary>
    public async IAsyncEnumerable<T> EachAsync<T>([EnumeratorCancellation] CancellationToken stop = default)
        where T : Recorded
    {
        await using var db = _store.Place.OpenDb(Person.Id);
        var facts = new PersonRows(db).Current<T>().OrderBy(f => f.ChangeId).ThenBy(f => f.Id);
        await foreach (var fact in facts.AsAsyncEnumerable().WithCancellation(StopOr(stop)))
            yield return fact;
    }

    /// <summary>Every sample that stands, by measure and month; no more than one month of a measure is in memory.</summary>
    public async IAsyncEnumerable<StandingSample> EachSampleAsync(
        [EnumeratorCancellation] CancellationToken stop = default
    )
    {
        await using var db = _store.Place.OpenDb(Person.Id);
        var tables = TablesIn(db);
        foreach (var (measure, rule, month) in await tables.MonthsAsync(StopOr(stop)))
        {
            var rows = (await tables.MergedAsync(measure, month, month, StopOr(stop))).ToRows();
            foreach (var row in rows.Rows)
                yield return new StandingSample(measure, rule, rows.Devices[row.Device], row.ToReading());
        }
    }
}
