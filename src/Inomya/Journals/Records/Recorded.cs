using System.Security.Cryptography;
using System.Text;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Journals;

/// <summary>One version of one recorded fact. Nothing recorded is ever overwritten.</summary>
/// <remarks>
/// A correction is a new version with the same <see cref="Id"/>; the version before it keeps its row and names the
/// change that took it out. So each fact can be shown as it was at any time, and any change can be undone.
/// </remarks>
public abstract record Recorded
{
    /// <summary>The person whose fact this is; set by the journal.</summary>
    public Guid PersonId { get; internal init; }

    /// <summary>
    /// The fact, the same in all its versions; for an imported one the same in every import of it (<see
    /// cref="ImportId"/>).
    /// </summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The change that wrote this version; set by the journal.</summary>
    public Guid ChangeId { get; internal init; }

    /// <summary>The change that took this version out; null for the current one.</summary>
    public Guid? VoidedById { get; internal init; }

    /// <summary>
    /// The id of an imported fact: made from where it stands, so that the same fact in a later file is known again.
    /// </summary>
    /// <remarks>
    /// Also of what can be there only once, such as the answer to a question of a day: so it is, also when two devices
    /// send one at the same moment.
    /// </remarks>
    /// <param name="format">Name of the import format or of the form.</param>
    /// <param name="place">
    /// What makes it one fact there, such as the column and the day; never the value itself.
    /// </param>
    public static Guid ImportId(string format, params ReadOnlySpan<string> place)
    {
        var name = $"{format}\n{string.Join('\n', place)}";
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16), bigEndian: true);
    }
}

/// <summary>One value of one measure, as it was given.</summary>
public sealed record Entry : Recorded
{
    /// <summary>Id of a built-in measure or of an <see cref="OwnMeasure"/>.</summary>
    public required string Measure { get; init; }

    /// <summary>
    /// In <see cref="Unit"/>; on <see cref="Scale"/> when it is a rating; null only where <see cref="Text"/> is given.
    /// </summary>
    public double? Value { get; init; }

    public string? Text { get; init; }

    /// <summary>Lowest step of the scale it was rated on; null when it is no rating.</summary>
    public double? ScaleLow { get; init; }

    /// <summary>Highest step of the scale it was rated on; null when it is no rating.</summary>
    public double? ScaleTop { get; init; }

    /// <summary>UCUM unit of <see cref="Value"/>.</summary>
    public string Unit { get; init; } = "1";

    /// <summary>The person's local day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>When it was, where that is known.</summary>
    public Instant? At { get; init; }

    /// <summary>IANA zone or UTC offset in which <see cref="At"/> was written, where known.</summary>
    public string? Zone { get; init; }

    /// <summary>Id of a <see cref="BodyRegion"/>, for what is rated by region.</summary>
    public string? Region { get; init; }

    /// <summary>Where it came from: "checkin" or the name of an import format.</summary>
    public required string Source { get; init; }

    public Scale? Scale => ScaleLow is { } low && ScaleTop is { } top ? new Scale(low, top) : null;
}

/// <summary>What the person wrote about a day.</summary>
public sealed record Note : Recorded
{
    public required LocalDate Day { get; init; }
    public required string Text { get; init; }
    public required string Source { get; init; }
}

/// <summary>A measure that the person added.</summary>
public sealed record OwnMeasure : Recorded
{
    /// <summary>The id its entries carry; starts with "own_".</summary>
    public required string Measure { get; init; }
    public required string Name { get; init; }
    public required MeasureKind Kind { get; init; }
    public Better Better { get; init; }
    public string Unit { get; init; } = "1";
    public double? ScaleLow { get; init; }
    public double? ScaleTop { get; init; }
    public DailyRule Daily { get; init; }
    public MeasureRole Role { get; init; }

    /// <summary>Asked in the check-in.</summary>
    public bool Asked { get; init; }

    public Measure ToMeasure() =>
        new()
        {
            Id = Measure,
            OwnName = Name,
            Kind = Kind,
            Better = Better,
            Unit = Unit,
            Daily = Daily,
            Role = Role,
            Scale = ScaleLow is { } low && ScaleTop is { } top ? new Scale(low, top) : null,
            Ask = Asked ? "own" : null,
        };
}

public enum TreatmentKind
{
    Medicine,
    Supplement,
    Therapy,
    Exercise,
    Device,
    Diet,
    Programme,
}

