using Inomya.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Inomya.Journals;

/// <summary>The blocks of one person's samples, and the daily values that are derived from them.</summary>
/// <param name="days">Where the person lived. What devices measure goes by calendar days, from midnight to midnight.</param>
internal sealed class SampleTables(JournalDb db, DayClock days)
{
    private readonly PersonRows _rows = new(db);
    private readonly DayClock _days = days.Calendar;

    /// <summary>Are there samples that version 0.1.0 kept a row each? Asked once.</summary>
    private bool? _hasSingle;

    /// <summary>Every sample that stands of some months, the newer blocks over the older ones.</summary>
    public async Task<SampleMerge> MergedAsync(string measure, int from, int to, CancellationToken stop)
    {
        var blocks = await _rows
            .Current<SampleBlock>()
            .Where(b => b.Measure == measure && b.Month >= from && b.Month <= to)
            .ToListAsync(stop);
        var ordered = blocks.OrderBy(b => b.ChangeId).Select(b => SampleCode.Decode(b.Data));
        return SampleMerge.Of(measure, [.. await SingleAsync(measure, from, to, stop), .. ordered]);
    }

    /// <summary>So many small blocks of a month are laid together to one.</summary>
    internal const int MostArrivals = 32;

    /// <summary>
    /// Makes one block of the many that a device sent in small parts. What they said stays, word for word; only that it
    /// came in parts is forgotten, and the changes that were nothing but such a part.
    /// </summary>
    /// <param name="change">The newest of them. It stays by itself, so that to take it back takes back nothing else.</param>
    public async Task LayTogetherAsync(IEnumerable<SampleBlock> touched, Change change, CancellationToken stop)
    {
        foreach (var block in touched)
            await LayTogetherAsync(block, change, stop);
    }

    private async Task LayTogetherAsync(SampleBlock newest, Change change, CancellationToken stop)
    {
        var parts = (await NewestArrivalsAsync(newest, stop)).FindAll(b => b.ChangeId != change.Id);
        if (parts.Count < MostArrivals)
            return;
        var into = parts[^1].ChangeId;
        var rows = SampleMerge.Of(newest.Measure, parts.Select(b => SampleCode.Decode(b.Data))).ToRows();
        var (ids, changes) = (parts.ConvertAll(b => b.Id), parts.ConvertAll(b => b.ChangeId));
        await _rows.Current<SampleBlock>().Where(b => ids.Contains(b.Id)).ExecuteDeleteAsync(stop);
        var whole = newest with
        {
            PersonId = _rows.Person,
            Id = parts[^1].Id,
            ChangeId = into,
            Samples = rows.Rows.Length,
            Data = SampleCode.Encode(rows),
        };
        await RowWriter.InsertAsync(db, [whole], replace: false, stop);
        await ForgetEmptyAsync(changes, into, stop);
    }

    /// <summary>
    /// The parts that lie over everything else of the month. What lies under a file that was brought since stays under it:
    /// laid together with newer parts, it would hide what the file corrected.
    /// </summary>
    private async Task<List<SampleBlock>> NewestArrivalsAsync(SampleBlock of, CancellationToken stop)
    {
        var blocks = await _rows
            .Current<SampleBlock>()
            .Where(b => b.Measure == of.Measure && b.Month == of.Month)
            .ToListAsync(stop);
        var changes = blocks.ConvertAll(b => b.ChangeId);
        var arrivals = await _rows
            .Of<Change>()
            .Where(c => c.Kind == Journal.Arrival && changes.Contains(c.Id))
            .Select(c => c.Id)
            .ToHashSetAsync(stop);
        var newestFirst = blocks.OrderByDescending(b => b.ChangeId).TakeWhile(b => arrivals.Contains(b.ChangeId));
        return [.. newestFirst.Reverse()];
    }

    /// <summary>Changes that were one part and nothing else.</summary>
    private Task ForgetEmptyAsync(List<Guid> changes, Guid into, CancellationToken stop)
    {
        var blocks = _rows.Of<SampleBlock>();
        return _rows
            .Of<Change>()
            .Where(c =>
                changes.Contains(c.Id)
                && c.Id != into
                && c.Kind == Journal.Arrival
                && !blocks.Any(b => b.ChangeId == c.Id)
            )
            .ExecuteDeleteAsync(stop);
    }

