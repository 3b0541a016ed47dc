namespace Inomya.Journals;

/// <summary>Lays samples over each other: of the same stretch by the same device the last one stands.</summary>
/// <remarks>Nearly all come in order already and are then neither sorted nor looked up by a hash, which took most of the memory of an import.</remarks>
/// <param name="measure">Where a value is a stage of sleep, several may stand for one stretch: in bed, and asleep in it.</param>
internal sealed class SampleMerge(string measure) : IComparer<SampleRow>
{
    private readonly bool _isStage = measure == Nights.Stream;
    private readonly List<string> _devices = [];
    private readonly List<SampleRow> _rows = [];
    private bool _isOrdered = true;
    private int _next;

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

    public void Add(SampleRow row)
    {
        _isOrdered = _isOrdered && (_rows.Count == 0 || Compare(_rows[^1], row) < 0);
        _rows.Add(row);
    }

    public void Add(SampleRows rows)
    {
        var places = rows.Devices.Select(PlaceOf).ToArray();
        _rows.EnsureCapacity(_rows.Count + rows.Rows.Length);
        foreach (var row in rows.Rows)
            Add(row with { Device = places[row.Device] });
    }

    /// <summary>What stands for this stretch; null where nothing does. Fastest when asked in order.</summary>
    public double? Find(SampleRow row)
    {
        Order();
        var at = _next < _rows.Count && Compare(_rows[_next], row) == 0 ? _next : _rows.BinarySearch(row, this);
        if (at < 0)
            return null;
        _next = at + 1;
        return _rows[at].Value;
    }

    public SampleRows ToRows()
    {
        Order();
        return new SampleRows([.. _devices], [.. _rows]);
    }

    /// <summary>By what makes two samples one: stretch and device, and where they are stages the stage.</summary>
    public int Compare(SampleRow x, SampleRow y)
    {
        var byPlace = x.CompareTo(y);
        return byPlace != 0 || !_isStage ? byPlace : ((int)x.Value).CompareTo((int)y.Value);
    }

    private void Order()
    {
        if (_isOrdered)
            return;
        var ordered = _rows.Select((row, at) => (Row: row, At: at)).ToArray();
        // of one stretch the last that came stays behind the others
        Array.Sort(ordered, (a, b) => Compare(a.Row, b.Row) is not 0 and var apart ? apart : a.At.CompareTo(b.At));
        _rows.Clear();
        foreach (var (row, _) in ordered)
            if (_rows.Count > 0 && Compare(_rows[^1], row) == 0)
                _rows[^1] = row;
            else
                _rows.Add(row);
        (_isOrdered, _next) = (true, 0);
    }
}
