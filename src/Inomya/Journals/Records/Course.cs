using NodaTime;

namespace Inomya.Journals;

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
    /// as needed, gone through or done in sessions.
    /// </summary>
    /// <remarks>
    /// With no times told and a broken number a day, such as 0.3, the doses are spread so that their number stays right
    /// over weeks.
    /// </remarks>
    public int CountOn(LocalDate day)
    {
        if (AsNeeded || !Schedule.HasDoses || !Covers(day) || Schedule.DoseOn(day) is 0)
            return 0;
        var since = Period.DaysBetween(Start, day);
        if (since % Schedule.EveryDays != 0 || !IsOnItsWeekday(day))
            return 0;
        if (Schedule.Times.Count > 0)
            return Schedule.Times.Count;
        var rate = Schedule.TimesPerDay ?? 1;
        return Schedule.HasFixedDays
            ? Math.Max(1, (int)Math.Round(rate))
            : Before(since + 1, rate) - Before(since, rate);
    }

    private bool IsOnItsWeekday(LocalDate day) =>
        Schedule.Weekdays.Count == 0 || Schedule.Weekdays.Contains(day.DayOfWeek);

    private static int Before(int days, double rate) => (int)Math.Ceiling((days * rate) - 1e-9);
}
