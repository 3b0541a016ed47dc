using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing;

/// <summary>Takes what a format reads: facts, a device's readings, what is refused, what is passed over.</summary>
/// <param name="format">Id of the format: the source of the facts.</param>
/// <param name="days">To which day an hour of a diary belongs, and which zone the person lived in.</param>
/// <param name="today">The person's day: a later one has not come.</param>
internal sealed class ImportSink(string format, DayClock days, LocalDate today)
{
    /// <summary>The stream of stages of sleep, from which hours asleep, in bed and of naps are derived.</summary>
    public const string SleepStages = "sleep_stages";

    private static readonly Instant Earliest = Instant.FromUtc(1900, 1, 1, 0, 0);

    private readonly Dictionary<(string Measure, string Device), List<Reading>> _streams = [];
    private readonly HashSet<Guid> _introduced = [];

    /// <summary>The first instant of the day after tomorrow: a clock may be wrong by a zone, not by more.</summary>
    private readonly Instant _latest = days.StartOf(today.PlusDays(2));

    public string Format => format;
    public DayClock Days => days;
    public LocalDate Today => today;

    /// <summary>
    /// What words of a diary stand for, such as a name someone gave a mood; capitals do not matter. What is not here is
    /// read as the app ships it.
    /// </summary>
    public IReadOnlyDictionary<string, double> Words { get; init; } = new Dictionary<string, double>();

    /// <summary>Data rows or records read, whatever came of them.</summary>
    public int Rows { get; set; }

    public List<Recorded> Facts { get; } = [];
    public List<RefusedRow> Refused { get; } = [];

    /// <summary>What the file holds that has no place here, by what it calls it, with how often.</summary>
    public SortedDictionary<string, int> PassedOver { get; } = new(StringComparer.Ordinal);

    /// <summary>Readings by measure and device, in the order they were read.</summary>
    public IReadOnlyDictionary<(string Measure, string Device), List<Reading>> Streams => _streams;

    /// <summary>A fact that stands once however often it is told, such as the person's own measure a value is of.</summary>
    public void Introduce(Recorded fact)
    {
        if (_introduced.Add(fact.Id))
            Facts.Add(fact);
    }

    public void Refuse(long line, RefusalReason why, string value, string? column = null) =>
        Refused.Add(new RefusedRow(line, why, value, column));

    public void PassOver(string what) => PassedOver[what] = PassedOver.GetValueOrDefault(what) + 1;

    /// <summary>A device's value of a stretch of time, or of a moment when it ends as it starts.</summary>
    /// <param name="measure">Id of a built-in measure.</param>
    /// <param name="device">The device or app, as the file names it.</param>
    /// <param name="value">In the UCUM unit of the measure.</param>
    /// <param name="line">Where it stands, for what is refused.</param>
    public void Add(string measure, string device, Instant start, Instant end, double value, long line)
    {
        if (WhyNot(start, end, value) is { } why)
            Refuse(line, why.Why, why.Value, measure);
        else
            StreamOf(measure, device).Add(new Reading(start, end, value));
    }

    /// <summary>A stretch of the night of which the device says what it was.</summary>
    public void AddSleep(string device, Instant start, Instant end, SleepStage stage, long line) =>
        Add(SleepStages, device, start, end, (int)stage, line);

    private List<Reading> StreamOf(string measure, string device)
    {
        var key = (measure, device);
        if (!_streams.TryGetValue(key, out var stream))
            _streams[key] = stream = [];
        return stream;
    }

    private (RefusalReason Why, string Value)? WhyNot(Instant start, Instant end, double value)
    {
        if (!double.IsFinite(value))
            return (RefusalReason.NotANumber, value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (start < Earliest)
            return (RefusalReason.Before1900, start.ToString());
        if (end >= _latest)
            return (RefusalReason.DayToCome, end.ToString());
        return end < start ? (RefusalReason.EndsBeforeItStarts, $"{start} – {end}") : null;
    }
}
