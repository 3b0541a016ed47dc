using System.IO.Compression;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Journals;

/// <summary>Gathers samples while a file is read: of many millions, only the newest few are not yet packed.</summary>
/// <param name="ruleOf">How the samples of a measure become a value a day.</param>
public sealed class SampleBag(Func<string, DailyRule> ruleOf)
{
    /// <summary>The stream of stages of sleep, from which hours asleep, in bed and of naps are derived.</summary>
    public const string SleepStages = Nights.Stream;

    /// <summary>So many are held unpacked, in all.</summary>
    private const int MostUnpacked = 100_000;

    /// <summary>Fewer than these of a month are not worth a packet.</summary>
    private const int Packet = 500;

    private readonly Dictionary<(string Measure, int Month), Month> _months = [];
    private readonly Dictionary<string, int> _places = [];
    private readonly List<string> _devices = [];
    private (string Measure, Month Month) _last = ("", new Month(0));
    private (string Name, int Place) _lastDevice = ("", -1);
    private long _from = long.MaxValue;
    private long _until = long.MinValue;
    private int _unpacked;
    private int _packAt = MostUnpacked;

    /// <summary>How many were added.</summary>
    public long Count { get; private set; }

    /// <summary>The earliest start; null where there is none.</summary>
    public Instant? From => Count == 0 ? null : Instant.FromUnixTimeMilliseconds(_from);

    /// <summary>The last moment that is in one; null where there is none.</summary>
    public Instant? Last => Count == 0 ? null : Instant.FromUnixTimeMilliseconds(_until);

    internal IEnumerable<(string Measure, int Month)> Months => _months.Keys.OrderBy(k => k.Month);

    /// <param name="measure">Id of a measure, or <see cref="SleepStages"/>.</param>
    /// <param name="device">As its file names it.</param>
    /// <param name="reading">Ends at or after its start; its value is finite.</param>
    public void Add(string measure, string device, Reading reading)
    {
        var row = SampleRow.Of(reading) with { Device = PlaceOf(device) };
        MonthOf(measure, row.Start).Rows.Add(row);
        Count++;
        (_from, _until) = (Math.Min(_from, row.Start), Math.Max(_until, row.Last));
        if (++_unpacked >= _packAt)
            Pack();
    }

    /// <summary>All of another bag too.</summary>
    public void Add(SampleBag other)
    {
        foreach (var (measure, device, reading) in other.Readings())
            Add(measure, device, reading);
    }

    /// <summary>Everything in it, month by month.</summary>
    public IEnumerable<(string Measure, string Device, Reading Reading)> Readings() =>
        from key in Months
        let month = RowsOf(key)
        from row in month.Rows
        select (key.Measure, month.Devices[row.Device], row.ToReading());

    internal DailyRule RuleOf(string measure) => ruleOf(measure);

    /// <summary>The samples of a month, the later ones over the earlier.</summary>
    internal SampleRows RowsOf((string Measure, int Month) key)
    {
        var month = _months[key];
        var packets = month.Packets.Select(SampleCode.Decode);
        return SampleMerge.Of(key.Measure, [.. packets, new SampleRows(_devices, [.. month.Rows])]).ToRows();
    }

    private int PlaceOf(string device)
    {
        if (ReferenceEquals(device, _lastDevice.Name))
            return _lastDevice.Place;
        if (!_places.TryGetValue(device, out var place))
        {
            _devices.Add(device);
            _places[device] = place = _devices.Count - 1;
        }
        _lastDevice = (device, place);
        return place;
    }

    /// <summary>Mostly the one before: files tell of one measure after the other.</summary>
    private Month MonthOf(string measure, long start)
    {
        if (ReferenceEquals(measure, _last.Measure) && start >= _last.Month.Start && start < _last.Month.End)
            return _last.Month;
        var number = SampleRow.MonthOf(start);
        if (!_months.TryGetValue((measure, number), out var found))
            _months[(measure, number)] = found = new Month(number);
        _last = (measure, found);
        return found;
    }

    private void Pack()
    {
        foreach (var month in _months.Values.Where(m => m.Rows.Count >= Packet))
        {
            month.Packets.Add(SampleCode.Encode(new SampleRows(_devices, [.. month.Rows]), CompressionLevel.Fastest));
            month.Rows = [];
        }
        _unpacked = _months.Values.Sum(m => m.Rows.Count);
        // where all months are small, nothing was packed, and looking at them again at once would not help
        _packAt = _unpacked + MostUnpacked;
    }

    private sealed class Month(int number)
    {
        /// <summary>The first moment of it, in UTC, and the first after it: milliseconds since 1970.</summary>
        public long Start { get; } = SampleRow.StartOf(number);
        public long End { get; } = SampleRow.StartOf(number + 1);

        public List<byte[]> Packets { get; } = [];
        public List<SampleRow> Rows { get; set; } = [];
    }
}