/// <summary>Something the person takes or does against the condition.</summary>
public sealed record Treatment : Recorded
{
    public required string Name { get; init; }
    public TreatmentKind Kind { get; init; }

    /// <summary>What it is taken for, in the person's words.</summary>
    public string? Purpose { get; init; }
}

/// <summary>A stretch of days on which a treatment was meant to be taken in one way.</summary>
public sealed record Course : Recorded
{
    /// <summary>Id of the <see cref="Treatment"/>.</summary>
    public required Guid TreatmentId { get; init; }
    public required LocalDate Start { get; init; }

    /// <summary>The last day; null while it goes on.</summary>
    public LocalDate? End { get; init; }

    /// <summary>How much and when.</summary>
    public DoseSchedule Schedule { get; init; } = new();

    /// <summary>Taken when it is needed, not by plan.</summary>
    public bool AsNeeded => Schedule.AsNeeded;

    /// <summary>Dose form, such as "tablet": last part of the locale key dose-form.FORM; null when not told.</summary>
    public string? Form { get; init; }

    /// <summary>
    /// How it is taken: last part of the locale key dose-route.ROUTE, such as "oral"; null when not told.
    /// </summary>
    public string? Route { get; init; }

    /// <summary>Why it ended, in the person's words.</summary>
    public string? StopReason { get; init; }

    public bool Covers(LocalDate day) => Start <= day && (End is null || day <= End);

    /// <summary>
    /// How many doses are planned on a day: 0 outside the course, on a day between, in a pause, and for what is taken
    /// as needed.
    /// </summary>
    /// <remarks>
    /// With no times told and a broken number a day, such as 0.3, the doses are spread so that their number stays right
    /// over weeks.
    /// </remarks>
    public int CountOn(LocalDate day)
    {
        if (AsNeeded || !Covers(day) || Schedule.DoseOn(day) is 0)
            return 0;
        var since = Period.DaysBetween(Start, day);
        if (
            since % Schedule.EveryDays != 0
            || (Schedule.Weekdays.Count > 0 && !Schedule.Weekdays.Contains(day.DayOfWeek))
        )
            return 0;
        if (Schedule.Times.Count > 0)
            return Schedule.Times.Count;
        var rate = Schedule.TimesPerDay ?? 1;
        return Schedule.HasFixedDays
            ? Math.Max(1, (int)Math.Round(rate))
            : Before(since + 1, rate) - Before(since, rate);
    }

    private static int Before(int days, double rate) => (int)Math.Ceiling((days * rate) - 1e-9);
}

public enum IntakeStatus
{
    Taken,
    Late,
    Skipped,
    Extra,
}

/// <summary>What was really taken on a day.</summary>
public sealed record Intake : Recorded
{
    public required Guid TreatmentId { get; init; }
    public Guid? CourseId { get; init; }
    public required LocalDate Day { get; init; }
    public Instant? At { get; init; }

    /// <summary>
    /// Which of the day's planned doses, from 1; null for the whole day, or for one that was not planned.
    /// </summary>
    public int? Slot { get; init; }
    public IntakeStatus Status { get; init; }

    /// <summary>How much, in <see cref="AmountUnit"/>; null means as planned or not known.</summary>
    public double? Amount { get; init; }
    public string? AmountUnit { get; init; }

    /// <summary>The amount as it was written where it came from, when it is more than a number and a unit.</summary>
    public string? AsWritten { get; init; }
    public required string Source { get; init; }
}

/// <summary>Something unwanted that the person puts down to a treatment.</summary>
public sealed record SideEffect : Recorded
{
    public required Guid TreatmentId { get; init; }
    public required LocalDate Day { get; init; }
    public required string Text { get; init; }

    /// <summary>0 to 10; null when not rated.</summary>
    public double? Severity { get; init; }
}

/// <summary>A flare as the person saw it.</summary>
public sealed record Flare : Recorded
{
    public required LocalDate Start { get; init; }

    /// <summary>The last day; null while it goes on.</summary>
    public LocalDate? End { get; init; }

    /// <summary>How bad at its worst, 0 to 10; null when not rated.</summary>
    public double? Worst { get; init; }

    /// <summary>What came before it, in the person's words.</summary>
    public string? Before { get; init; }

    public bool Covers(LocalDate day) => Start <= day && (End is null || day <= End);
}
