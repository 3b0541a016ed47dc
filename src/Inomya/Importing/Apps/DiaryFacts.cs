using System.Globalization;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing.Apps;

/// <summary>Turns what a diary says into facts: ratings, yes, amounts, words, notes, what was taken, sleep.</summary>
/// <remarks>
/// A fact is known again by where it stands: the format, its kind and name, the time as it is written, and which of
/// several at that time it is. A measure of the person's own comes in with its first value. Its name is theirs for a
/// rating; before any other stands what the diary calls it ("Tags: slept badly"), so that a rating and a yes of the same
/// name stay two measures.
/// </remarks>
internal sealed class DiaryFacts(ImportSink sink)
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    public ImportSink Sink => sink;
    public DiaryDays Days { get; } = new(sink.Days, sink.Today);

    /// <summary>How many facts, readings, refusals and things passed over there are: no row may leave none.</summary>
    public int Traces { get; private set; }

    public void Refuse(long line, RefusalReason why, string value, string? column = null)
    {
        Traces++;
        sink.Refuse(line, why, value, column);
    }

    public void PassOver(string what)
    {
        Traces++;
        sink.PassOver(what);
    }

    /// <summary>The day, and the hour where there is one, of a cell; what is none is refused.</summary>
    /// <param name="written">What tells facts of this row from others; the cell itself where nothing is given.</param>
    public bool IsDated(DiaryRow row, string column, out DiaryTime at, string? written = null) =>
        IsDated(row.Line, column, row[column], IsoTime.Parse(row[column]), out at, written);

    /// <param name="shown">What stands there.</param>
    /// <param name="time">What it was read as; null for what is no time.</param>
    /// <param name="written">What tells facts of this row from others; what stands there where nothing is given.</param>
    public bool IsDated(
        long line,
        string column,
        string shown,
        WrittenTime? time,
        out DiaryTime at,
        string? written = null
    )
    {
        (at, var why) = time is { } given ? Days.Of(given, written ?? shown, line) : (default, RefusalReason.NotADate);
        if (why is { } reason)
            Refuse(line, reason, shown, column);
        return why is null;
    }

    /// <summary>The number of a cell; what is none is refused, and an empty cell has none.</summary>
    public double? Number(DiaryRow row, string column, DecimalMarks marks)
    {
        if (row[column].Length == 0)
            return null;
        var (number, why) = marks.Read(row[column]);
        if (why is null)
            return number;
        Refuse(row.Line, why.Value, row[column], column);
        return null;
    }

    /// <summary>A step of a scale; it stays on that scale.</summary>
    public void Rate(DiaryTime at, string name, double value, Scale scale, Better better = Better.Lower)
    {
        if (!double.IsFinite(value) || !scale.Holds(value))
            Refuse(at.Line, RefusalReason.OffTheScale, Shown(value), name);
        else if (IsNamed(at, name))
            Add(
                EntryOf(at, "rating", name, OurNames.RatingOf(name) ?? OwnRating(name, scale, better)) with
                {
                    Value = value,
                    ScaleLow = scale.Low,
                    ScaleTop = scale.Top,
                    Unit = "{score}",
                }
            );
    }

    /// <summary>Yes, or a no that the person gave: a day of which nothing is said is neither.</summary>
    public void Answer(DiaryTime at, string kind, string name, bool isYes = true)
    {
        if (IsNamed(at, name))
            Add(
                EntryOf(at, kind, name, Own(kind, name, MeasureKind.YesNo, MeasureRole.Binary, "1", DailyRule.Max)) with
                {
                    Value = isYes ? 1 : 0,
                }
            );
    }

    /// <summary>An amount in a unit, as a measure of their own.</summary>
    /// <param name="role">What the analysis takes it for; <see cref="MeasureRole.None"/> for what is only kept.</param>
    public void Amount(
        DiaryTime at,
        string kind,
        string name,
        double value,
        string unit = "1",
        DailyRule daily = DailyRule.Mean,
        MeasureRole role = MeasureRole.Numeric
    )
    {
        if (!double.IsFinite(value))
            Refuse(at.Line, RefusalReason.NotANumber, Shown(value), name);
        else if (IsNamed(at, name))
            Add(
                EntryOf(at, kind, name, Own(kind, name, MeasureKind.Quantity, role, unit, daily)) with
                {
                    Value = value,
                    Unit = unit,
                }
            );
    }

    /// <summary>An amount of a measure that we have.</summary>
    /// <param name="name">As the diary calls it.</param>
    public void AmountOf(DiaryTime at, string measure, string name, double value, string unit)
    {
        if (sink.WhyNot(measure, value) is { } why)
            Refuse(at.Line, why, Shown(value), name);
        else
            Add(EntryOf(at, "amount", name, measure) with { Value = value, Unit = unit });
    }

    /// <summary>Words, kept but never analysed.</summary>
    public void Say(DiaryTime at, string kind, string name, string text)
    {
        if (text.Length > 0 && IsNamed(at, name))
            Add(
                EntryOf(at, kind, name, Own(kind, name, MeasureKind.Text, MeasureRole.None, "1", DailyRule.Last)) with
                {
                    Text = text,
                }
            );
    }

    /// <summary>What the person wrote about the day.</summary>
    /// <param name="of">What the note is about, where a day has several: a habit, a medicine.</param>
    public void Write(DiaryTime at, string text, string of = "")
    {
        if (text.Trim() is { Length: > 0 } words)
            Add(
                new Note
                {
                    Id = IdOf(at, "note", of),
                    Day = at.Day,
                    Text = words,
                    Source = sink.Format,
                }
            );
    }

    /// <summary>What was taken, or skipped by decision.</summary>
    public void Take(DiaryTime at, string medicine, Dose dose, IntakeStatus status = IntakeStatus.Taken)
    {
        if (!IsNamed(at, medicine))
            return;
        var treatment = TreatmentOf(medicine);
        sink.Introduce(treatment);
        Add(
            new Intake
            {
                Id = IdOf(at, "intake", medicine),
                TreatmentId = treatment.Id,
                Day = at.Day,
                At = at.At,
                Status = status,
                Amount = dose.Amount,
                AmountUnit = dose.Unit,
                AsWritten = dose.AsWritten,
                Source = sink.Format,
            }
        );
    }

    /// <summary>A stretch of the night.</summary>
    public void Sleep(string device, Instant start, Instant end, SleepStage stage, long line)
    {
        Traces++;
        sink.AddSleep(device, start, end, stage, line);
    }

    /// <summary>A reading of a measure that we have.</summary>
    public void Read(string measure, string device, Instant start, Instant end, double value, long line)
    {
        Traces++;
        sink.Add(measure, device, start, end, value, line);
    }

    private static string Shown(double value) => value.ToString(CultureInfo.InvariantCulture);

    private bool IsNamed(DiaryTime at, string name)
    {
        if (name.Trim().Length > 0)
            return true;
        Refuse(at.Line, RefusalReason.NoName, name);
        return false;
    }

    private void Add(Recorded fact)
    {
        Traces++;
        sink.Facts.Add(fact);
    }

    private Entry EntryOf(DiaryTime at, string kind, string name, string measure) =>
        new()
        {
            Id = IdOf(at, kind, name),
            Measure = measure,
            Day = at.Day,
            At = at.At,
            Zone = at.Zone,
            Source = sink.Format,
        };

    private Guid IdOf(DiaryTime at, string kind, string name)
    {
        var place = $"{kind}\n{OurNames.Plain(name)}\n{at.Written}";
        var nth = _seen[place] = _seen.GetValueOrDefault(place) + 1;
        return Recorded.ImportId(sink.Format, kind, OurNames.Plain(name), at.Written, $"{nth}");
    }

    private string OwnRating(string name, Scale scale, Better better) =>
        Introduced(
            new OwnMeasure
            {
                Measure = MappedCsv.OwnId(name),
                Name = name.Trim(),
                Kind = MeasureKind.Scale,
                Role = better == Better.Neither ? MeasureRole.Ordinal : MeasureRole.Symptom,
                Better = better,
                ScaleLow = scale.Low,
                ScaleTop = scale.Top,
                Unit = "{score}",
            }
        );

    private string Own(string kind, string name, MeasureKind measured, MeasureRole role, string unit, DailyRule daily)
    {
        var full = kind == name ? name : $"{kind}: {name.Trim()}";
        return Introduced(
            new OwnMeasure
            {
                Measure = MappedCsv.OwnId(full),
                Name = full,
                Kind = measured,
                Role = role,
                Unit = unit,
                Daily = daily,
            }
        );
    }

    private string Introduced(OwnMeasure measure)
    {
        sink.Introduce(measure with { Id = Recorded.ImportId("own-measure", measure.Measure) });
        return measure.Measure;
    }

    private Treatment TreatmentOf(string medicine) =>
        new()
        {
            Id = Recorded.ImportId(sink.Format, "treatment", OurNames.Plain(medicine)),
            Name = medicine.Trim(),
            Kind = TreatmentKind.Medicine,
        };
}
