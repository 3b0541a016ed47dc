using Inomya.Vocabulary;

namespace Inomya.Journals;

/// <summary>What readings bring beside those that are there already: only the new and the changed ones are written.</summary>
internal sealed class SampleImport(SampleTables tables)
{
    public List<SampleBlock> Blocks { get; } = [];
    public long Added { get; private set; }
    public long Same { get; private set; }
    public long Changed { get; private set; }

    public async Task TakeAsync(SampleBag bag, CancellationToken stop)
    {
        foreach (var key in bag.Months)
        {
            stop.ThrowIfCancellationRequested();
            await TakeMonthAsync(key.Measure, bag.RuleOf(key.Measure), key.Month, bag.RowsOf(key), stop);
        }
        // also what stood in the file more than once
        Same = bag.Count - Added - Changed;
    }

    private async Task TakeMonthAsync(
        string measure,
        DailyRule rule,
        int month,
        SampleRows brought,
        CancellationToken stop
    )
    {
        var there = await tables.MergedAsync(measure, month, month, stop);
        var fresh = NewsIn(brought, there);
        if (fresh.Length > 0)
            Blocks.Add(BlockOf(measure, rule, month, new SampleRows(brought.Devices, fresh)));
    }

    private SampleRow[] NewsIn(SampleRows brought, SampleMerge there)
    {
        var places = brought.Devices.Select(there.PlaceOf).ToArray();
        return [.. brought.Rows.Where(row => IsNews(there.Find(row with { Device = places[row.Device] }), row))];
    }

    private bool IsNews(double? there, SampleRow row)
    {
        if (there == row.Value)
            return false;
        if (there is null)
            Added++;
        else
            Changed++;
        return true;
    }

    private static SampleBlock BlockOf(string measure, DailyRule rule, int month, SampleRows rows) =>
        new()
        {
            Measure = measure,
            Month = month,
            Rule = rule,
            Samples = rows.Rows.Length,
            Data = SampleCode.Encode(rows),
        };
}
