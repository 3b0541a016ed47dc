namespace Inomya.Journals;

/// <summary>Goes along the months of one measure, each unpacked once, with what lies near in the months beside it.</summary>
internal sealed class SampleWindow(SampleTables tables, string measure)
{
    /// <summary>A night or a stretch that reaches over an edge is whole within this, in milliseconds.</summary>
    private const long Near = 36 * 3_600_000;

    private readonly Dictionary<int, SampleRows> _months = [];

    public string Measure => measure;

    /// <summary>The samples that the days of a month are derived from.</summary>
    public async Task<SampleRows> AroundAsync(int month, DayEdges edges, CancellationToken stop)
    {
        foreach (var gone in _months.Keys.Where(m => m < month - 1).ToList())
            _months.Remove(gone);
        var before = NearTo(await MonthAsync(month - 1, stop), edges);
        var after = NearTo(await MonthAsync(month + 1, stop), edges);
        return SampleMerge.Of(measure, [before, await MonthAsync(month, stop), after]).ToRows();
    }

    private static SampleRows NearTo(SampleRows rows, DayEdges edges) =>
        new(rows.Devices, [.. rows.Rows.Where(r => r.End >= edges.Start - Near && r.Start < edges.End + Near)]);

    private async Task<SampleRows> MonthAsync(int month, CancellationToken stop)
    {
        if (!_months.TryGetValue(month, out var rows))
            _months[month] = rows = (await tables.MergedAsync(measure, month, month, stop)).ToRows();
        return rows;
    }
}
