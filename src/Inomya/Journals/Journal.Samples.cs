using Inomya.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Inomya.Journals;

public sealed partial class Journal
{
    /// <summary>Takes in readings of one measure from one device; a reading of the same stretch takes the place of the one before.</summary>
    /// <param name="measure">Built-in or own measure; its daily rule says how readings become a value a day.</param>
    /// <param name="readings">In any order; each end at or after its start.</param>
    /// <exception cref="ArgumentException">A reading ends before it starts or its value is not finite.</exception>
    public async Task AddSamplesAsync(
        Measure measure,
        string device,
        IReadOnlyCollection<Reading> readings,
        CancellationToken stop = default
    )
    {
        foreach (var reading in readings)
            if (reading.End < reading.Start || !double.IsFinite(reading.Value))
                throw new ArgumentException(
                    $"The reading of {measure.Id} at {reading.Start} ends before it starts or has no finite value.",
                    nameof(readings)
                );
        if (readings.Count == 0)
            return;

        await WriteAsync(
            async db =>
            {
                var rows = new PersonRows(db, Person.Id);
                var source = await SourceAsync(db, rows, measure, device, stop);
                await RowWriter.InsertAsync(
                    db,
                    readings
                        .DistinctBy(r => (r.Start, r.End))
                        .Select(r => new Sample
                        {
                            PersonId = Person.Id,
                            SourceId = source.Id,
                            Start = r.Start,
                            End = r.End,
                            Value = r.Value,
                        }),
                    replace: true,
                    stop
                );
                await DeriveAsync(
                    db,
                    rows,
                    source,
                    Days.DayOf(readings.Min(r => r.Start)),
                    Days.DayOf(readings.Max(r => r.End)),
                    stop
                );
            },
            stop
        );
    }

    /// <summary>Derives every daily value again, for example after the day boundary or the zone history changed.</summary>
    public Task DeriveDailyValuesAsync(CancellationToken stop = default) =>
        WriteAsync(
            async db =>
            {
                var rows = new PersonRows(db, Person.Id);
                await rows.Of<DailyValue>().ExecuteDeleteAsync(stop);
                foreach (var source in await rows.Of<SampleSource>().ToListAsync(stop))
                {
                    var samples = rows.Of<Sample>().Where(s => s.SourceId == source.Id);
                    if (!await samples.AnyAsync(stop))
                        continue;
                    var first = await samples.MinAsync(s => s.Start, stop);
                    var last = await samples.MaxAsync(s => s.End, stop);
                    await DeriveAsync(db, rows, source, Days.DayOf(first), Days.DayOf(last), stop);
                }
            },
            stop
        );

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

    /// <summary>Streams one source's samples, in order of start.</summary>
    public Task<IReadOnlyList<Sample>> SamplesAsync(
        int sourceId,
        Instant from,
        Instant to,
        CancellationToken stop = default
    ) =>
        ReadAsync(
            rows =>
                rows.Of<Sample>()
                    .Where(s => s.SourceId == sourceId && s.End >= from && s.Start < to)
                    .OrderBy(s => s.Start),
            stop
        );

    public Task<IReadOnlyList<SampleSource>> SampleSourcesAsync(CancellationToken stop = default) =>
        ReadAsync(rows => rows.Of<SampleSource>().OrderBy(s => s.Id), stop);

    private async Task<SampleSource> SourceAsync(
        JournalDb db,
        PersonRows rows,
        Measure measure,
        string device,
        CancellationToken stop
    )
    {
        var known = await rows.Of<SampleSource>()
            .SingleOrDefaultAsync(s => s.Measure == measure.Id && s.Device == device, stop);
        if (known is not null)
            return known;
        var next = 1 + (await rows.Of<SampleSource>().MaxAsync(s => (int?)s.Id, stop) ?? 0);
        var source = new SampleSource
        {
            PersonId = Person.Id,
            Id = next,
            Measure = measure.Id,
            Device = device,
            Rule = measure.Daily,
        };
        await RowWriter.InsertAsync(db, [source], replace: false, stop);
        return source;
    }

    private async Task DeriveAsync(
        JournalDb db,
        PersonRows rows,
        SampleSource source,
        LocalDate first,
        LocalDate last,
        CancellationToken stop
    )
    {
        var (from, to) = (Days.StartOf(first), Days.StartOf(last.PlusDays(1)));
        var samples = await rows.Of<Sample>()
            .Where(s => s.SourceId == source.Id && s.End >= from && s.Start < to)
            .OrderBy(s => s.Start)
            .Select(s => new Reading(s.Start, s.End, s.Value))
            .ToListAsync(stop);
        await rows.Of<DailyValue>()
            .Where(v => v.SourceId == source.Id && v.Day >= first && v.Day <= last)
            .ExecuteDeleteAsync(stop);
        var values = DailyValues
            .Of(samples, source.Rule, Days)
            .Where(v => v.Day >= first && v.Day <= last)
            .Select(v => new DailyValue
            {
                PersonId = Person.Id,
                SourceId = source.Id,
                Day = v.Day,
                Value = v.Value,
                Samples = v.Samples,
            });
        await RowWriter.InsertAsync(db, values.ToList(), replace: false, stop);
    }
}
