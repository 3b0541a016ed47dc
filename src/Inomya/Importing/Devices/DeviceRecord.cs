using System.Globalization;
using System.Text;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing.Devices;

/// <summary>
/// One record of a device's file, whatever the file is: its fields by name, and what becomes of them. Of each record
/// something is said: it is kept, refused or passed over by name.
/// </summary>
/// <param name="maker">Stands for the device where the file does not name it.</param>
internal abstract class DeviceRecord(ImportSink into, string maker)
{
    private static readonly Duration LongestNap = Duration.FromHours(3);
    private static readonly (LocalTime From, LocalTime To) DayTime = (new LocalTime(10, 0), new LocalTime(20, 0));

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private int _told;

    public string Maker { get; set; } = maker;
    public DayClock Days => into.Days;
    protected long Line { get; private set; }

    /// <summary>What the file is called, without folders.</summary>
    public string FileName { get; init; } = "";

    /// <summary>The hours of this file are on the person's wall clock, which only the whole of it shows.</summary>
    public bool IsLocal { get; set; }

    /// <summary>The names of the fields of this record.</summary>
    protected abstract IEnumerable<string> Fields { get; }

    /// <summary>What the file calls a field, where we call it otherwise.</summary>
    protected virtual string Called(string field) => field;

    /// <summary>Was a field asked for whose name begins so?</summary>
    protected bool IsAsked(string beginning) => _asked.Any(a => a.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>What stands in a field; empty where nothing stands there, null where there is no such field.</summary>
    protected abstract string? Find(string field);

    public void Begin(long line)
    {
        (Line, _told) = (line, 0);
        _asked.Clear();
        into.Rows++;
    }

    /// <summary>Names what the record holds beside what was read.</summary>
    /// <param name="kind">What the record is called if nothing was said of it.</param>
    /// <param name="plumbing">Fields that are about the record and hold no value.</param>
    public void End(string kind, IReadOnlySet<string> plumbing)
    {
        foreach (var field in Fields)
            if (!_asked.Contains(field) && !plumbing.Contains(field) && IsGiven(Find(field)))
                PassOver(field);
        if (_told == 0)
            PassOver(kind);
    }

    public void PassOver(string what)
    {
        _told++;
        into.PassOver(Called(what));
    }

    public void Refuse(RefusalReason why, string value, string? field = null)
    {
        _told++;
        into.Refuse(Line, why, value, field is null ? null : Called(field));
    }

    /// <summary>Does what is inside a record, of which something is said too.</summary>
    protected void Within(string kind, Action read)
    {
        var before = _told;
        read();
        if (_told == before)
            PassOver(kind);
    }

    public string? Text(string field)
    {
        _asked.Add(field);
        return Find(field)?.Trim();
    }

    /// <summary>The record is passed over as one: its fields are not named.</summary>
    public void PassOverWhole(string what)
    {
        _asked.UnionWith(Fields);
        PassOver(what);
    }

    public bool Has(string field) => Find(field) is not null;

    /// <summary>The name of the device or app that a field gives; else the maker.</summary>
    public string Device(string field) =>
        Text(field)?.Normalize(NormalizationForm.FormKC).Trim() is { Length: > 0 } name ? name : Maker;

    /// <summary>A number; null where it was not recorded or is none, which has been said then.</summary>
    public double? Number(string field)
    {
        var text = Text(field);
        if (text is null)
            return null;
        if (
            !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || !double.IsFinite(number)
        )
            return NotANumber(field, text);
        if (number is -1 or double.Epsilon)
        {
            PassOver(field);
            return null;
        }
        return number;
    }

    private double? NotANumber(string field, string text)
    {
        if (text.Length == 0)
            PassOver(field);
        else
            Refuse(RefusalReason.NotANumber, text, field);
        return null;
    }

    /// <summary>A moment; one without a zone is on the person's wall clock.</summary>
    public Instant? Moment(string field) =>
        Time(field, text => DeviceTimes.Parse(text) is { } time ? InstantOf(time.Wall, time.Offset) : null);

    /// <summary>A moment; one without a zone is of UTC.</summary>
    public Instant? MomentUtc(string field) =>
        Time(field, text =>
            DeviceTimes.Parse(text) is { } time ? time.Wall.WithOffset(time.Offset ?? Offset.Zero).ToInstant() : null
        );

    /// <summary>A moment on the wall clock of a zone that stands in another field.</summary>
    public Instant? MomentIn(string field, string zoneField) =>
        Time(field, text =>
            DeviceTimes.Parse(text) is { } time
                ? InstantOf(time.Wall, time.Offset ?? DeviceTimes.OffsetOf(Text(zoneField) ?? "?"))
                : null
        );

    /// <summary>A moment as a count since 1970.</summary>
    public Instant? SinceEpoch(string field, double perSecond) =>
        Time(field, text => DeviceTimes.SinceEpoch(text, perSecond));

    /// <summary>How long something was; what is longer than a week is no time that a device measures at once.</summary>
    public Duration? Length(string field, string unit)
    {
        if (Number(field) is not { } number)
            return null;
        if (DeviceUnits.Convert(number, unit, "h") is >= 0 and <= NodaConstants.HoursPerWeek and var hours)
            return Duration.FromMilliseconds(Math.Round(hours * NodaConstants.MillisecondsPerHour));
        Refuse(RefusalReason.NotPlausible, Text(field)!, field);
        return null;
    }

    /// <summary>A day of the calendar, whatever hour and zone are written behind it.</summary>
    public LocalDate? Day(string field)
    {
        var text = Text(field) ?? "";
        if ((DeviceTimes.DateOf(text) ?? DeviceTimes.Parse(text)?.Wall.Date) is { } day)
            return day;
        Refuse(RefusalReason.NotADate, text, field);
        return null;
    }

    /// <summary>From midnight to midnight where the person lived.</summary>
    public Stretch? WholeDay(string field) => Day(field) is { } day ? WholeDay(day) : null;

    public Stretch WholeDay(LocalDate day) =>
        new(Days.At(day.AtMidnight()).ToInstant(), Days.At(day.PlusDays(1).AtMidnight()).ToInstant());

    private Instant? Time(string field, Func<string, Instant?> read)
    {
        var text = Text(field) ?? "";
        if (read(text) is { } moment)
            return moment;
        Refuse(RefusalReason.NotADate, text, field);
        return null;
    }

    private Instant InstantOf(LocalDateTime wall, Offset? offset) =>
        offset is { } zone ? wall.WithOffset(zone).ToInstant() : Days.At(wall).ToInstant();

    /// <summary>Keeps the number of a field; where its time could not be read, that has been said.</summary>
    /// <param name="unit">As the file has it; empty where it is that of the measure.</param>
    public void Keep(Measured measure, string field, Stretch? when, string unit = "", string? device = null)
    {
        if (Number(field) is { } number && when is { } stretch)
            Keep(measure, field, stretch, number, unit, device);
    }

    /// <summary>Keeps several of one time, each in the unit of its measure.</summary>
    public void Keep(Stretch? when, params ReadOnlySpan<(Measured Measure, string Field)> values)
    {
        foreach (var (measure, field) in values)
            Keep(measure, field, when);
    }

    /// <param name="what">What the file calls it.</param>
    public void Keep(
        Measured measure,
        string what,
        Stretch when,
        double number,
        string unit = "",
        string? device = null
    )
    {
        if (DeviceUnits.Convert(number, unit, measure.Unit) is not { } value)
            PassOver($"{what} ({unit})");
        else if (measure.IsNone(value))
            PassOver(what);
        else if (value < 0)
            Refuse(RefusalReason.NotPlausible, number.ToString(CultureInfo.InvariantCulture), what);
        else
        {
            _told++;
            into.Add(measure.Id, device ?? Maker, when.Start, when.End, value, Line);
        }
    }

    public void KeepSleep(Stretch? when, SleepStage stage, string? device = null)
    {
        if (when is not { } stretch)
            return;
        _told++;
        into.AddSleep(device ?? Maker, stretch.Start, stretch.End, stage, Line);
    }

    /// <summary>The stage that a field names; one that is none of these is passed over with what it is called.</summary>
    public void KeepSleep(
        Stretch? when,
        string field,
        IReadOnlyDictionary<string, SleepStage> stages,
        string? device = null
    )
    {
        var written = Text(field) ?? "";
        if (stages.TryGetValue(written, out var stage))
            KeepSleep(when, stage, device);
        else
            PassOver($"{field} {written}");
    }

    /// <summary>A fact of a day, and what has to be there before it.</summary>
    public void KeepFact(Recorded fact, LocalDate day, Recorded before)
    {
        if (day > into.Today)
        {
            Refuse(RefusalReason.DayToCome, $"{day:uuuu-MM-dd}");
            return;
        }
        _told++;
        into.Introduce(before);
        into.Facts.Add(fact);
    }

    /// <summary>A night of which only sums are given: each a value from the first moment to the last.</summary>
    /// <param name="nap">What the file says; null to tell by its length and hour.</param>
    public void KeepNight(Stretch? when, NightFields fields, bool? nap = null, string? device = null)
    {
        if (when is not { } night)
            return;
        if (nap ?? IsNap(night))
            KeepSum(Measured.SleepNap, fields, night, device);
        else
            KeepParts(night, fields, device);
    }

    private void KeepParts(Stretch night, NightFields fields, string? device)
    {
        KeepSum(Measured.SleepHours, fields, night, device);
        foreach (var (measure, field) in PartsOf(fields))
            if (field is not null)
                Keep(measure, field, night, fields.Unit, device);
        if (fields.InBed is { } inBed)
            Keep(Measured.SleepInBed, inBed, night, fields.Unit, device);
        else
            Keep(Measured.SleepInBed, "in bed", night, (night.End - night.Start).TotalHours, "h", device);
    }

    private static IEnumerable<(Measured Measure, string? Field)> PartsOf(NightFields fields) =>
        [
            (Measured.SleepLight, fields.Light),
            (Measured.SleepDeep, fields.Deep),
            (Measured.SleepRem, fields.Rem),
            (Measured.SleepAwake, fields.Awake),
        ];

    private void KeepSum(Measured measure, NightFields fields, Stretch night, string? device)
    {
        if (fields.Asleep is { } asleep)
            Keep(measure, asleep, night, fields.Unit, device);
        else if (Sum(fields.Light, fields.Deep, fields.Rem) is { } sum)
            Keep(measure, "asleep", night, sum, fields.Unit, device);
    }

    /// <summary>Of those that are given; null where none is. It says nothing of them: each is kept or refused by itself.</summary>
    private double? Sum(params ReadOnlySpan<string?> fields)
    {
        double? sum = null;
        foreach (var field in fields)
            if (
                field is not null
                && double.TryParse(Text(field), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && number >= 0
            )
                sum = (sum ?? 0) + number;
        return sum;
    }

    /// <summary>Short and by day where the person lived.</summary>
    private bool IsNap(Stretch block)
    {
        var start = block.Start.InZone(Days.ZoneAt(block.Start)).TimeOfDay;
        return block.End - block.Start < LongestNap && start >= DayTime.From && start < DayTime.To;
    }

    private static bool IsGiven(string? text) => text?.Trim() is not (null or "" or "-1" or "[]" or "{}");
}
