namespace Inomya.Journals;

/// <summary>Lays samples over each other: of the same stretch by the same device the last one stands.</summary>
/// <param name="measure">Where a value is a stage of sleep, several may stand for one stretch: in bed, and asleep in it.</param>
internal sealed class SampleMerge(string measure)
{
    private readonly bool _isStage = measure == Nights.Stream;
    private readonly List<string> _devices = [];
    private readonly Dictionary<Key, double> _values = [];

    private readonly record struct Key(long Start, long End, int Device, int Stage);

    /// <summary>The newer over the older ones.</summary>
    public static SampleMerge Of(string measure, IEnumerable<SampleRows> oldestFirst)
    {
        var merge = new SampleMerge(measure);
        foreach (var rows in oldestFirst)
            merge.Add(rows);
        return merge;
    }

    public int PlaceOf(string device)
    {
        var place = _devices.IndexOf(device);
        if (place >= 0)
            return place;
        _devices.Add(device);
        return _devices.Count - 1;
    }

    public void Add(SampleRow row) => _values[KeyOf(row)] = row.Value;

    public void Add(SampleRows rows)
    {
        var places = rows.Devices.Select(PlaceOf).ToArray();
        foreach (var row in rows.Rows)
            Add(row with { Device = places[row.Device] });
    }

    /// <summary>What stands for this stretch; null where nothing does.</summary>
    public double? Find(SampleRow row) => _values.TryGetValue(KeyOf(row), out var value) ? value : null;

    public SampleRows ToRows()
    {
        var rows = _values.Select(v => new SampleRow(v.Key.Start, v.Key.End, v.Key.Device, v.Value)).ToArray();
        Array.Sort(rows);
        return new SampleRows([.. _devices], rows);
    }

    private Key KeyOf(SampleRow row) => new(row.Start, row.End, row.Device, _isStage ? (int)row.Value : 0);
}
