using Inomya.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Inomya.Journals;

/// <summary>The tables of one person's readings by devices, and of the daily values that are derived from them.</summary>
internal sealed class SampleTables(JournalDb db, Guid person, DayClock days)
{
    private readonly PersonRows _rows = new(db, person);

    /// <summary>Takes readings in, at least one, and derives the days anew that they touch.</summary>
    public async Task AddAsync(
        Measure measure,
        string device,
        IReadOnlyCollection<Reading> readings,
        CancellationToken stop
    )
    {
        var source = await SourceAsync(measure, device, stop);
        var samples = readings.DistinctBy(r => (r.Start, r.End)).Select(r => SampleOf(source, r));
        await RowWriter.InsertAsync(db, samples, replace: true, stop);
        await DeriveAsync(source, readings.Min(r => r.Start), readings.Max(r => r.End), stop);
    }

    /// <summary>Derives every daily value anew.</summary>
    public async Task DeriveAllAsync(CancellationToken stop)
    {
        await _rows.Of<DailyValue>().ExecuteDeleteAsync(stop);
        foreach (var source in await _rows.Of<SampleSource>().ToListAsync(stop))
            await DeriveAsync(source, stop);
    }

    private async Task DeriveAsync(SampleSource source, CancellationToken stop)
    {
        var samples = _rows.Of<Sample>().Where(s => s.SourceId == source.Id);
        if (!await samples.AnyAsync(stop))
            return;
        var start = await samples.MinAsync(s => s.Start, stop);
        var end = await samples.MaxAsync(s => s.End, stop);
        await DeriveAsync(source, start, end, stop);
    }

    private async Task<SampleSource> SourceAsync(Measure measure, string device, CancellationToken stop)
    {
        var known = await _rows
            .Of<SampleSource>()
            .SingleOrDefaultAsync(s => s.Measure == measure.Id && s.Device == device, stop);
        return known ?? await NewSourceAsync(measure, device, stop);
    }

    private async Task<SampleSource> NewSourceAsync(Measure measure, string device, CancellationToken stop)
    {
        var source = new SampleSource
        {
            PersonId = person,
            Id = 1 + (await _rows.Of<SampleSource>().MaxAsync(s => (int?)s.Id, stop) ?? 0),
            Measure = measure.Id,
            Device = device,
            Rule = measure.Daily,
        };
        await RowWriter.InsertAsync(db, [source], replace: false, stop);
        return source;
    }

    private async Task DeriveAsync(SampleSource source, Instant start, Instant end, CancellationToken stop)
    {
        var (first, last) = (days.DayOf(start), days.DayOf(end));
        var readings = await ReadingsAsync(source, first, last, stop);
        await _rows
            .Of<DailyValue>()
            .Where(v => v.SourceId == source.Id && v.Day >= first && v.Day <= last)
            .ExecuteDeleteAsync(stop);
        var values = ValuesOf(source, readings).Where(v => v.Day >= first && v.Day <= last);
        await RowWriter.InsertAsync(db, values.ToList(), replace: false, stop);
    }

    private Task<List<Reading>> ReadingsAsync(
        SampleSource source,
        LocalDate first,
        LocalDate last,
        CancellationToken stop
    )
    {
        var (from, to) = (days.StartOf(first), days.StartOf(last.PlusDays(1)));
        return _rows
            .Of<Sample>()
            .Where(s => s.SourceId == source.Id && s.End >= from && s.Start < to)
            .OrderBy(s => s.Start)
            .Select(s => new Reading(s.Start, s.End, s.Value))
            .ToListAsync(stop);
    }

    private Sample SampleOf(SampleSource source, Reading reading) =>
        new()
        {
            PersonId = person,
            SourceId = source.Id,
            Start = reading.Start,
            End = reading.End,
            Value = reading.Value,
        };

    private IEnumerable<DailyValue> ValuesOf(SampleSource source, IEnumerable<Reading> readings) =>
        DailyValues
            .Of(readings, source.Rule, days)
            .Select(v => new DailyValue
            {
                PersonId = person,
                SourceId = source.Id,
                Day = v.Day,
                Value = v.Value,
                Samples = v.Samples,
            });
}