    /// <summary>Derives every daily value anew.</summary>
    public async Task DeriveAllAsync(CancellationToken stop)
    {
        await _rows.Of<DailyValue>().ExecuteDeleteAsync(stop);
        await DeriveAsync((await AllMonthsAsync(stop)).Select(m => (m.Measure, m.Rule, m.Month)), stop);
    }

    /// <summary>The months of which there are samples, by measure; each once.</summary>
    public async Task<List<(string Measure, DailyRule Rule, int Month)>> MonthsAsync(CancellationToken stop) =>
        [
            .. (await AllMonthsAsync(stop))
                .DistinctBy(m => (m.Measure, m.Month))
                .OrderBy(m => m.Measure, StringComparer.Ordinal)
                .ThenBy(m => m.Month),
        ];

    private async Task<List<(string Measure, DailyRule Rule, int Month)>> AllMonthsAsync(CancellationToken stop)
    {
        var months = await _rows
            .Current<SampleBlock>()
            .Select(b => new
            {
                b.Measure,
                b.Rule,
                b.Month,
            })
            .Distinct()
            .ToListAsync(stop);
        return [.. months.Select(m => (m.Measure, m.Rule, m.Month)), .. await SingleMonthsAsync(stop)];
    }

    /// <summary>Derives the days of the months that a change wrote or took out.</summary>
    public Task DeriveAsync(IEnumerable<SampleBlock> touched, CancellationToken stop) =>
        DeriveAsync(touched.Select(b => (b.Measure, b.Rule, b.Month)), stop);

    private async Task DeriveAsync(IEnumerable<(string, DailyRule, int)> months, CancellationToken stop)
    {
        foreach (var stream in months.GroupBy(m => (StreamOf(m.Item1), m.Item2), m => m.Item3))
        {
            var window = new SampleWindow(this, stream.Key.Item1);
            foreach (var month in stream.Distinct().Order())
                await DeriveAsync(window, stream.Key.Item2, month, stop);
        }
    }

    /// <summary>What is told of a night by stages and what is told by sums belong together.</summary>
    private static string StreamOf(string measure) => Nights.Measures.Contains(measure) ? Nights.Stream : measure;

    private async Task DeriveAsync(SampleWindow window, DailyRule rule, int month, CancellationToken stop)
    {
        // what begins in a month may be of the day before it, by the zone, or end after it
        var first = new LocalDate(month / 12, month % 12 + 1, 1).PlusDays(-1);
        var last = first.PlusDays(1).PlusMonths(1);
        var edges = new DayEdges(_days, first, last);
        var rows = await window.AroundAsync(month, edges, stop);
        var values = DaysOf(window.Measure, rule, rows, edges).ToList();
        if (window.Measure == Nights.Stream)
            values.AddRange(await SumsOfNightsAsync(month, edges, values, stop));
        await ReplaceAsync(window.Measure, rule, first, last, values, stop);
    }

    /// <summary>The sums of the nights and naps that no stages tell of.</summary>
    private async Task<List<DeviceDay>> SumsOfNightsAsync(
        int month,
        DayEdges edges,
        List<DeviceDay> stages,
        CancellationToken stop
    )
    {
        var told = stages.Select(s => (s.Measure, s.Day)).ToHashSet();
        var sums = new List<DeviceDay>();
        foreach (var measure in Nights.Measures)
        {
            var rows = (await MergedAsync(measure, month - 1, month + 1, stop)).ToRows();
            sums.AddRange(NightSums.Of(measure, rows, edges).Where(s => !IsTold(s)));
        }
        return sums;

        // a nap, or lying in bed, that stages tell of says nothing of the night
        bool IsTold(DeviceDay sum) =>
            told.Contains((sum.Measure, sum.Day))
            || (sum.Measure != Nights.Nap && told.Contains((Nights.Asleep, sum.Day)));
    }

    private IEnumerable<DeviceDay> DaysOf(string measure, DailyRule rule, SampleRows rows, DayEdges edges) =>
        measure == Nights.Stream ? new Nights(rows, edges, ClockAt).Days()
        : rule == DailyRule.Sum ? new CoveredSums(measure, rows, edges).Days()
        : SampledDays.Of(measure, rule, rows, edges);

    private LocalTime ClockAt(long moment)
    {
        var instant = Instant.FromUnixTimeMilliseconds(moment);
        return instant.InZone(_days.ZoneAt(instant)).TimeOfDay;
    }

