using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Journals;

public sealed partial class Journal
{
    /// <summary>Takes in readings of one measure from one device; a reading of the same stretch takes the place of the one before.</summary>
    /// <param name="measure">Built-in or own measure; its daily rule says how readings become a value a day.</param>
    /// <param name="readings">In any order; each end at or after its start.</param>
    /// <returns>What was new; its change can be undone.</returns>
    /// <exception cref="ArgumentException">A reading ends before it starts or its value is not finite.</exception>
    public Task<Imported> AddSamplesAsync(
        Measure measure,
        string device,
        IReadOnlyCollection<Reading> readings,
        CancellationToken stop = default
    )
    {
        CheckReadings(measure, readings);
        var bag = new SampleBag(_ => measure.Daily);
        foreach (var reading in readings)
            bag.Add(measure.Id, device, reading);
        return ImportAsync([], samples: bag, stop: stop);
    }

    private static void CheckReadings(Measure measure, IReadOnlyCollection<Reading> readings)
    {
        foreach (var reading in readings)
            if (reading.End < reading.Start || !double.IsFinite(reading.Value))
                throw new ArgumentException(
                    $"The reading of {measure.Id} at {reading.Start} ends before it starts or has no finite value.",
                    nameof(readings)
                );
    }

    /// <summary>Derives every daily value again, for example after the day boundary or the zone history changed.</summary>
    public Task DeriveDailyValuesAsync(CancellationToken stop = default) =>
        WriteAsync(db => TablesIn(db).DeriveAllAsync(stop), stop);

    /// <summary>The daily values of a measure, from every device.</summary>
    public Task<IReadOnlyList<DailyValue>> DailyValuesAsync(string measure, CancellationToken stop = default) =>
        ReadAsync(
            rows =>
                from v in rows.Of<DailyValue>()
                join s in rows.Of<SampleSource>() on v.SourceId equals s.Id
                where s.Measure == measure
                orderby v.Day
                select v,
            stop
        );

    /// <summary>The samples that stand of a measure, by device, that begin in a stretch of time; in order of start.</summary>
    public async Task<IReadOnlyList<(string Device, Reading Reading)>> SamplesAsync(
        string measure,
        Instant from,
        Instant to,
        CancellationToken stop = default
    )
    {
        await using var db = _store.Place.OpenDb(Person.Id);
        var (start, end) = (from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
        var merged = await TablesIn(db)
            .MergedAsync(measure, SampleRow.MonthOf(start), SampleRow.MonthOf(end), StopOr(stop));
        var rows = merged.ToRows();
        return
        [
            .. rows
                .Rows.Where(r => r.Start >= start && r.Start < end)
                .Select(r => (rows.Devices[r.Device], r.ToReading())),
        ];
    }

    public Task<IReadOnlyList<SampleSource>> SampleSourcesAsync(CancellationToken stop = default) =>
        ReadAsync(rows => rows.Of<SampleSource>().OrderBy(s => s.Id), stop);

    private SampleTables TablesIn(JournalDb db) => new(db, Days);
}
