using System.Globalization;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing;

/// <summary>Takes what a format reads: facts, a device's readings, what is refused, what is passed over.</summary>
/// <param name="format">Id of the format: the source of the facts.</param>
/// <param name="days">To which day an hour of a diary belongs, and which zone the person lived in.</param>
/// <param name="today">The person's day: a later one has not come.</param>
/// <param name="measures">Says which values can be meant; null: any.</param>
internal sealed class ImportSink(string format, DayClock days, LocalDate today, MeasureList? measures = null)
{
    private static readonly Instant Earliest = Instant.FromUtc(1900, 1, 1, 0, 0);

    private readonly SampleBag _samples = new(id => measures?.Find(id)?.Daily ?? DailyRule.Sum);
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

    /// <summary>What devices measured.</summary>
    public SampleBag Samples => _samples;

    /// <summary>Readings by measure and device, in order of start; a copy, for a look at what is few.</summary>
    public IReadOnlyDictionary<(string Measure, string Device), List<Reading>> Streams =>
        _samples
            .Readings()
            .GroupBy(r => (r.Measure, r.Device))
            .ToDictionary(r => r.Key, r => r.Select(one => one.Reading).ToList());

    /// <summary>A fact that stands once however often it is told, such as the person's own measure a value is of.</summary>
    public void Introduce(Recorded fact)
    {
        if (_introduced.Add(fact.Id))
            Facts.Add(fact);
    }

    public void Refuse(long line, RefusalReason why, string value, string? column = null) =>
        Refused.Add(new RefusedRow(line, why, value, column));

    public void PassOver(string what, int times = 1) => PassedOver[what] = PassedOver.GetValueOrDefault(what) + times;

    /// <summary>A device's value of a stretch of time, or of a moment when it ends as it starts.</summary>
    /// <param name="measure">Id of a built-in measure.</param>
    /// <param name="device">The device or app, as the file names it.</param>
    /// <param name="value">In the UCUM unit of the measure.</param>
    /// <param name="line">Where it stands, for what is refused.</param>
    public void Add(string measure, string device, Instant start, Instant end, double value, long line)
    {
        if (WhyNot(start, end) is { } time)
            Refuse(line, time, $"{start} – {end}", measure);
        else if (WhyNot(measure, value) is { } why)
            Refuse(line, why, value.ToString(CultureInfo.InvariantCulture), measure);
        else
            _samples.Add(measure, device, new Reading(start, end, value));
    }

    /// <summary>A stretch of the night of which the device says what it was.</summary>
    public void AddSleep(string device, Instant start, Instant end, SleepStage stage, long line) =>
        Add(SampleBag.SleepStages, device, start, end, (int)stage, line);

    /// <summary>Why nothing can have been at this time; null when it can.</summary>
    public RefusalReason? WhyNot(Instant start, Instant end)
    {
        if (start < Earliest)
            return RefusalReason.Before1900;
        if (end >= _latest)
            return RefusalReason.DayToCome;
        return end < start ? RefusalReason.EndsBeforeItStarts : null;
    }

    /// <summary>Why this value of a built-in measure cannot be meant; null when it can.</summary>
    public RefusalReason? WhyNot(string measure, double value) =>
        !double.IsFinite(value) ? RefusalReason.NotANumber : measures?.Find(measure)?.Refuses(value);
}