    private async Task ReplaceAsync(
        string stream,
        DailyRule rule,
        LocalDate first,
        LocalDate last,
        List<DeviceDay> values,
        CancellationToken stop
    )
    {
        IReadOnlyList<string> measures = stream == Nights.Stream ? Nights.Measures : [stream];
        var sources = await _rows.Of<SampleSource>().Where(s => measures.Contains(s.Measure)).ToListAsync(stop);
        var known = sources.Select(s => s.Id).ToList();
        await _rows
            .Of<DailyValue>()
            .Where(v => known.Contains(v.SourceId) && v.Day >= first && v.Day <= last)
            .ExecuteDeleteAsync(stop);
        await AddSourcesAsync(sources, rule, values, stop);
        var ids = sources.ToDictionary(s => (s.Measure, s.Device), s => s.Id);
        await RowWriter.InsertAsync(db, values.ConvertAll(v => ValueOf(v, ids)), replace: false, stop);
        await DropEmptyAsync(measures, stop);
    }

    /// <summary>A device of which nothing is left, for example after its import was undone, is not named any more.</summary>
    private Task DropEmptyAsync(IReadOnlyList<string> measures, CancellationToken stop)
    {
        var (values, single) = (_rows.Of<DailyValue>(), _rows.Of<Sample>());
        return _rows
            .Of<SampleSource>()
            .Where(s =>
                measures.Contains(s.Measure)
                && !values.Any(v => v.SourceId == s.Id)
                && !single.Any(v => v.SourceId == s.Id)
            )
            .ExecuteDeleteAsync(stop);
    }

    private async Task AddSourcesAsync(
        List<SampleSource> sources,
        DailyRule rule,
        List<DeviceDay> values,
        CancellationToken stop
    )
    {
        var fresh = values
            .Select(v => (v.Measure, v.Device))
            .Except(sources.Select(s => (s.Measure, s.Device)))
            .ToList();
        if (fresh.Count == 0)
            return;
        var last = await _rows.Of<SampleSource>().MaxAsync(s => (int?)s.Id, stop) ?? 0;
        var added = fresh.Select((s, i) => SourceOf(last + 1 + i, s.Measure, s.Device, rule)).ToList();
        await RowWriter.InsertAsync(db, added, replace: false, stop);
        sources.AddRange(added);
    }

    private SampleSource SourceOf(int id, string measure, string device, DailyRule rule) =>
        new()
        {
            PersonId = _rows.Person,
            Id = id,
            Measure = measure,
            Device = device,
            Rule = rule,
        };

    private DailyValue ValueOf(DeviceDay day, Dictionary<(string, string), int> sources) =>
        new()
        {
            PersonId = _rows.Person,
            SourceId = sources[(day.Measure, day.Device)],
            Day = day.Day,
            Value = day.Value,
            Samples = day.Samples,
        };

    /// <summary>Samples that version 0.1.0 kept a row each; they lie under all blocks.</summary>
    private async Task<List<SampleRows>> SingleAsync(string measure, int from, int to, CancellationToken stop)
    {
        _hasSingle ??= await _rows.Of<Sample>().AnyAsync(stop);
        if (_hasSingle == false)
            return [];
        var (start, end) = (StartOf(from), StartOf(to + 1));
        var samples = await (
            from sample in _rows.Of<Sample>()
            join source in _rows.Of<SampleSource>() on sample.SourceId equals source.Id
            where source.Measure == measure && sample.Start >= start && sample.Start < end
            orderby sample.Start, sample.End
            select new { source.Device, sample }
        ).ToListAsync(stop);
        return
        [
            .. samples
                .GroupBy(s => s.Device)
                .Select(d => new SampleRows([d.Key], [.. d.Select(s => SampleRow.Of(s.sample))])),
        ];
    }

    private async Task<List<(string Measure, DailyRule Rule, int Month)>> SingleMonthsAsync(CancellationToken stop)
    {
        var starts = await (
            from sample in _rows.Of<Sample>()
            join source in _rows.Of<SampleSource>() on sample.SourceId equals source.Id
            select new
            {
                source.Measure,
                source.Rule,
                sample.Start,
            }
        ).ToListAsync(stop);
        return
        [
            .. starts.Select(s => (s.Measure, s.Rule, SampleRow.MonthOf(s.Start.ToUnixTimeMilliseconds()))).Distinct(),
        ];
    }

    private static Instant StartOf(int month) =>
        new LocalDate(month / 12, month % 12 + 1, 1).AtMidnight().InUtc().ToInstant();
}
