using NodaTime;

namespace Inomya.Journals;

/// <summary>Adds up what devices counted, each second once.</summary>
/// <remarks>
/// Of two that counted the same seconds the one worn closer is believed (<see cref="DeviceRank"/>), the other gives the part of its
/// stretch that the first did not cover. Of the same device the longer stretch stands: an app that writes a growing stretch again, or an
/// hour beside its day, has counted once. A stretch across midnight is divided by time. A count of a moment is whole, unless another
/// device that is believed covered the moment.
/// </remarks>
internal sealed class CoveredSums(string measure, SampleRows rows, DayEdges edges)
{
    private readonly int[] _rank = [.. rows.Devices.Select(DeviceRank.Of)];
    private readonly Dictionary<(LocalDate Day, int Device), (double Sum, int Samples)> _sums = [];

    public IEnumerable<DeviceDay> Days()
    {
        var stretches = rows.Rows.Where(r => r.Length > 0).ToList();
        var pieces = Sweep.Pieces(stretches, edges.Starts, ByBelief);
        foreach (var piece in pieces)
            Give(piece.Row, piece.From, piece.Row.Value * (piece.Length / (double)piece.Row.Length));
        foreach (var moment in rows.Rows.Where(r => r.Length == 0 && !IsCovered(r, pieces)))
            Give(moment, moment.Start, moment.Value);
        return _sums.GroupBy(s => s.Key.Day).Select(DayOf);
    }

    private DeviceDay DayOf(
        IGrouping<LocalDate, KeyValuePair<(LocalDate Day, int Device), (double Sum, int Samples)>> day
    )
    {
        var most = day.MaxBy(s => s.Value.Sum).Key.Device;
        return new(measure, rows.Devices[most], day.Key, day.Sum(s => s.Value.Sum), day.Sum(s => s.Value.Samples));
    }

    private int ByBelief(SampleRow a, SampleRow b)
    {
        var byRank = _rank[a.Device].CompareTo(_rank[b.Device]);
        if (byRank != 0)
            return byRank;
        var byLength = b.Length.CompareTo(a.Length);
        return byLength != 0 ? byLength : a.CompareTo(b);
    }

    private void Give(SampleRow row, long at, double value)
    {
        if (edges.DayOf(at) is not { } day)
            return;
        var (sum, samples) = _sums.GetValueOrDefault((day, row.Device));
        _sums[(day, row.Device)] = (sum + value, samples + 1);
    }

    private bool IsCovered(SampleRow moment, List<Piece> pieces) =>
        Sweep.At(moment.Start, pieces) is { } piece
        && piece.Row.Device != moment.Device
        && _rank[piece.Row.Device] <= _rank[moment.Device];
}
